import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { addPerson, testHouse, type TestHouse } from '#checks/house.ts'
import { cataloguePart } from '#frame/catalogue/part.ts'
import { jobsPart } from '#frame/jobs/part.ts'
import { publicActor, systemActor, type Actor } from '#frame/people/actor.ts'
import { loadActor } from '#frame/people/load-actor.ts'
import { canDo } from './can-do.ts'
import { newId } from './id.ts'
import { perform } from './perform.ts'
import { reason, Refused } from './reason.ts'
import { counterJob, counterLife, raiseAct, type Plan } from './test-act.ts'

let t: TestHouse
let officer: Actor
let colleague: Actor
let stranger: Actor
let branchId: string
let plan: Plan

const person = async (place: object) =>
  (await loadActor(t.house.db, await addPerson(t.house, 'customs-window', place), '2026-11-23'))!
before(async () => {
  t = await testHouse({ parts: [cataloguePart, jobsPart] })
  const branches = await t.house.db.selectFrom('branch').select('id').limit(2).execute()
  branchId = branches[0]!.id
  officer = await person({ branchId })
  colleague = await person({ branchId })
  stranger = await person({ branchId: branches[1]!.id })
})
after(() => t.close())
beforeEach(() => {
  const id = newId()
  plan = {
    subject: { kind: 'counter', id, unitId: null, branchId, status: 'open', version: 4 },
  }
})

const raise = (said: unknown, actor = officer, idemKey?: string) =>
  perform(
    t.house,
    raiseAct(plan),
    said,
    { actor, requestId: 'r-1', ...(idemKey ? { idemKey } : {}) },
    counterLife,
  )
const refused = async (said: unknown, actor = officer, idemKey?: string) => {
  const error = await raise(said, actor, idemKey).then(
    () => assert.fail('was done'),
    (e: unknown) => e,
  )
  assert.ok(error instanceof Refused, String(error))
  return { kind: error.kind, codes: error.reasons.map((r) => r.code) }
}
/** Everything the act leaves: business row, ledger event, queue row, job, receipt. */
async function left() {
  const { db } = t.house
  const { id } = plan.subject
  const row = await db
    .selectFrom('running_number')
    .select('last')
    .where('series', '=', `counter ${id}`)
    .executeTakeFirst()
  const events = await db
    .selectFrom('audit_event')
    .select(['id', 'body', 'actor_id'])
    .where('subject_id', '=', id)
    .execute()
  const queued = await db
    .selectFrom('audit_queue')
    .select('event_id')
    .where('event_id', 'in', [newId(), ...events.map((e) => e.id)])
    .execute()
  const jobs = await t.house.pool.query(
    'select data from pgboss.job where name = $1 and data->>$2 = $3',
    [counterJob.name, 'id', id],
  )
  const receipts = await db
    .selectFrom('act_receipt')
    .select('idem_key')
    .where('idem_key', 'like', `${id}%`)
    .execute()
  return {
    last: row?.last ?? null,
    events: events.map((e) => ({
      actor: e.actor_id,
      ...(JSON.parse(e.body.toString()) as { body: object }).body,
    })),
    counts: [events.length, queued.length, jobs.rowCount, receipts.length],
  }
}

test('an act leaves its row, its event with what was recorded, its job and its receipt, together', async () => {
  const reply = await raise({ by: 3 }, officer, `${plan.subject.id}:1`)
  assert.deepEqual(reply, { id: plan.subject.id, status: 'open', version: 5 })
  const after = await left()
  assert.equal(after.last, 3)
  assert.deepEqual(after.counts, [1, 1, 1, 1])
  assert.deepEqual(after.events, [
    { actor: officer.accountId, by: 3, from: 'open', requestId: 'r-1', to: 'open', version: 5 },
  ])
})

test('a fault in the save leaves nothing: no row, event, queue row, job or receipt', async () => {
  plan.fault = new Error('the disk is full')
  await assert.rejects(raise({ by: 3 }, officer, `${plan.subject.id}:1`), /the disk is full/)
  assert.deepEqual(await left(), { last: null, events: [], counts: [0, 0, 0, 0] })
})

test('a save that arrives at a status its table does not list is a fault of ours and leaves nothing', async () => {
  plan.arrives = 'elsewhere'
  const error: unknown = await raise({ by: 3 }).catch((e: unknown) => e)
  assert.ok(error instanceof Error && !(error instanceof Refused))
  assert.match(error.message, /counter\.raise arrived at elsewhere/)
  assert.deepEqual((await left()).counts, [0, 0, 0, 0])
})

test('every reason is told at once, those known beforehand and those of the input; nothing is left', async () => {
  plan.unready = [
    reason('S2-026', 'not-registered', '单位没有登记'),
    reason(null, 'second', '第二条'),
  ]
  const { kind, codes } = await refused({ by: 101 }, officer, `${plan.subject.id}:1`)
  assert.deepEqual([kind, codes], ['refused', ['not-registered', 'second', 'too-many']])
  assert.deepEqual((await left()).counts, [0, 0, 0, 0])
})

