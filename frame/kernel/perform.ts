import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { House } from '#frame/house.ts'
import type { Tx } from '#frame/db/connect.ts'
import { todayInBeijing } from '#frame/calendar/day.ts'
import { plan } from '#frame/jobs/plan.ts'
import { appendEvent } from '#frame/ledger/append.ts'
import type { Actor } from '#frame/people/actor.ts'
import { grantUsed } from '#frame/people/policy.ts'
import type { Act, ActReply, DecideContext, Facts, SaveContext } from './act.ts'
import { newId } from './id.ts'
import type { Lifecycle, Move } from './lifecycle.ts'
import { distinct, reason, Refused } from './reason.ts'
import { permissionReasons, staleReasons, transitionReasons } from './standard-checks.ts'

/** Who asks, and the key under which a repeated request is one effect. */
export interface Asked {
  actor: Actor
  requestId: string
  /** Given by the client once per intention; the same key with another body is refused with 409. */
  idemKey?: string
}

/**
 * The one corridor: load (locks) → standard checks → decide → save → ledger → planned jobs, in one
 * transaction. In: the act, its raw input and who asks. Out: what `save` replied; a repeated request
 * with the same key gets the first answer again.
 * Errors: {@link Refused} with all reasons; nothing is changed then.
 */
export async function perform<F extends Facts, I, O, R extends ActReply>(
  house: House,
  act: Act<F, I, O, R>,
  raw: unknown,
  asked: Asked,
  life?: Lifecycle,
): Promise<R> {
  const now = house.clock.now()
  return house.db.transaction().execute((tx) => performWithin(tx, now, act, raw, asked, life))
}

/**
 * The same in a transaction that is open already: another step of the house brings this act about, and both
 * happen or neither. In: the transaction and the instant of that step besides.
 */
export async function performWithin<F extends Facts, I, O, R extends ActReply>(
  tx: Tx,
  now: Date,
  act: Act<F, I, O, R>,
  raw: unknown,
  asked: Asked,
  life?: Lifecycle,
): Promise<R> {
  const input = parseInput(act, raw)
  const ctx: DecideContext = { actor: asked.actor, now, today: todayInBeijing(now) }
  const earlier = await claimReceipt(tx, act.name, raw, asked, now)
  if (earlier) return earlier as R
  const facts = await act.load(tx, input, ctx)
  const next = settle(act, facts, input, ctx, life ?? null)
  const reply = await saveAndRecord(tx, act, facts, next, ctx, asked)
  await keepReceipt(tx, asked, reply)
  return reply
}

function parseInput<F extends Facts, I, O, R extends ActReply>(
  act: Act<F, I, O, R>,
  raw: unknown,
): I {
  const parsed = act.input.safeParse(raw)
  if (parsed.success) return parsed.data
  throw new Refused(
    'invalid',
    parsed.error.issues.map((i) => reason(null, 'invalid-field', i.message, i.path.join('.'))),
  )
}

/** Standard checks, `ready` and `decide`: every reason at once, but never a rule's reason to a stranger. */
function settle<F extends Facts, I, O, R extends ActReply>(
  act: Act<F, I, O, R>,
  facts: F,
  input: I,
  ctx: DecideContext,
  life: Lifecycle | null,
): O {
  const forbidden = permissionReasons(act.move, facts, ctx.actor)
  if (forbidden.length > 0) throw new Refused('forbidden', forbidden)
  const stale = staleReasons(facts.subject, act.seen?.(input))
  if (stale.length > 0) throw new Refused('stale', stale)
  const wrongStatus = transitionReasons(life, act.move, facts.subject)
  if (wrongStatus.length > 0) throw new Refused('refused', wrongStatus)
  const unready = act.ready?.(facts, ctx) ?? []
  const decision = act.decide(facts, input, ctx)
  const reasons = distinct(decision.ok ? unready : [...unready, ...decision.reasons])
  if (reasons.length > 0) throw new Refused('refused', reasons)
  if (!decision.ok) throw new Error(`${act.name} said no without a reason`)
  return decision.next
}

