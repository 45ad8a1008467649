import { z } from 'zod'
import { door } from '#frame/http/door.ts'
import { instant, stateView, words } from '#frame/http/reply-parts.ts'
import { mobileField } from '#frame/catalogue/codes/fields.ts'
import { mailboxField } from '../accounts/forms.ts'
import { roleCodes, type Role } from '../roles.ts'
import { demandSchema } from '../sign-in/doors.ts'
import { sessionLine } from '../views.ts'

const tag = 'account'
const id = z.string().nullable()
const currentPassword = z
  .string('请输入现在的密码。')
  .min(1, '请输入现在的密码。')
  .max(256, '密码太长，请检查。')

/** A role held today and how far it reaches. */
export const grantSchema = z.object({
  role: z.enum(roleCodes as [Role, ...Role[]]),
  unitId: id,
  branchId: id,
  agencyId: id,
  subjectId: id.optional(),
  /** Account of the absent colleague when it is held as deputy. */
  deputyFor: id.optional(),
})

export const meDoor = door({
  method: 'GET',
  path: '/api/me',
  permission: 'me.read',
  who: 'signed-in',
  tag,
  summary: { zh: '我是谁', en: 'Who is signed in' },
  reply: z.object({
    accountId: z.uuid(),
    name: z.string(),
    /** The unit, branch or agency under whose name the person works. */
    body: z.string(),
    grants: z.array(grantSchema),
  }),
})

export const ownAccountDoor = door({
  method: 'GET',
  path: '/api/account',
  permission: 'own.read',
  who: 'signed-in',
  tag,
  summary: { zh: '我的账号', en: 'My account' },
  reply: z.object({
    login: z.string(),
    name: z.string(),
    mailbox: z.string(),
    /** A new mailbox whose link has not been opened yet. */
    mailboxAsked: z.string().nullable(),
    /** A new mailbox that an account keeper proposed and a second person has not confirmed yet. */
    mailboxProposed: z.string().nullable(),
    phone: z.string().nullable(),
    roles: z.array(
      z.object({
        words,
        body: z.string(),
        from: z.string(),
        to: z.string().nullable(),
        deputyFor: z.string().nullable(),
      }),
    ),
    secondFactor: z.object({
      since: instant.nullable(),
      needed: z.boolean(),
      recoveryLeft: z.int(),
    }),
    password: z.object({ since: instant.nullable(), demand: demandSchema }),
    sessions: z.array(sessionLine),
  }),
})

export const changeContactDoor = door({
  method: 'PUT',
  path: '/api/account/contact',
  permission: 'account.change-contact',
  who: 'signed-in',
  tag,
  summary: { zh: '更换本人邮箱与手机', en: 'Change my mailbox and phone' },
  body: z.strictObject({
    mailbox: mailboxField,
    phone: mobileField.nullable(),
    current: currentPassword,
  }),
  reply: stateView,
})

export const changePasswordDoor = door({
  method: 'POST',
  path: '/api/account/password',
  permission: 'own.change-password',
  who: 'signed-in',
  tag,
  summary: { zh: '修改密码', en: 'Change my password' },
  body: z.strictObject({
    current: currentPassword,
    password: z.string().min(1, '请输入新密码。').max(256),
  }),
  reply: z.object({ ended: z.int() }),
})

export const endSessionDoor = door({
  method: 'DELETE',
  path: '/api/account/sessions/:id',
  permission: 'own.end-session',
  who: 'signed-in',
  tag,
  summary: { zh: '结束一处登录', en: 'End one of my sessions' },
  params: z.strictObject({ id: z.uuid() }),
  reply: z.object({ ended: z.int() }),
})

export const endOthersDoor = door({
  method: 'DELETE',
  path: '/api/account/sessions',
  permission: 'own.end-other-sessions',
  who: 'signed-in',
  tag,
  summary: { zh: '结束其他登录', en: 'End my other sessions' },
  reply: z.object({ ended: z.int() }),
})

export const recoveryCodesDoor = door({
  method: 'POST',
  path: '/api/account/recovery-codes',
  permission: 'own.renew-recovery-codes',
  who: 'signed-in',
  tag,
  summary: { zh: '重新生成恢复码', en: 'New recovery codes' },
  body: z.strictObject({ current: currentPassword }),
  reply: z.object({ recoveryCodes: z.array(z.string()) }),
})

const person = z.object({ id: z.uuid(), name: z.string() })

export const deputyLine = z.object({
  id: z.uuid(),
  absent: person,
  deputy: person,
  from: z.string(),
  to: z.string(),
  reason: z.string(),
  status: z.enum(['active', 'ended']),
  version: z.int(),
})

export const ownDeputiesDoor = door({
  method: 'GET',
  path: '/api/account/deputies',
  permission: 'own.deputies',
  who: 'signed-in',
  tag,
  summary: { zh: '我的代理', en: 'My deputies' },
  reply: z.object({
    mine: z.array(deputyLine),
    forOthers: z.array(deputyLine),
    colleagues: z.array(z.object({ id: z.uuid(), name: z.string(), roles: z.array(words) })),
  }),
})
