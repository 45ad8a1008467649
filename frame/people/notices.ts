import { z } from 'zod'
import { defineNotice } from '#frame/notify/kind.ts'

/** Told after a password was changed, so that whoever did not do it learns of it. */
export const passwordChanged = defineNotice({
  kind: 'account.password-changed',
  words: { zh: '密码已更改', en: 'Password changed' },
  params: z.strictObject({}),
  channels: ['inbox', 'mail'],
  always: true,
  text: {
    zh: () => ({
      title: '您的密码已更改',
      lines: [
        '您的登录密码刚刚改过，其他地方的登录已全部结束。如不是您本人所为，请立即联系安全管理员。',
      ],
    }),
    en: () => ({
      title: 'Your password was changed',
      lines: [
        'Your password has just been changed and all other sessions have ended. If it was not you, call the security administrator at once.',
      ],
    }),
  },
})

/** Told to the old mailbox, so that whoever did not do it learns of it there. */
export const mailboxChanged = defineNotice({
  kind: 'account.mailbox-changed',
  words: { zh: '邮箱已更换', en: 'Mailbox changed' },
  params: z.strictObject({ login: z.string() }),
  channels: ['mail'],
  always: true,
  text: {
    zh: (p) => ({
      title: '您的通知邮箱已更换',
      lines: [
        `账号 ${p.login} 的通知此后不再发到这个邮箱。如不是您本人所为，请立即联系安全管理员。`,
      ],
    }),
    en: (p) => ({
      title: 'Your mailbox was changed',
      lines: [
        `Notices of the account ${p.login} no longer come here. If it was not you, call the security administrator at once.`,
      ],
    }),
  },
})

/** Told to the old mailbox while nothing has changed yet: an administrator asks for another one. */
export const mailboxProposed = defineNotice({
  kind: 'account.mailbox-proposed',
  words: { zh: '申请更换邮箱', en: 'Mailbox change asked for' },
  params: z.strictObject({ mailbox: z.string() }),
  channels: ['inbox', 'mail'],
  always: true,
  text: {
    zh: (p) => ({
      title: '有人为您申请更换邮箱',
      lines: [
        `账号管理人员申请把您的邮箱换成 ${p.mailbox}，待另一位管理员确认后生效。如不是您要求的，请立即联系安全管理员和审计管理员。`,
      ],
    }),
    en: (p) => ({
      title: 'Another mailbox was asked for you',
      lines: [
        `An account keeper asked to change your mailbox to ${p.mailbox}; another administrator has to confirm it. If you did not ask for it, call the security administrator and the audit administrator at once.`,
      ],
    }),
  },
})

/** Told after an administrator took the second factor away. */
export const factorReset = defineNotice({
  kind: 'account.factor-reset',
  words: { zh: '动态口令已重置', en: 'Second factor reset' },
  params: z.strictObject({}),
  channels: ['inbox', 'mail'],
  always: true,
  text: {
    zh: () => ({
      title: '您的动态口令已被重置',
      lines: [
        '安全管理员刚刚重置了您的动态口令，您在各处的登录已结束，下次登录时重新绑定。如不是您申请的，请立即联系安全管理员和审计管理员。',
      ],
    }),
    en: () => ({
      title: 'Your second factor was reset',
      lines: [
        'The security administrator has just reset your second factor. All your sessions have ended; the next sign-in sets up a new one. If you did not ask for it, call the security administrator and the audit administrator at once.',
      ],
    }),
  },
})

/** A colleague will be away and has named the reader to stand in. */
export const deputyNamed = defineNotice({
  kind: 'deputy.named',
  words: { zh: '指定为代理人', en: 'Named as deputy' },
  params: z.strictObject({ name: z.string(), from: z.string(), to: z.string() }),
  channels: ['inbox', 'mail'],
  text: {
    zh: (p) => ({
      title: `请代理${p.name}的工作`,
      lines: [
        `${p.name}指定您在${p.from}至${p.to}期间代理。期间您可办理其岗位的业务，记录中写明由您代办。`,
      ],
      link: '查看',
    }),
    en: (p) => ({
      title: `You are deputy for ${p.name}`,
      lines: [
        `${p.name} has named you as deputy from ${p.from} to ${p.to}. You may do what that role does; the record names you as acting for ${p.name}.`,
      ],
      link: 'Open',
    }),
  },
})

/** Something one works on has been handed over. */
export const taskHandedOver = defineNotice({
  kind: 'task.handed-over',
  words: { zh: '业务转交', en: 'Task handed over' },
  params: z.strictObject({
    from: z.string(),
    count: z.number().int(),
    /** What people call the one thing handed over, and why it was. */
    label: z.string().optional(),
    reason: z.string().optional(),
  }),
  channels: ['inbox', 'mail'],
  text: {
    zh: (p) => ({
      title: p.label ? `${p.from}把 ${p.label} 转交给您` : `${p.from}转交给您${p.count}件业务`,
      lines: [...(p.reason ? [`原因：${p.reason}`] : []), '请接着办理。'],
      link: '查看',
    }),
    en: (p) => ({
      title: `${p.from} handed ${p.label ?? `${p.count} ${p.count === 1 ? 'task' : 'tasks'}`} over to you`,
      lines: [...(p.reason ? [`Reason: ${p.reason}`] : []), 'Please go on with it.'],
      link: 'Open',
    }),
  },
})
