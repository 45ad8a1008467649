import { z } from 'zod'
import { door } from '#frame/http/door.ts'
import { isDay } from '#frame/calendar/day.ts'
import { roleCodes, type Role } from '../roles.ts'
import { sessionLine } from '../own/doors.ts'
import { changeForm, grantForm, inviteForm, reasonField } from './forms.ts'
import { inviters, peopleMove } from './states.ts'

const tag = 'people'
const words = z.object({ zh: z.string(), en: z.string() })
const instant = z.iso.datetime({ offset: true })
const acted = z.object({ id: z.string(), status: z.string(), version: z.int() })
const role = z.enum(roleCodes as [Role, ...Role[]])
const version = z.int().positive()
const oneId = z.strictObject({ id: z.uuid() })
const step = z.strictObject({ version, reason: reasonField })

const administrators = ['system-admin', 'security-admin', 'audit-admin'] as const
const readers: readonly Role[] = [...inviters, 'audit-admin']

/** One act as the screen shows it: allowed, or every reason why not. */
const actState = z.object({
  act: z.string(),
  title: words,
  allowed: z.boolean(),
  reasons: z.array(
    z.object({
      duty: z.string().nullable(),
      code: z.string(),
      message: z.string(),
      at: z.string().optional(),
    }),
  ),
})

export const accountStatuses = ['invited', 'active', 'suspended', 'ended'] as const

/** One person of the register. */
export const personLine = z.object({
  id: z.uuid(),
  login: z.string(),
  name: z.string(),
  mailbox: z.string(),
  phone: z.string().nullable(),
  status: z.enum(accountStatuses),
  roles: z.array(z.object({ role, body: z.string() })),
  lastSeen: instant.nullable(),
})

export const peopleDoor = door({
  method: 'GET',
  path: '/api/people',
  permission: 'people.list',
  who: readers,
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

const grantLine = z.object({
  id: z.uuid(),
  role,
  body: z.string(),
  from: z.string(),
  to: z.string().nullable(),
  reason: z.string().nullable(),
  by: z.string().nullable(),
  confirmedBy: z.string().nullable(),
  version: z.int(),
  /** When and why it ended; null while in force. */
  ended: z.object({ at: instant, by: z.string().nullable(), reason: z.string() }).nullable(),
  acts: z.array(actState),
})

const proposalLine = z.object({
  id: z.uuid(),
  accountId: z.uuid(),
  name: z.string(),
  login: z.string(),
  role,
  from: z.string(),
  to: z.string().nullable(),
  reason: z.string(),
  by: z.string(),
  at: instant,
  status: z.enum(['proposed', 'confirmed', 'refused', 'withdrawn']),
  settledBy: z.string().nullable(),
  version: z.int(),
  acts: z.array(actState),
})

export const personDoor = door({
  method: 'GET',
  path: '/api/people/:id',
  permission: 'people.read',
  who: readers,
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
    acts: z.array(actState),
  }),
})

export const inviteDoor = door({
  method: 'POST',
  path: '/api/people',
  permission: 'account.invite',
  who: peopleMove('account.invite').who,
  tag,
  summary: { zh: '邀请人员', en: 'Invite a person' },
  body: inviteForm,
  reply: acted,
})

export const changeAccountDoor = door({
  method: 'PUT',
  path: '/api/people/:id',
  permission: 'account.change',
  who: peopleMove('account.change').who,
  tag,
  summary: { zh: '修改账号资料', en: 'Change account' },
  params: oneId,
  body: z.strictObject({ version, ...changeForm.shape }),
  reply: acted,
})

const onAccount = { method: 'POST', tag, params: oneId, body: step, reply: acted } as const

export const inviteAgainDoor = door({
  ...onAccount,
  path: '/api/people/:id/invite-again',
  permission: 'account.invite-again',
  who: peopleMove('account.invite-again').who,
  summary: { zh: '重发邀请', en: 'Invite again' },
})

export const suspendDoor = door({
  ...onAccount,
  path: '/api/people/:id/suspend',
  permission: 'account.suspend',
  who: peopleMove('account.suspend').who,
  summary: { zh: '停用账号', en: 'Suspend account' },
})

