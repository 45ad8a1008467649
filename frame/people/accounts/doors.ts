import { z } from 'zod'
import { door } from '#frame/http/door.ts'
import { actView, instant, stateView, words } from '#frame/http/reply-parts.ts'
import {
  accountStatuses,
  grantLine,
  personLine,
  proposalLine,
  role,
  sessionLine,
} from '../views.ts'
import { changeForm, inviteForm, reasonField } from './forms.ts'
import { accountMove, inviters, peopleReaders } from './states.ts'

const tag = 'people'
const version = z.int().positive()
const oneId = z.strictObject({ id: z.uuid() })
const step = z.strictObject({ version, reason: reasonField })

export const peopleDoor = door({
  method: 'GET',
  path: '/api/people',
  permission: 'people.list',
  who: peopleReaders,
  tag,
  summary: { zh: '账号列表', en: 'People' },
  query: z.strictObject({
    q: z.string().trim().max(60).optional(),
    status: z.enum(accountStatuses).optional(),
    role: role.optional(),
    page: z.coerce.number().int().min(1).max(10_000).default(1),
    size: z.coerce.number().int().min(1).max(100).default(20),
    sort: z.enum(['name', 'login', '-seen']).default('name'),
  }),
  reply: z.object({ total: z.int(), rows: z.array(personLine) }),
})

export const personDoor = door({
  method: 'GET',
  path: '/api/people/:id',
  permission: 'people.read',
  who: peopleReaders,
  tag,
  summary: { zh: '一个账号', en: 'One person' },
  params: oneId,
  reply: z.object({
    ...personLine.shape,
    version: z.int(),
    createdAt: instant,
    secondFactor: z.boolean(),
    passwordSince: instant.nullable(),
    grants: z.array(grantLine),
    proposals: z.array(proposalLine),
    /** Only for the security administrator. */
    sessions: z.array(sessionLine),
    acts: z.array(actView),
  }),
})

export const inviteDoor = door({
  method: 'POST',
  path: '/api/people',
  permission: 'account.invite',
  who: accountMove('account.invite').who,
  tag,
  summary: { zh: '邀请人员', en: 'Invite a person' },
  body: inviteForm,
  reply: stateView,
})

export const changeAccountDoor = door({
  method: 'PUT',
  path: '/api/people/:id',
  permission: 'account.change',
  who: accountMove('account.change').who,
  tag,
  summary: { zh: '修改账号资料', en: 'Change account' },
  params: oneId,
  body: z.strictObject({ version, ...changeForm.shape }),
  reply: stateView,
})

const onAccount = { method: 'POST', tag, params: oneId, body: step, reply: stateView } as const

export const inviteAgainDoor = door({
  ...onAccount,
  path: '/api/people/:id/invite-again',
  permission: 'account.invite-again',
  who: accountMove('account.invite-again').who,
  summary: { zh: '重发邀请', en: 'Invite again' },
})

export const suspendDoor = door({
  ...onAccount,
  path: '/api/people/:id/suspend',
  permission: 'account.suspend',
  who: accountMove('account.suspend').who,
  summary: { zh: '停用账号', en: 'Suspend account' },
})

export const resumeDoor = door({
  ...onAccount,
  path: '/api/people/:id/resume',
  permission: 'account.resume',
  who: accountMove('account.resume').who,
  summary: { zh: '恢复账号', en: 'Resume account' },
})

export const endAccountDoor = door({
  ...onAccount,
  path: '/api/people/:id/end',
  permission: 'account.end',
  who: accountMove('account.end').who,
  summary: { zh: '注销账号', en: 'End account' },
})

export const endSessionsDoor = door({
  ...onAccount,
  path: '/api/people/:id/end-sessions',
  permission: 'account.end-sessions',
  who: accountMove('account.end-sessions').who,
  summary: { zh: '结束某人全部登录', en: "End all of a person's sessions" },
})

export const resetFactorDoor = door({
  ...onAccount,
  path: '/api/people/:id/reset-factor',
  permission: 'account.reset-factor',
  who: accountMove('account.reset-factor').who,
  summary: { zh: '重置动态口令', en: 'Reset second factor' },
})

export const choicesDoor = door({
  method: 'GET',
  path: '/api/people-choices',
  permission: 'people.choices',
  who: inviters,
  tag,
  summary: { zh: '可授予的岗位与范围', en: 'Roles and bodies to choose from' },
  query: z.strictObject({ unit: z.string().trim().max(60).default('') }),
  reply: z.object({
    /** The legal day, on which a role begins unless told. */
    today: z.string(),
    roles: z.array(z.object({ role, scope: z.string() })),
    units: z.array(z.object({ id: z.uuid(), name: z.string(), code: z.string() })),
    branches: z.array(z.object({ id: z.uuid(), name: words })),
    agencies: z.array(z.object({ id: z.uuid(), name: words, kind: z.string() })),
  }),
})

export const signInLogDoor = door({
  method: 'GET',
  path: '/api/sign-in-log',
  permission: 'sign-in-log.read',
  who: ['audit-admin'],
  tag,
  summary: { zh: '登录日志', en: 'Sign-in log' },
  query: z.strictObject({
    account: z.uuid().optional(),
    after: z.uuid().optional(),
    size: z.coerce.number().int().min(1).max(200).default(50),
  }),
  reply: z.object({
    rows: z.array(
      z.object({
        id: z.uuid(),
        at: instant,
        what: z.string(),
        words,
        accountId: z.uuid().nullable(),
        login: z.string().nullable(),
        name: z.string().nullable(),
        address: z.string().nullable(),
        agent: z.string().nullable(),
      }),
    ),
    next: z.string().nullable(),
  }),
})
