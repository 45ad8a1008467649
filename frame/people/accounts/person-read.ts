import { todayInBeijing } from '#frame/calendar/day.ts'
import type { House } from '#frame/house.ts'
import type { Subject } from '#frame/kernel/act.ts'
import { canDo } from '#frame/kernel/can-do.ts'
import { absent } from '#frame/kernel/reason.ts'
import type { Actor } from '../actor.ts'
import { masked } from '../mask.ts'
import { holdsAny } from '../policy.ts'
import { storedFactor } from '../sign-in/second-factor.ts'
import { sessionsOf } from '../sign-in/sessions.ts'
import { signInSettings } from '../sign-in/settings.ts'
import {
  endAccount,
  endAllSessions,
  inviteAgain,
  resetFactor,
  resumeAccount,
  suspendAccount,
} from './account-status.ts'
import { changeAccount } from './change-account.ts'
import { grantLines } from '../grants/grant-lines.ts'
import { contactRules, ownedAccounts, peopleList } from './people-list.ts'
import { proposalLines } from '../proposals/proposal-lines.ts'
import { accountLife } from './states.ts'
import { seesAccount } from './visible.ts'

const acts = [
  inviteAgain,
  changeAccount,
  suspendAccount,
  resumeAccount,
  endAllSessions,
  resetFactor,
  endAccount,
]

/** One person with roles now and before, and what the actor may do. Errors: Refused when out of sight. */
export async function personRead(house: House, actor: Actor, id: string) {
  const { db, clock } = house
  const now = clock.now()
  const today = todayInBeijing(now)
  const row = await ownedAccounts(db, today)
    .select(['a.id', 'a.login', 'a.name', 'a.mailbox', 'a.phone', 'a.status', 'a.version'])
    .select(['a.created_at', 'o.unit_id', 'u.branch_id'])
    .where('a.id', '=', id)
    .executeTakeFirst()
  if (!row) throw absent()
  const owner = { unitId: row.unit_id, branchId: row.branch_id, accountId: id }
  if (!seesAccount(actor, owner)) throw absent()
  const subject: Subject = {
    kind: 'account',
    id,
    status: row.status,
    version: row.version,
    ...owner,
  }
  const security = holdsAny(actor, ['security-admin'])
  const sessions = security ? await sessionsOf(db, id, await signInSettings(house), now) : []
  const password = await db
    .selectFrom('auth_password')
    .select('set_at')
    .where('account_id', '=', id)
    .executeTakeFirst()
  const contact = masked(actor, { mailbox: row.mailbox, phone: row.phone }, contactRules, owner)
  const grants = await grantLines(house, actor, id, owner)
  return {
    id,
    login: row.login,
    name: row.name,
    ...contact,
    status: row.status as Awaited<ReturnType<typeof peopleList>>['rows'][number]['status'],
    version: row.version,
    createdAt: row.created_at.toISOString(),
    roles: grants.filter((g) => !g.ended).map(({ role, body }) => ({ role, body })),
    lastSeen: sessions[0]?.seen_at.toISOString() ?? null,
    secondFactor: Boolean((await storedFactor(db, id))?.confirmed_at),
    passwordSince: password?.set_at.toISOString() ?? null,
    grants,
    proposals: await proposalLines(house, actor, { accountId: id }),
    sessions: sessions.map((s) => ({
      id: s.id,
      since: s.created_at.toISOString(),
      seen: s.seen_at.toISOString(),
      address: s.address ?? '',
      agent: s.agent ?? '',
      own: false,
    })),
    acts: canDo(accountLife, acts, { subject }, { actor, now, today }),
  }
}