export const resumeDoor = door({
  ...onAccount,
  path: '/api/people/:id/resume',
  permission: 'account.resume',
  who: peopleMove('account.resume').who,
  summary: { zh: '恢复账号', en: 'Resume account' },
})

export const endAccountDoor = door({
  ...onAccount,
  path: '/api/people/:id/end',
  permission: 'account.end',
  who: peopleMove('account.end').who,
  summary: { zh: '注销账号', en: 'End account' },
})

export const endSessionsDoor = door({
  ...onAccount,
  path: '/api/people/:id/end-sessions',
  permission: 'account.end-sessions',
  who: peopleMove('account.end-sessions').who,
  summary: { zh: '结束某人全部登录', en: "End all of a person's sessions" },
})

export const resetFactorDoor = door({
  ...onAccount,
  path: '/api/people/:id/reset-factor',
  permission: 'account.reset-factor',
  who: peopleMove('account.reset-factor').who,
  summary: { zh: '重置动态口令', en: 'Reset second factor' },
})

export const grantRoleDoor = door({
  method: 'POST',
  path: '/api/people/:id/roles',
  permission: 'role.grant',
  who: peopleMove('role.grant').who,
  tag,
  summary: { zh: '授予岗位', en: 'Grant a role' },
  params: oneId,
  body: z.strictObject({ grant: grantForm, reason: reasonField }),
  reply: acted,
})

export const endRoleDoor = door({
  ...onAccount,
  path: '/api/roles/:id/end',
  permission: 'role.end',
  who: peopleMove('role.end').who,
  summary: { zh: '收回岗位', en: 'Take a role back' },
})

export const proposalsDoor = door({
  method: 'GET',
  path: '/api/role-proposals',
  permission: 'role.proposals',
  who: administrators,
  tag,
  summary: { zh: '管理员任命', en: 'Administrator appointments' },
  reply: z.object({ rows: z.array(proposalLine) }),
})

export const confirmRoleDoor = door({
  ...onAccount,
  path: '/api/role-proposals/:id/confirm',
  permission: 'role.confirm',
  who: peopleMove('role.confirm').who,
  summary: { zh: '确认管理员任命', en: 'Confirm an administrator' },
})

export const refuseRoleDoor = door({
  ...onAccount,
  path: '/api/role-proposals/:id/refuse',
  permission: 'role.refuse',
  who: peopleMove('role.refuse').who,
  summary: { zh: '不同意管理员任命', en: 'Refuse an administrator' },
})

export const withdrawRoleDoor = door({
  ...onAccount,
  path: '/api/role-proposals/:id/withdraw',
  permission: 'role.withdraw',
  who: peopleMove('role.withdraw').who,
  summary: { zh: '撤回管理员任命', en: 'Withdraw an appointment' },
})

const day = z.string().refine(isDay, '日期应写成 2026-11-23 这样。')

export const nameDeputyDoor = door({
  method: 'POST',
  path: '/api/deputies',
  permission: 'deputy.name',
  who: peopleMove('deputy.name').who,
  tag,
  summary: { zh: '指定代理人', en: 'Name a deputy' },
  body: z.strictObject({
    absentId: z.uuid(),
    deputyId: z.uuid('请选择代理人。'),
    validFrom: day,
    validTo: day,
    reason: reasonField,
  }),
  reply: acted,
})

export const endDeputyDoor = door({
  ...onAccount,
  path: '/api/deputies/:id/end',
  permission: 'deputy.end',
  who: peopleMove('deputy.end').who,
  summary: { zh: '结束代理', en: 'End a deputy' },
})

export const handOverDoor = door({
  method: 'POST',
  path: '/api/tasks/hand-over',
  permission: 'task.hand-over',
  who: peopleMove('task.hand-over').who,
  tag,
  summary: { zh: '转交同事', en: 'Hand over' },
  body: z.strictObject({
    unitId: z.uuid(),
    kind: z.string().min(1).max(60),
    id: z.uuid(),
    role,
    toId: z.uuid('请选择接办的同事。'),
    version,
    reason: reasonField,
  }),
  reply: acted,
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
    roles: z.array(z.object({ role, scope: z.string() })),
    units: z.array(z.object({ id: z.uuid(), name: z.string(), uscc: z.string() })),
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
