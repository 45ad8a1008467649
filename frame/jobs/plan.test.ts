import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { after, before, beforeEach, test } from 'node:test'
import { sql } from 'kysely'
import { getConstructionPlans, PgBoss } from 'pg-boss'
import { z } from 'zod'
import { testHouse, type TestHouse } from '#checks/house.ts'
import { drainJobs } from './drain.ts'
import { defineJob } from './job.ts'
import { jobsPart } from './part.ts'
import { plan } from './plan.ts'
import { jobSchema, jobSchemaVersion } from './queue-schema.ts'
import { overPool } from './worker.ts'

const ran: string[] = []
const note = defineJob({
  name: 'test.note',
  title: { zh: '测试', en: 'Test' },
  data: z.strictObject({ word: z.string() }),
  run: async (_house, { word }) => void ran.push(word),
})
const chain = defineJob({
  name: 'test.chain',
  title: { zh: '测试', en: 'Test' },
  data: z.strictObject({ left: z.number().int() }),
  async run(house, { left }) {
    ran.push(`chain ${left}`)
    if (left > 0) await house.db.transaction().execute((tx) => plan(tx, chain, { left: left - 1 }))
  },
})
const broken = defineJob({
  name: 'test.broken',
  title: { zh: '测试', en: 'Test' },
  data: z.strictObject({}),
  run: async () => {
    throw new Error('mail to zhang@example.cn failed, number 13900000001\nsecond line')
  },
})

let t: TestHouse
before(async () => {
  t = await testHouse({ parts: [jobsPart] })
})
after(() => t.close())
beforeEach(() => void ran.splice(0))

const bare = (sqlText: string) => sqlText.replaceAll(/\s+/g, ' ').trim()

const inTx = <T>(work: Parameters<ReturnType<typeof t.house.db.transaction>['execute']>[0]) =>
  t.house.db.transaction().execute(work) as Promise<T>

