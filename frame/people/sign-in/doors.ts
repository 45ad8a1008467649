import { z } from 'zod'
import { door } from '#frame/http/door.ts'
import { instant, words } from '#frame/http/reply-parts.ts'
import { loginField, mailboxField, personName } from '../accounts/forms.ts'
import { linkKinds } from './link-kinds.ts'

const tag = 'sign-in'

// Longer input is cut off here, before anything is computed from it.
const typedPassword = z.string().min(1, '请输入密码。').max(256, '密码太长，请检查。')
const typedCode = z.string().trim().min(1, '请输入动态口令。').max(40, '输入太长，请检查。')
const token = z.string().min(20, '链接不完整，请从邮件中完整打开。').max(100)

/** What a password must have; the page says it before one types. */
export const demandSchema = z.object({
  length: z.int(),
  classes: z.int(),
  days: z.int().nullable(),
  history: z.int(),
})

export const stages = ['none', 'code', 'enrol', 'password', 'full'] as const

const stageReply = z.object({ stage: z.enum(stages) })

/** The person and how far his sign-in has come; in the demonstration also who can be tried out. */
export const signInStateDoor = door({
  method: 'GET',
  path: '/api/sign-in',
  permission: 'sign-in.state',
  who: 'public',
  tag,
  summary: { zh: '登录进行到哪一步', en: 'How far the sign-in has come' },
  reply: z.object({
    stage: z.enum(stages),
    name: z.string().nullable(),
    demand: demandSchema.nullable(),
    demo: z
      .object({
        password: z.string(),
        people: z.array(
          z.object({
            login: z.string(),
            name: z.string(),
            roles: z.array(words),
            hint: words,
          }),
        ),
        /** Code of the demonstration's phone for the person now signing in, and the seconds until the next. */
        code: z.string().nullable(),
        wait: z.int(),
      })
      .nullable(),
  }),
})

export const signInDoor = door({
  method: 'POST',
  path: '/api/sign-in',
  permission: 'sign-in.enter',
  who: 'public',
  tag,
  summary: { zh: '登录：登录名和密码', en: 'Sign in by name and password' },
  body: z.strictObject({
    login: z.string().trim().min(1, '请输入登录名。').max(100, '登录名太长，请检查。'),
    password: typedPassword,
  }),
  reply: stageReply,
})

export const codeDoor = door({
  method: 'POST',
  path: '/api/sign-in/code',
  permission: 'sign-in.code',
  who: 'public',
  tag,
  summary: { zh: '登录：动态口令', en: 'Sign in: code from the phone' },
  body: z.strictObject({ code: typedCode }),
  reply: stageReply,
})

export const recoveryDoor = door({
  method: 'POST',
  path: '/api/sign-in/recovery',
  permission: 'sign-in.recovery',
  who: 'public',
  tag,
  summary: { zh: '登录：恢复码', en: 'Sign in: recovery code' },
  body: z.strictObject({ code: typedCode }),
  reply: z.object({ stage: z.enum(stages), left: z.int() }),
})

export const enrolDoor = door({
  method: 'POST',
  path: '/api/sign-in/enrolment',
  permission: 'sign-in.enrol',
  who: 'public',
  tag,
  summary: { zh: '绑定动态口令：取得二维码', en: 'Set up the second factor' },
  reply: z.object({
    /** For typing by hand. */
    secret: z.string(),
    /** For a link on the phone itself. */
    uri: z.string(),
    /** The QR code as SVG. */
    picture: z.string(),
  }),
})

export const finishEnrolDoor = door({
  method: 'POST',
  path: '/api/sign-in/enrolment/confirm',
  permission: 'sign-in.finish-enrol',
  who: 'public',
  tag,
  summary: { zh: '绑定动态口令：输入首个口令', en: 'Confirm the second factor' },
  body: z.strictObject({ code: typedCode }),
  reply: z.object({ stage: z.enum(stages), recoveryCodes: z.array(z.string()) }),
})

export const duePasswordDoor = door({
  method: 'POST',
  path: '/api/sign-in/password',
  permission: 'sign-in.password',
  who: 'public',
  tag,
  summary: { zh: '登录：设置新密码', en: 'Sign in: set a new password' },
  body: z.strictObject({ password: typedPassword }),
  reply: stageReply,
})

export const signOutDoor = door({
  method: 'POST',
  path: '/api/sign-out',
  permission: 'sign-in.leave',
  who: 'public',
  tag,
  summary: { zh: '退出登录', en: 'Sign out' },
  reply: z.object({}),
})

export const askResetDoor = door({
  method: 'POST',
  path: '/api/password-reset',
  permission: 'sign-in.ask-reset',
  who: 'public',
  tag,
  summary: { zh: '忘记密码', en: 'Forgotten password' },
  body: z.strictObject({ login: z.string().trim().min(1, '请输入登录名。').max(100) }),
  reply: z.object({}),
})

export const lookLinkDoor = door({
  method: 'POST',
  path: '/api/links/look',
  permission: 'link.look',
  who: 'public',
  tag,
  summary: { zh: '查看邮件中的链接', en: 'Look at a link from a mail' },
  body: z.strictObject({ token }),
  reply: z.object({
    kind: z.enum(linkKinds),
    login: z.string().nullable(),
    name: z.string().nullable(),
    mailbox: z.string().nullable(),
    roles: z.array(words),
    until: instant,
    demand: demandSchema,
  }),
})

export const useLinkDoor = door({
  method: 'POST',
  path: '/api/links/use',
  permission: 'link.use',
  who: 'public',
  tag,
  summary: { zh: '使用邮件中的链接', en: 'Use a link from a mail' },
  body: z.strictObject({
    token,
    password: typedPassword.optional(),
    person: z
      .strictObject({ login: loginField, name: personName, mailbox: mailboxField })
      .optional(),
  }),
  reply: z.object({ kind: z.enum(linkKinds), login: z.string() }),
})