test('a reason given beforehand and when deciding is told once', async () => {
  plan.unready = [reason('S2-190', 'too-many', '一次最多加一百', 'by')]
  assert.deepEqual((await refused({ by: 101 })).codes, ['too-many'])
})

test('an unknown key, a wrong kind of value or no input at all is refused before anything is read', async () => {
  for (const said of [
    { by: 1, more: true },
    { by: '1' },
    { by: 0 },
    {},
    null,
    undefined,
    'by',
    [],
  ]) {
    const { kind } = await refused(said)
    assert.equal(kind, 'invalid', JSON.stringify(said))
  }
})

test('a stranger learns that he may not, and no reason of a rule or version', async () => {
  plan.unready = [reason(null, 'secret', '只有内部知道')]
  for (const actor of [stranger, publicActor])
    assert.deepEqual(await refused({ by: 101, version: 1 }, actor), {
      kind: 'forbidden',
      codes: ['not-permitted'],
    })
})

test('the version seen comes before the table, the table before the rules', async () => {
  plan.subject.status = 'closed'
  plan.unready = [reason(null, 'rule', '规则')]
  assert.deepEqual(await refused({ by: 1, version: 3 }), { kind: 'stale', codes: ['stale'] })
  assert.deepEqual(await refused({ by: 1, version: 4 }), {
    kind: 'refused',
    codes: ['wrong-status'],
  })
  plan.subject.status = 'open'
  assert.deepEqual(await refused({ by: 1, version: 4 }), { kind: 'refused', codes: ['rule'] })
})

test('the screen says what the act says: the same reasons from the same functions', async () => {
  const ctx = { actor: officer, now: t.house.clock.now(), today: '2026-11-23' }
  const shown = () =>
    canDo(
      counterLife,
      [raiseAct(plan)],
      { subject: plan.subject, unready: plan.unready ?? [] },
      ctx,
    )
  assert.deepEqual(
    shown().map((a) => [a.act, a.allowed]),
    [['counter.raise', true]],
  )
  plan.unready = [reason(null, 'rule', '规则')]
  assert.deepEqual(
    shown()[0]?.reasons.map((r) => r.code),
    (await refused({ by: 1 })).codes,
  )
  plan.subject.status = 'closed'
  assert.deepEqual(
    shown()[0]?.reasons.map((r) => r.code),
    (await refused({ by: 1 })).codes,
  )
  const foreign = canDo(
    counterLife,
    [raiseAct(plan)],
    { subject: plan.subject, unready: [] },
    { ...ctx, actor: stranger },
  )
  assert.deepEqual(foreign, [], 'what one may never do is not shown')
})

test('a quiet act leaves no event in the ledger, all else as ever', async () => {
  plan.quiet = true
  await raise({ by: 2 }, officer, `${plan.subject.id}:1`)
  assert.deepEqual(await left(), { last: 2, events: [], counts: [0, 0, 1, 1] })
})

test('a repeated request gets the first answer and has no second effect, also at the same moment', async () => {
  const key = `${plan.subject.id}:1`
  const replies = await Promise.all(Array.from({ length: 8 }, () => raise({ by: 3 }, officer, key)))
  plan.subject.version = 5
  plan.subject.status = 'closed'
  replies.push(await raise({ by: 3 }, officer, key))
  assert.equal(new Set(replies.map((r) => JSON.stringify(r))).size, 1)
  assert.deepEqual((await left()).counts, [1, 1, 1, 1])
})

test('the same key with another body is refused; another person may use it; without a key each counts', async () => {
  const key = `${plan.subject.id}:1`
  await raise({ by: 3 }, officer, key)
  assert.deepEqual(await refused({ by: 4 }, officer, key), {
    kind: 'conflict',
    codes: ['key-reused'],
  })
  // the order of the keys of an object says nothing
  await raise({ by: 5, version: 4 }, colleague, key)
  await raise({ version: 4, by: 5 }, colleague, key)
  await raise({ by: 6 })
  await raise({ by: 6 })
  assert.deepEqual((await left()).counts, [4, 4, 4, 2])
})

test('of two with one key, when the first fails the second is judged anew', async () => {
  const key = `${plan.subject.id}:1`
  plan.fault = new Error('gone')
  const first = raise({ by: 3 }, officer, key)
  await assert.rejects(first)
  delete plan.fault
  await raise({ by: 3 }, officer, key)
  assert.deepEqual((await left()).counts, [1, 1, 1, 1])
})

test('the system acts without an account: it passes, is named in the ledger and keeps no receipts', async () => {
  await raise({ by: 1 }, systemActor, `${plan.subject.id}:1`)
  const { events, counts } = await left()
  assert.deepEqual(counts, [1, 1, 1, 0])
  assert.equal(events[0]?.actor, null)
})
