import { reason, type Reason } from '#frame/kernel/reason.ts'
import type { Actor } from '../actor.ts'
import { isAdministrator, roles, unitRoles, type Role } from '../roles.ts'
import type { GrantForm } from './forms.ts'

/** A role reaches what its scope says, and the grant names exactly that. S2-067 */
export function scopeReasons(grant: GrantForm): Reason[] {
  const { zh, scope } = roles[grant.role]
  const reasons: Reason[] = []
  const need = (at: keyof GrantForm, what: string) => {
    if (grant[at] === null)
      reasons.push(reason(null, 'scope-missing', `岗位“${zh}”须指明${what}，请选择。`, at))
  }
  const none = (at: keyof GrantForm, what: string) => {
    if (grant[at] !== null)
      reasons.push(reason(null, 'scope-extra', `岗位“${zh}”不限定${what}，请去掉这一项。`, at))
  }
  if (scope === 'unit') need('unitId', '所属单位')
  else none('unitId', '单位')
  // A customs role without a branch is at headquarters.
  if (scope !== 'branch') none('branchId', '关区')
  if (scope === 'agency') need('agencyId', '所属机构')
  else none('agencyId', '机构')
  if (scope === 'invitation') {
    need('subjectId', '受邀参与的办件')
    if (grant.validTo === null)
      reasons.push(reason('S1-121', 'no-end', `“${zh}”为临时受邀，请填写结束日期。`, 'validTo'))
  } else none('subjectId', '办件')
  return reasons
}

/** Who decides on applications: customs, the Mechanism Office, agencies and districts. */
const isAuthority = (role: Role) => /^(customs|office|agency)-/.test(role) || role === 'district'

const isUnitRole = (role: Role) => (unitRoles as readonly Role[]).includes(role)

/**
 * What one person may not be at once: the three administrators are three persons, none of whom does business
 * (GB/T 22239 8.1.4.2 d, 8.1.5), and nobody applies and decides.
 * In: what the person holds or is proposed for, and what is to be added.
 */
export function separationReasons(held: readonly Role[], wanted: Role): Reason[] {
  const words = roles[wanted].zh
  const clash = (code: string, why: string, other: Role) => [
    reason(
      null,
      code,
      `${why}：此人已是“${roles[other].zh}”，不能再任“${words}”。请另选一人，或先收回原岗位。`,
      'role',
    ),
  ]
  const administrator = held.find((r) => isAdministrator(r) && r !== wanted)
  if (isAdministrator(wanted) && administrator)
    return clash('kept-apart', '系统、安全、审计三种管理员须由三人分任', administrator)
  const business = held.find((r) => !isAdministrator(r))
  if (isAdministrator(wanted) && business)
    return clash('kept-apart', '管理员不得兼任业务岗位', business)
  if (administrator) return clash('kept-apart', '管理员不得兼任业务岗位', administrator)
  const otherSide = held.find((r) => (isUnitRole(wanted) ? isAuthority(r) : isUnitRole(r)))
  if (otherSide && (isUnitRole(wanted) || isAuthority(wanted)))
    return clash('both-sides', '一人不得既代表申请单位又在主管部门任职', otherSide)
  return []
}

/** Who may give the role that ends other people's accounts: who holds it there, or keeps accounts. */
const givesLegal: readonly Role[] = ['security-admin', 'customs-accounts', 'unit-legal']

/**
 * Which roles somebody may give: the security administrator all, customs' account administrator and the
 * unit's own people only those of units, and nobody any to himself. A unit's legal representative may end
 * what his people hold, so only he and those who keep accounts make another one.
 */
export function granterReasons(
  actor: Actor,
  { role, unitId }: Pick<GrantForm, 'role' | 'unitId'>,
  accountId: string | null,
): Reason[] {
  const reasons: Reason[] = []
  if (accountId !== null && accountId === actor.accountId)
    reasons.push(reason(null, 'own-grant', '不能给自己授予岗位。请由另一位管理员办理。'))
  const security = actor.grants.some((g) => g.role === 'security-admin')
  if (!security && !(unitRoles as readonly Role[]).includes(role))
    reasons.push(
      reason(
        'S2-065',
        'not-yours-to-give',
        `“${roles[role].zh}”只能由安全管理员授予。您可以授予单位的岗位。`,
        'role',
      ),
    )
  const heldThere = (g: Actor['grants'][number]) =>
    givesLegal.includes(g.role) && (g.role !== 'unit-legal' || g.unitId === unitId)
  if (role === 'unit-legal' && !actor.grants.some(heldThere))
    reasons.push(
      reason(
        null,
        'not-yours-to-give',
        `“${roles[role].zh}”只能由本单位现任${roles[role].zh}或账号管理岗授予。请联系他们办理。`,
        'role',
      ),
    )
  return reasons
}

/** S2-023 to the letter, when the setting demands it: one login per unit. In: logins it has already. */
export function oneLoginReasons(oneLoginPerUnit: boolean, others: number): Reason[] {
  if (!oneLoginPerUnit || others === 0) return []
  return [
    reason(
      'S2-023',
      'one-login',
      '一个申请单位只能有一个用户名，本单位已有一个。如需换人，请修改原账号的姓名与邮箱，或先注销原账号。',
    ),
  ]
}

/** The last holder of an administrator role stays. In: roles only this person holds. */
export function lastHolderReasons(solelyHeld: readonly Role[]): Reason[] {
  return solelyHeld.map((role) =>
    reason(
      null,
      'last-holder',
      `此人是唯一的“${roles[role].zh}”，去掉之后系统将无人担任。请先任命并确认另一位，再办理这一项。`,
    ),
  )
}
