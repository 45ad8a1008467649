import type { Words } from '#frame/kernel/lifecycle.ts'

/**
 * Where a role's power ends: its unit, its branch of customs, its agency, nowhere (the whole house), the one
 * case it is invited to, the person's own things, or the one subject whose key was shown.
 */
export type RoleScope = 'unit' | 'branch' | 'agency' | 'house' | 'invitation' | 'self' | 'key'

interface RoleRow extends Words {
  scope: RoleScope
  /** Two-factor sign-in is enforced. */
  strong: boolean
}

const row = (zh: string, en: string, scope: RoleScope, strong = true): RoleRow => ({
  zh,
  en,
  scope,
  strong,
})

/**
 * Every role of the house. Applicants' roles reach their unit; customs roles the cases of their branch,
 * leaders and headquarters all (S2-067); the three administrators see no case content.
 */
export const roles = {
  'unit-operator': row('单位经办人', 'Unit operator', 'unit', false),
  'unit-biosafety': row('生物安全负责人', 'Biosafety lead', 'unit', false),
  'unit-legal': row('法定代表人', 'Legal representative', 'unit', false),
  'customs-window': row('海关窗口受理岗', 'Customs window', 'branch'),
  'customs-first': row('海关初审岗', 'Customs first reviewer', 'branch'),
  'customs-second': row('海关复核岗', 'Customs second reviewer', 'branch'),
  'customs-leader': row('海关负责人', 'Customs leader', 'house'),
  'customs-port': row('口岸查验岗', 'Port officer', 'house'),
  'customs-accounts': row('账号管理岗', 'Account administrator (customs)', 'branch'),
  'office-clerk': row('机制办公室经办', 'Mechanism Office clerk', 'house'),
  'office-reviewer': row('机制办公室审核', 'Mechanism Office reviewer', 'house'),
  'office-director': row('机制办公室主任', 'Mechanism Office director', 'house'),
  'agency-liaison': row('成员单位联络员', 'Agency liaison', 'agency'),
  'agency-handler': row('成员单位经办', 'Agency handler', 'agency'),
  expert: row('专家', 'Expert', 'invitation'),
  'third-party': row('第三方机构', 'Third party', 'invitation'),
  district: row('区政府', 'District government', 'agency'),
  'system-admin': row('系统管理员', 'System administrator', 'house'),
  'security-admin': row('安全管理员', 'Security administrator', 'house'),
  'audit-admin': row('审计管理员', 'Audit administrator', 'house'),
  // Never granted: every person is it for what is his own (sessions, in-box, deputies).
  self: row('本人', 'The person concerned', 'self', false),
  // Never granted: whoever shows the secret key of one request, while there is no account yet.
  'key-holder': row('申请人', 'Requester', 'key', false),
} as const satisfies Record<string, RoleRow>

export type Role = keyof typeof roles

/** The words of a role. In: its code. */
export function roleWords(role: Role): Words {
  const { zh, en } = roles[role]
  return { zh, en }
}

/** All roles that can be granted, in the order of the table. */
export const roleCodes = (Object.keys(roles) as Role[]).filter(
  (r) => r !== 'self' && r !== 'key-holder',
)

/** Whether a role must sign in with two factors. In: a role code. */
export function isStrong(role: Role): boolean {
  return roles[role].strong
}

/** The three persons kept apart; none of them sees case content. */
export const administratorRoles = [
  'system-admin',
  'security-admin',
  'audit-admin',
] as const satisfies readonly Role[]

export const unitRoles = [
  'unit-operator',
  'unit-biosafety',
  'unit-legal',
] as const satisfies readonly Role[]

/** Whether a role is one of the three administrators. */
export function isAdministrator(role: string): boolean {
  return (administratorRoles as readonly string[]).includes(role)
}

/** Whether a text is the code of a role that can be granted. */
export function isRole(code: string): code is Role {
  return (roleCodes as string[]).includes(code)
}

/** How a history names the system itself, where it keeps the code of a role. */
export const systemRole = 'system'

/** The words of whoever did a step, as a history keeps him: a role's code, or its Chinese word in old rows. */
export function doerWords(stored: string): Words {
  if (stored === systemRole || stored === '系统') return { zh: '系统', en: 'System' }
  if (Object.hasOwn(roles, stored)) return roleWords(stored as Role)
  const role = roleCodes.find((code) => roles[code].zh === stored)
  return role ? roleWords(role) : { zh: stored, en: stored }
}
