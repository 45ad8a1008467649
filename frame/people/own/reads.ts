import { sql } from 'kysely'
import { todayInBeijing } from '#frame/calendar/day.ts'
import type { Database } from '#frame/db/connect.ts'
import type { House } from '#frame/house.ts'
import { bodiesOf } from '../grants/bodies.ts'
import type { Actor } from '../actor.ts'
import { grantsOn } from '../load-actor.ts'
import { isAdministrator, isStrong, roleWords, type Role } from '../roles.ts'
import { passwordDemand } from '../sign-in/password-rules.ts'
import { recoveryCodesLeft, storedFactor } from '../sign-in/second-factor.ts'
import { sessionsOf } from '../sign-in/sessions.ts'
import { signInSettings } from '../sign-in/settings.ts'
import { bodyNames, defaultBody } from './body-names.ts'

/** Who somebody is, as the pages need it. */
export async function me(house: House, actor: Actor & { accountId: string }) {
  const nameOf = await bodyNames(house.db, actor.grants)
  const [first] = actor.grants.filter((g) => !g.deputyFor)
  const body = first ? (nameOf(first) ?? defaultBody(first.role)) : ''
  return { accountId: actor.accountId, name: actor.name, body, grants: [...actor.grants] }
}

/** Everything a person sees of his own account. In: the session that asks, to mark it. */
export async function ownAccount(
  house: House,
  actor: Actor & { accountId: string },
  ownSession: string | null,
) {
  const { db, clock } = house
  const now = clock.now()
  const settings = await signInSettings(house)
  const { accountId } = actor
  const account = await db
    .selectFrom('account as a')
    .leftJoin('auth_password as p', 'p.account_id', 'a.id')
    .leftJoin('mail_link as l', (j) =>
      j
        .onRef('l.account_id', '=', 'a.id')
        .on('l.kind', '=', 'mailbox')
        .on('l.used_at', 'is', null)
        .on('l.expires_at', '>', now),
    )
    .leftJoin('account_proposal as w', (j) =>
      j
        .onRef('w.account_id', '=', 'a.id')
        .on('w.status', '=', 'proposed')
        .on('w.mailbox', 'is not', null),
    )
    .select(['a.login', 'a.name', 'a.mailbox', 'a.phone', 'p.set_at'])
    .select(['l.mailbox as asked', 'w.mailbox as proposed'])
    .where('a.id', '=', accountId)
    .executeTakeFirstOrThrow()
  const needed = actor.grants.some((g) => isStrong(g.role))
  const factor = await storedFactor(db, accountId)
  const sessions = await sessionsOf(db, accountId, settings, now)
  return {
    login: account.login,
    name: account.name,
    mailbox: account.mailbox,
    mailboxAsked: account.asked,
    mailboxProposed: account.proposed,
    phone: account.phone,
    roles: await ownRoles(house, accountId),
    secondFactor: {
      since: factor?.confirmed_at?.toISOString() ?? null,
      needed,
      recoveryLeft: await recoveryCodesLeft(db, accountId),
    },
    password: {
      since: account.set_at?.toISOString() ?? null,
      demand: passwordDemand(settings.password, needed),
    },
    sessions: sessions.map((s) => ({
      id: s.id,
      since: s.created_at.toISOString(),
      seen: s.seen_at.toISOString(),
      address: s.address ?? '',
      agent: s.agent ?? '',
      own: s.id === ownSession,
    })),
  }
}

async function ownRoles({ db, clock }: House, accountId: string) {
  const today = todayInBeijing(clock.now())
  const rows = await db
    .selectFrom('role_grant')
    .select(['role', 'unit_id', 'branch_id', 'agency_id', 'valid_from', 'valid_to'])
    .where('account_id', '=', accountId)
    .where((e) => e.or([e('valid_to', 'is', null), e('valid_to', '>=', today)]))
    .orderBy('id')
    .execute()
  const standIns = await db
    .selectFrom('deputy as d')
    .innerJoin('account as a', 'a.id', 'd.absent_id')
    .innerJoin('role_grant as g', 'g.account_id', 'd.absent_id')
    .select([
      'g.role',
      'g.unit_id',
      'g.branch_id',
      'g.agency_id',
      'd.valid_from',
      'd.valid_to',
      'a.name',
    ])
    .where('d.deputy_id', '=', accountId)
    .where('d.status', '=', 'active')
    .where('d.valid_to', '>=', today)
    .orderBy('d.id')
    .execute()
  const all = [...rows.map((r) => ({ ...r, name: null })), ...standIns]
  const placed = all.map((r) => ({
    unitId: r.unit_id,
    branchId: r.branch_id,
    agencyId: r.agency_id,
  }))
  const nameOf = await bodyNames(db, placed)
  return all.map((r, i) => ({
    words: roleWords(r.role as Role),
    body: nameOf(placed[i]!) ?? defaultBody(r.role),
    from: r.valid_from,
    to: r.valid_to,
    deputyFor: r.name,
  }))
}

