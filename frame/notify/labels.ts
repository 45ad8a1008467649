import type { MessageState } from './forms.ts'
import type { Words } from '#frame/kernel/lifecycle.ts'

/** Words of the in-box, the outbox and the mails. */
export const labels = {
  mail: {
    zh: {
      subject: '【联管】',
      greeting: '您好：',
      open: '打开查看',
      foot: (kind: string) =>
        `本邮件由联管系统自动发出（${kind}），请勿回复。可在“消息—通知设置”中选择要收哪些邮件。`,
      demo: '这是演示环境，不产生任何法律效力。',
    },
    en: {
      subject: '[Lianguan] ',
      greeting: 'Hello,',
      open: 'Open',
      foot: (kind: string) =>
        `Sent automatically by Lianguan (${kind}); please do not reply. Choose your mails under Messages, Settings.`,
      demo: 'This is a demonstration without any legal effect.',
    },
  },
  states: {
    waiting: { zh: '待发', en: 'Waiting' },
    sending: { zh: '正在发送', en: 'Sending' },
    handing: { zh: '正在发送', en: 'Sending' },
    sent: { zh: '已发出', en: 'Sent' },
    failed: { zh: '未能发出', en: 'Failed' },
    unknown: { zh: '结果不明', en: 'Outcome unknown' },
    kept: { zh: '仅存发件箱', en: 'Kept in outbox only' },
  } satisfies Record<MessageState, Words>,
}
