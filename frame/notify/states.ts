import { lifecycle } from '#frame/kernel/lifecycle.ts'
import { labels } from './labels.ts'

/** What a person may decide about a message; everything else about it happens by itself. */
export const messageLife = lifecycle({
  subject: 'message',
  title: { zh: '邮件与短信', en: 'Mails and short messages' },
  statuses: labels.states,
  moves: [
    {
      act: 'message.resend',
      title: { zh: '重新发送', en: 'Send again' },
      from: ['failed', 'unknown', 'kept'],
      to: ['waiting'],
      who: ['system-admin'],
      duties: [],
    },
    {
      act: 'message.confirm',
      title: { zh: '确认已送达', en: 'Mark as delivered' },
      from: ['unknown'],
      to: ['sent'],
      who: ['system-admin'],
      duties: [],
    },
  ],
})

/** Each person's own wishes about notices. */
export const wishLife = lifecycle({
  subject: 'wish',
  title: { zh: '通知设置', en: 'Notice settings' },
  statuses: { set: { zh: '已设置', en: 'Set' } },
  moves: [
    {
      act: 'wish.set',
      title: { zh: '修改通知设置', en: 'Change notice settings' },
      from: ['set'],
      to: ['set'],
      who: ['self'],
      duties: [],
    },
  ],
})