async function saveAndRecord<F extends Facts, I, O, R extends ActReply>(
  tx: Tx,
  act: Act<F, I, O, R>,
  facts: F,
  next: O,
  ctx: DecideContext,
  asked: Asked,
): Promise<R> {
  const eventId = newId()
  const recorded: Record<string, unknown> = {}
  const saveCtx: SaveContext = {
    ...ctx,
    act: { name: act.name, move: act.move },
    eventId,
    plan: (job, data, key) => plan(tx, job, data, key === undefined ? {} : { key }),
    record: (more) => void Object.assign(recorded, more),
  }
  const reply = await act.save(tx, facts, next, saveCtx)
  checkArrival(act, reply)
  if (act.quiet) return reply
  const subject = facts.subject
  await appendEvent(tx, {
    id: eventId,
    at: ctx.now,
    actor: ctx.actor,
    act: act.name,
    // The object whose status and version stand in the body; a reply may point at what the act made beside it.
    subject: { kind: act.name.split('.')[0] ?? act.name, id: subject?.id ?? reply.id },
    unitId: subject?.unitId ?? facts.owner?.unitId ?? null,
    body: {
      from: subject?.status ?? null,
      to: reply.status,
      version: reply.version,
      requestId: asked.requestId,
      ...standsInFor(act.move, facts, ctx.actor),
      ...recorded,
    },
  })
  return reply
}

/** A deputy acts in his own name; the event says for whom, when only the other's role let him. */
function standsInFor(move: Move, facts: Facts, actor: Actor): { for?: string } {
  const owner = facts.subject ?? facts.owner ?? { unitId: null, branchId: null }
  const absent = grantUsed(actor, move.who, owner)?.deputyFor
  return absent ? { for: absent } : {}
}

/** A save that lands outside the table is a fault of ours: the transaction is given up. */
function checkArrival(act: { name: string; move: { to: readonly string[] } }, reply: ActReply) {
  if (!act.move.to.includes(reply.status))
    throw new Error(`${act.name} arrived at ${reply.status}, which its table does not list`)
}

const hashOf = (act: string, raw: unknown) =>
  createHash('sha256')
    .update(`${act}\n${canonicalize(raw ?? null) ?? 'null'}`)
    .digest('hex')

/**
 * Claims the idempotency key inside the transaction: a second request waits on the unique row until the
 * first commits or rolls back. Out: the first answer when there is one, else undefined.
 */
async function claimReceipt(tx: Tx, act: string, raw: unknown, asked: Asked, now: Date) {
  const key = receiptKey(asked)
  if (!key) return undefined
  const bodyHash = hashOf(act, raw)
  const claimed = await tx
    .insertInto('act_receipt')
    .values({ ...key, act, body_hash: bodyHash, at: now, reply: null })
    .onConflict((c) => c.columns(['account_id', 'idem_key']).doNothing())
    .returning('act')
    .executeTakeFirst()
  if (claimed) return undefined
  const first = await tx
    .selectFrom('act_receipt')
    .select(['body_hash', 'reply'])
    .where('account_id', '=', key.account_id)
    .where('idem_key', '=', key.idem_key)
    // receipts stay: the row that stood in the way is there
    .executeTakeFirstOrThrow()
  if (first.body_hash !== bodyHash)
    throw new Refused('conflict', [
      reason(null, 'key-reused', '同一个请求编号已用于另一项内容。请刷新页面后重新提交。'),
    ])
  return first.reply
}

async function keepReceipt(tx: Tx, asked: Asked, reply: ActReply): Promise<void> {
  const key = receiptKey(asked)
  if (!key) return
  await tx
    .updateTable('act_receipt')
    .set({ reply: JSON.stringify(reply) })
    .where('account_id', '=', key.account_id)
    .where('idem_key', '=', key.idem_key)
    .execute()
}

/** Whose key it is: the person's, or, where nobody is signed in, that of the subject whose key was shown. */
function receiptKey({ actor, idemKey }: Asked) {
  const owner = actor.accountId ?? actor.visiting
  return idemKey === undefined || owner === undefined
    ? null
    : { account_id: owner, idem_key: idemKey }
}
