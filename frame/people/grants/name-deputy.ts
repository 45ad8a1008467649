import { sql } from 'kysely'
import { z } from 'zod'
import { daysBetween, isDay, type Day } from '#frame/calendar/day.ts'
import type { Tx } from '#frame/db/connect.ts'
import { act, type Facts, type Subject } from '#frame/kernel/act.ts'
import { newId } from '#frame/kernel/id.ts'
import { absent, decided, reason, type Reason } from '#frame/kernel/reason.ts'
import { notify } from '#frame/notify/notify.ts'
import { deputyNamed } from '../notices.ts'
import type { Actor } from '../actor.ts'
import { reachOf, within, type Owned } from '../policy.ts'
import { isAdministrator } from '../roles.ts'
import { bodiesOf } from './bodies.ts'
import { loadAccount, type AccountFacts } from '../accounts/facts.ts'
import { onRowWithReason, reasonField, seen } from '../accounts/forms.ts'
import { grantMove } from './states.ts'

const day = z.string().refine(isDay, '日期应写成 2026-11-23 这样。')

const deputyInput = z
  .strictObject({
    absentId: z.uuid(),
    deputyId: z.uuid('请选择代理人。'),
    validFrom: day,
    validTo: day,
    reason: reasonField,
  })
  .refine((d) => d.validTo >= d.validFrom, {
    path: ['validTo'],
    message: '结束日期早于开始日期，请改正。',
  })
type DeputyInput = z.output<typeof deputyInput>

interface NameFacts extends Facts {
  subject: null
  owner: Owned
  absent: AccountFacts
  deputy: AccountFacts
  overlaps: boolean
}

/** The project's own limit: whoever is away longer hands his work over. */
const longestDays = 180

/**
 * Names who stands in for an absent colleague, from day to day. The deputy acts in his own name "for" him;
 * rules on four eyes look at the person, so a deputy is never second person to himself.
 */
export const nameDeputy = act<NameFacts, DeputyInput, DeputyInput>({
  name: 'deputy.name',
  move: grantMove('deputy.name'),
  input: deputyInput,
  async load(tx, input, { actor, today }) {
    // Always in one order: two people naming each other at once must not block each other.
    const ids = [input.absentId, input.deputyId].toSorted()
    const facts = new Map<string, AccountFacts>()
    for (const id of ids) facts.set(id, await loadAccount(tx, id, today))
    const absentOne = facts.get(input.absentId)!
    const { unitId, branchId } = absentOne.subject
    const owner = { unitId, branchId, accountId: input.absentId }
    if (!knows(actor, owner, absentOne.grants)) throw absent()
    return {
      subject: null,
      owner,
      absent: absentOne,
      deputy: facts.get(input.deputyId)!,
      overlaps: await overlapping(tx, input),
    }
  },
  decide({ absent, deputy, overlaps }, input, { today }) {
    const reasons: Reason[] = []
    const no = (code: string, message: string, at?: string) =>
      reasons.push(reason(null, code, message, at))
    if (input.absentId === input.deputyId)
      no('same-person', '代理人不能是本人。请选择一位同事。', 'deputyId')
    if (deputy.subject.status !== 'active')
      no('deputy-not-active', '这位同事的账号不在用，不能代理。请另选一位。', 'deputyId')
    if ([absent, deputy].some((a) => a.grants.some((g) => isAdministrator(g.role))))
      no('administrator', '系统、安全、审计管理员不设代理，也不代理他人。请按程序另行任命。')
    const bodies = bodiesOf(absent.grants)
    if (![...bodiesOf(deputy.grants)].some((b) => bodies.has(b)))
      no('not-a-colleague', '代理人须与您同属一个单位、机构或海关。请另选一位同事。', 'deputyId')
    if (input.validTo < today) no('past', '结束日期已过，请改为今天或以后的日期。', 'validTo')
    if (daysBetween(input.validFrom, input.validTo) >= longestDays)
      no('too-long', `代理最长${longestDays}天。时间更长的，请把经办的业务转交同事。`, 'validTo')
    if (overlaps)
      no('overlap', '这段时间已指定过同一位代理人。请先结束原来的代理，或改日期。', 'validFrom')
    return decided(reasons, () => input)
  },
  async save(tx, { absent: absentOne }, next, ctx) {
    const id = newId()
    const { absentId, deputyId, validFrom, validTo } = next
    await tx
      .insertInto('deputy')
      .values({
        id,
        absent_id: absentId,
        deputy_id: deputyId,
        valid_from: validFrom,
        valid_to: validTo,
        reason: next.reason,
        audit_event_id: ctx.eventId,
        created_at: ctx.now,
      })
      .execute()
    await notify(tx, {
      to: { accountIds: [deputyId] },
      kind: deputyNamed,
      params: { name: absentOne.name, from: validFrom, to: validTo },
      path: '/account',
      now: ctx.now,
    })
    ctx.record({
      absent: absentId,
      deputy: deputyId,
      from: validFrom,
      until: validTo,
      reason: next.reason,
    })
    return { id, status: 'active', version: 1 }
  },
})

/** Who is neither colleague nor head does not learn whether there is such a person. */
function knows(actor: Actor, owner: Owned, grants: AccountFacts['grants']): boolean {
  const bodies = bodiesOf(actor.grants)
  const colleague = [...bodiesOf(grants)].some((b) => bodies.has(b))
  return colleague || within(reachOf(actor, grantMove('deputy.name').who), owner)
}

async function overlapping(tx: Tx, input: DeputyInput): Promise<boolean> {
  const row = await tx
    .selectFrom('deputy')
    .select('id')
    .where('absent_id', '=', input.absentId)
    .where('deputy_id', '=', input.deputyId)
    .where('status', '=', 'active')
    .where('valid_from', '<=', input.validTo)
    .where('valid_to', '>=', input.validFrom)
    .executeTakeFirst()
  return row !== undefined
}

interface EndFacts extends Facts {
  subject: Subject
  last: Day
}

/** Ends a deputy before his last day, e.g. because the colleague is back. */
export const endDeputy = act<EndFacts, { id: string; version: number; reason: string }, string>({
  name: 'deputy.end',
  move: grantMove('deputy.end'),
  input: onRowWithReason,
  seen,
  async load(tx, { id }, { actor }) {
    const row = await tx
      .selectFrom('deputy')
      .selectAll()
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()
    if (!row) throw absent()
    const owner = { unitId: null, branchId: null, accountId: row.absent_id }
    const heads = within(reachOf(actor, grantMove('deputy.end').who), owner)
    if (!heads && actor.accountId !== row.deputy_id) throw absent()
    return {
      subject: {
        kind: 'deputy',
        id,
        ...owner,
        status: row.status,
        version: row.version,
      },
      last: row.valid_to,
    }
  },
  decide: (_facts, input) => decided([], () => input.reason),
  async save(tx, { subject, last }, why, ctx) {
    const { version } = await tx
      .updateTable('deputy')
      .set({ status: 'ended', version: sql<number>`version + 1`, audit_event_id: ctx.eventId })
      .where('id', '=', subject.id)
      .returning('version')
      .executeTakeFirstOrThrow()
    ctx.record({ reason: why, plannedUntil: last })
    return { id: subject.id, status: 'ended', version }
  },
})