test('the migration holds exactly the tables that this version of pg-boss writes', async () => {
  const file = path.resolve(import.meta.dirname, '../../migrations/0007_notify.sql')
  const text = await readFile(file, 'utf8')
  const [, ours = ''] = /-- >>> pgboss 46\n([\s\S]*)-- <<< pgboss 46/.exec(text) ?? []
  const [, theirs = ''] =
    /pg_advisory_xact_lock\([^;]*;([\s\S]*)COMMIT;/.exec(getConstructionPlans(jobSchema)) ?? []
  assert.equal(bare(ours), bare(theirs))
})

test('an upgrade of pg-boss to another schema version is noticed', async () => {
  const boss = new PgBoss({ db: overPool(t.house.pool), schema: jobSchema, migrate: false })
  assert.equal(await boss.schemaVersion(), jobSchemaVersion)
  const manifest = await readFile(
    new URL('../package.json', import.meta.resolve('pg-boss')),
    'utf8',
  )
  assert.equal(
    (JSON.parse(manifest) as { pgboss: { schema: number } }).pgboss.schema,
    jobSchemaVersion,
  )
})

test('a rolled back act leaves no job', async () => {
  const giveUp = inTx(async (tx) => {
    await plan(tx, note, { word: 'never' })
    throw new Error('refused')
  })
  await assert.rejects(giveUp, /refused/)
  assert.deepEqual(await drainJobs(t.house), [])
})

test('what plan writes is what the library itself would write', async () => {
  await inTx((tx) => plan(tx, note, { word: 'ours' }))
  const boss = new PgBoss({
    db: overPool(t.house.pool),
    schema: jobSchema,
    migrate: false,
    supervise: false,
    schedule: false,
    registerInstance: false,
  })
  await boss.start()
  await boss.send(note.name, { word: 'theirs' })
  await boss.stop({ graceful: false })
  const { rows } = await sql<{ row: Record<string, unknown> }>`
    select to_jsonb(j) - 'id' - 'data' - 'created_on' - 'start_after' - 'keep_until' as row
    from pgboss.job j where name = ${note.name} and state = 'created'`.execute(t.house.db)
  assert.equal(rows.length, 2)
  assert.deepEqual(rows[0], rows[1])
  await drainJobs(t.house)
})

test('the same key plans a job once, also after it has run, and also when asked for at the same moment', async () => {
  await inTx((tx) => plan(tx, note, { word: 'once' }, { key: 'k1' }))
  const again = () => inTx((tx) => plan(tx, note, { word: 'twice' }, { key: 'k1' }))
  await Promise.all([again(), again(), again()])
  await drainJobs(t.house)
  await again()
  await drainJobs(t.house)
  assert.deepEqual(ran, ['once'])
})

test('a job may plan further jobs, and a drain runs them all', async () => {
  await inTx((tx) => plan(tx, 'test.chain', { left: 3 }))
  await drainJobs(t.house)
  assert.deepEqual(ran, ['chain 3', 'chain 2', 'chain 1', 'chain 0'])
})

test('a job planned for later is due by the clock of the house', async () => {
  t.setClock('2026-03-02T09:00:00+08:00')
  const startAfter = new Date('2026-03-09T08:30:00+08:00')
  await inTx((tx) => plan(tx, note, { word: 'later' }, { startAfter }))
  await drainJobs(t.house)
  assert.deepEqual(ran, [])
  t.setClock('2026-03-09T08:30:00+08:00')
  await drainJobs(t.house)
  assert.deepEqual(ran, ['later'])
})

test('an unknown job and data of another form are refused before anything is written', async () => {
  await assert.rejects(
    inTx((tx) => plan(tx, 'test.nothing', {})),
    /no job is called/,
  )
  await assert.rejects(
    inTx((tx) => plan(tx, 'test.note', { word: 1 })),
    /data of job test.note/,
  )
  await assert.rejects(
    inTx((tx) => plan(tx, 'test.note', { word: 'a', more: 1 })),
    /more/,
  )
})

test('a drain tells of failures, and what is kept of them holds no address and no number', async () => {
  await inTx((tx) => plan(tx, broken, {}))
  await assert.rejects(drainJobs(t.house), /mail to …@… failed, number …$/)
  const { rows } = await sql<{ state: string; output: Record<string, unknown>; later: boolean }>`
    select state, output, start_after > now() as later from pgboss.job where name = 'test.broken'`.execute(
    t.house.db,
  )
  assert.equal(rows[0]?.state, 'retry')
  assert.equal(rows[0]?.later, true)
  assert.doesNotMatch(JSON.stringify(rows[0]?.output), /zhang|13900000001|second line|\.ts:/)
})

test('a failing job is tried as often as it may, pausing longer each time, then kept for a person', async () => {
  const pauses: number[] = []
  for (let n = 0; n < 5; n += 1) {
    const made = await drainJobs(t.house, {
      retries: true,
      keepFailures: true,
      only: ['test.broken'],
    })
    assert.equal(made.length, 1)
    const { rows } = await sql<{ pause: number }>`
      select extract(epoch from start_after - now())::float8 as pause from pgboss.job
      where name = 'test.broken' and state = 'retry'`.execute(t.house.db)
    if (rows[0]) pauses.push(rows[0].pause)
  }
  assert.equal(pauses.length, 4)
  for (const [i, pause] of pauses.entries())
    assert.ok(pause > 5 * 2 ** i && pause <= 5 * 2 ** (i + 2), `${i}: ${pause}`)
  const { rows } = await sql<{ name: string; source_name: string; kept: boolean }>`
    select name, source_name, keep_until > now() + interval '5 years' as kept from pgboss.job
    where source_name = 'test.broken'`.execute(t.house.db)
  assert.deepEqual(rows, [{ name: 'jobs.dead', source_name: 'test.broken', kept: true }])
})

test('a job that cannot be found any more does not stop the others', async () => {
  await sql`insert into pgboss.queue (name, policy, retry_limit, retry_delay, retry_backoff, expire_seconds,
      retention_seconds, deletion_seconds, partition, table_name)
    select 'test.removed', policy, 0, retry_delay, retry_backoff, expire_seconds, retention_seconds,
      deletion_seconds, partition, table_name from pgboss.queue where name = 'test.note'`.execute(
    t.house.db,
  )
  await sql`insert into pgboss.job (name, data, retry_limit) values ('test.removed', '{}', 0)`.execute(
    t.house.db,
  )
  await inTx((tx) => plan(tx, note, { word: 'still' }))
  const made = await drainJobs(t.house, { keepFailures: true })
  assert.equal(
    made.find((m) => m.name === 'test.removed')?.error?.message,
    'no job is called test.removed',
  )
  assert.deepEqual(ran, ['still'])
})
