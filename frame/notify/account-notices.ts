import { z } from 'zod'
import { defineNotice } from './kind.ts'

const until = z.strictObject({
  /** When the link ends, as it is written in the sentence, e.g. '2026-11-24 09:00'. */
  until: z.string(),
})

// S2-069 the confirmation link of an account goes to the unit's mailbox
export const accountConfirm = defineNotice({
  kind: 'account.confirm',
  words: { zh: '账号确认', en: 'Account confirmation' },
  params: until,
  channels: ['mail'],
  always: true,
  text: {
    zh: (p) => ({
      title: '请确认您单位的账号',
      lines: [
        '您单位的账号申请已通过审核。请打开下面的链接确认邮箱并设置密码，账号随即生效。',
        `链接在北京时间 ${p.until} 前有效，只能使用一次。如不是您申请的，请不必理会。`,
      ],
      link: '确认账号',
    }),
    en: (p) => ({
      title: 'Please confirm your account',
      lines: [
        'Your application for an account has been approved. Open the link below to confirm the mailbox and set a password; the account then takes effect.',
        `The link is valid until ${p.until} (Beijing time) and works once. If you did not apply, please ignore this mail.`,
      ],
      link: 'Confirm account',
    }),
  },
})

// S2-070 the contact's mobile phone is told that the registration succeeded
export const accountRegistered = defineNotice({
  kind: 'account.registered',
  words: { zh: '注册成功', en: 'Registration complete' },
  params: z.strictObject({ unit: z.string() }),
  channels: ['sms'],
  always: true,
  text: {
    zh: (p) => ({ title: '注册成功', lines: [`${p.unit}的账号已注册成功，可以登录填报。`] }),
    en: (p) => ({
      title: 'Registration complete',
      lines: [`The account of ${p.unit} is registered and ready to use.`],
    }),
  },
  sms: {
    zh: (p) => `【联管】${p.unit}的账号已注册成功，可以登录填报。`,
    en: (p) => `[Lianguan] The account of ${p.unit} is registered and ready to use.`,
  },
})

export const accountInvited = defineNotice({
  kind: 'account.invited',
  words: { zh: '账号邀请', en: 'Invitation' },
  params: z.strictObject({
    until: z.string(),
    /** The role offered, in both languages. */
    role: z.strictObject({ zh: z.string(), en: z.string() }),
  }),
  channels: ['mail'],
  always: true,
  text: {
    zh: (p) => ({
      title: '邀请您使用联管系统',
      lines: [
        `您被邀请以“${p.role.zh}”的身份使用特殊物品联合监管系统。请打开下面的链接设置密码。`,
        `链接在北京时间 ${p.until} 前有效，只能使用一次。如与您无关，请不必理会。`,
      ],
      link: '接受邀请',
    }),
    en: (p) => ({
      title: 'You are invited to Lianguan',
      lines: [
        `You are invited to use the joint supervision system for special articles as “${p.role.en}”. Open the link below to set a password.`,
        `The link is valid until ${p.until} (Beijing time) and works once. If this is not for you, please ignore it.`,
      ],
      link: 'Accept invitation',
    }),
  },
})

export const passwordReset = defineNotice({
  kind: 'account.reset',
  words: { zh: '重设密码', en: 'Password reset' },
  params: until,
  channels: ['mail'],
  always: true,
  text: {
    zh: (p) => ({
      title: '重设密码',
      lines: [
        '有人（应当是您本人）申请重设您的登录密码。请打开下面的链接设置新密码，其他地方的登录会随之结束。',
        `链接在北京时间 ${p.until} 前有效，只能使用一次。如不是您申请的，请不必理会，密码不会改变。`,
      ],
      link: '重设密码',
    }),
    en: (p) => ({
      title: 'Reset your password',
      lines: [
        'Somebody, presumably you, asked to reset your password. Open the link below to set a new one; sessions elsewhere will end.',
        `The link is valid until ${p.until} (Beijing time) and works once. If it was not you, ignore this mail; nothing changes.`,
      ],
      link: 'Reset password',
    }),
  },
})

export const mailboxChange = defineNotice({
  kind: 'account.mailbox',
  words: { zh: '更换邮箱', en: 'Mailbox change' },
  params: until,
  channels: ['mail'],
  always: true,
  text: {
    zh: (p) => ({
      title: '请确认新邮箱',
      lines: [
        '您的账号申请改用此邮箱接收通知。请打开下面的链接确认。',
        `链接在北京时间 ${p.until} 前有效，只能使用一次。确认之前，通知仍发往原邮箱。`,
      ],
      link: '确认邮箱',
    }),
    en: (p) => ({
      title: 'Please confirm your new mailbox',
      lines: [
        'Your account asked to receive its notices here. Open the link below to confirm.',
        `The link is valid until ${p.until} (Beijing time) and works once. Until then notices go to the old mailbox.`,
      ],
      link: 'Confirm mailbox',
    }),
  },
})