/** The deputies of a person, those he stands in for, and whom he may name. */
export async function ownDeputies(house: House, actor: Actor & { accountId: string }) {
  const { db, clock } = house
  const { accountId } = actor
  const today = todayInBeijing(clock.now())
  const lines = await deputyLines(db, accountId, today)
  return {
    mine: lines.filter((l) => l.absent.id === accountId),
    forOthers: lines.filter((l) => l.deputy.id === accountId),
    colleagues: await colleaguesOf(db, actor, today),
  }
}

async function deputyLines(db: Database, accountId: string, today: string) {
  const rows = await db
    .selectFrom('deputy as d')
    .innerJoin('account as absent', 'absent.id', 'd.absent_id')
    .innerJoin('account as deputy', 'deputy.id', 'd.deputy_id')
    .select([
      'd.id',
      'd.absent_id',
      'absent.name as absent_name',
      'd.deputy_id',
      'deputy.name as deputy_name',
      'd.valid_from',
      'd.valid_to',
      'd.reason',
      'd.version',
      sql<
        'active' | 'ended'
      >`case when d.status = 'active' and d.valid_to >= ${today}::date then 'active' else 'ended' end`.as(
        'status',
      ),
    ])
    .where((e) => e.or([e('d.absent_id', '=', accountId), e('d.deputy_id', '=', accountId)]))
    .orderBy('d.valid_from', 'desc')
    .limit(50)
    .execute()
  return rows.map((r) => ({
    id: r.id,
    absent: { id: r.absent_id, name: r.absent_name },
    deputy: { id: r.deputy_id, name: r.deputy_name },
    from: r.valid_from,
    to: r.valid_to,
    reason: r.reason,
    status: r.status,
    version: r.version,
  }))
}

/** Colleagues in use of the same unit, agency, customs or office. Administrators have none. */
export async function colleaguesOf(db: Database, actor: Actor, today: string) {
  const own = actor.grants.filter((g) => !g.deputyFor)
  if (own.length === 0 || own.some((g) => isAdministrator(g.role))) return []
  const bodies = bodiesOf(own)
  const rows = await db
    .selectFrom('account as a')
    .select(['a.id', 'a.name', grantsOn(sql.ref('a.id'), today).as('grants')])
    .where('a.status', '=', 'active')
    .where('a.id', '<>', actor.accountId)
    .where((e) =>
      e.exists(
        e
          .selectFrom('role_grant as g')
          .select('g.id')
          .whereRef('g.account_id', '=', 'a.id')
          .where((w) =>
            w.or([
              w('g.unit_id', 'in', [...idsIn(bodies, 'unit:'), neverId]),
              w('g.agency_id', 'in', [...idsIn(bodies, 'agency:'), neverId]),
              ...(bodies.has('customs') ? [w('g.role', 'like', 'customs-%')] : []),
              ...(bodies.has('office') ? [w('g.role', 'like', 'office-%')] : []),
            ]),
          ),
      ),
    )
    .orderBy('a.name')
    .limit(500)
    .execute()
  return rows
    .map((r) => ({ ...r, grants: r.grants.filter((g) => !g.deputyFor) }))
    .filter((r) => [...bodiesOf(r.grants)].some((b) => bodies.has(b)))
    .map((r) => ({ id: r.id, name: r.name, roles: r.grants.map((g) => roleWords(g.role)) }))
}

// An empty `in ()` is no SQL; the nil uuid belongs to nobody.
const neverId = '00000000-0000-0000-0000-000000000000'
const idsIn = (bodies: Set<string>, prefix: string) =>
  [...bodies].filter((b) => b.startsWith(prefix)).map((b) => b.slice(prefix.length))
