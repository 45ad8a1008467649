import assert from 'node:assert/strict'
import { once, EventEmitter } from 'node:events'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { PgBoss } from 'pg-boss'
import { z } from 'zod'
import { testHouse, type TestHouse } from '#checks/house.ts'
import { defineJob, type RunningJob } from './job.ts'
import { jobsPart } from './part.ts'
import { plan } from './plan.ts'
import { jobSchema } from './queue-schema.ts'
import { overPool, startWorkers } from './worker.ts'

const signs = new EventEmitter()
const counted = new Map<number, number>()
const quick = { poll: 0.5, retry: { times: 3, delay: 1, longest: 1 } }
const count = defineJob({
  ...quick,
  name: 'work.count',
  title: { zh: '测试', en: 'Test' },
  concurrency: 3,
  data: z.strictObject({ n: z.number().int() }),
  async run(_house, { n }) {
    counted.set(n, (counted.get(n) ?? 0) + 1)
    signs.emit('counted', n)
  },
})
const slow = defineJob({
  ...quick,
  name: 'work.slow',
  title: { zh: '测试', en: 'Test' },
  data: z.strictObject({}),
  async run() {
    signs.emit('slow begins')
    await once(signs, 'slow may end')
    signs.emit('slow ends')
  },
})
const attempts: Omit<RunningJob, 'signal'>[] = []
const second = defineJob({
  ...quick,
  name: 'work.second',
  title: { zh: '测试', en: 'Test' },
  data: z.strictObject({}),
  async run(_house, _data, { id, attempt, last }) {
    attempts.push({ id, attempt, last })
    if (attempt === 1) throw new Error('not yet')
    signs.emit('second done')
  },
})

let t: TestHouse
before(async () => {
  t = await testHouse({ parts: [jobsPart] })
})
after(() => t.close())

const planned = (name: string, data: object) =>
  t.house.db.transaction().execute((tx) => plan(tx, name, data))

test('two servers share the work and run each job once', async () => {
  const servers = [await startWorkers(t.house), await startWorkers(t.house)]
  const all = new Promise<void>((done) => {
    signs.on('counted', () => void (counted.size === 30 && done()))
  })
  for (let n = 0; n < 30; n += 1) await planned(count.name, { n })
  await all
  await Promise.all(servers.map((server) => server.stop()))
  assert.deepEqual(
    [...counted.values()].filter((times) => times !== 1),
    [],
  )
})

test('a server that stops lets the running attempt end', async () => {
  const server = await startWorkers(t.house)
  const begins = once(signs, 'slow begins')
  await planned(slow.name, {})
  await begins
  const ended: string[] = []
  signs.once('slow ends', () => ended.push('job'))
  const stopped = server.stop().then(() => ended.push('server'))
  setTimeout(() => signs.emit('slow may end'), 100)
  await stopped
  assert.deepEqual(ended, ['job', 'server'])
  const { rows } = await sql<{
    state: string
  }>`select state from pgboss.job where name = 'work.slow'`.execute(t.house.db)
  assert.deepEqual(rows, [{ state: 'completed' }])
})

test('a failed attempt is repeated and knows which attempt it is', async () => {
  const server = await startWorkers(t.house)
  const done = once(signs, 'second done')
  await planned(second.name, {})
  await done
  await server.stop()
  assert.deepEqual(
    attempts.map(({ attempt, last }) => ({ attempt, last })),
    [
      { attempt: 1, last: false },
      { attempt: 2, last: false },
    ],
  )
  assert.equal(attempts[0]?.id, attempts[1]?.id)
})

test('an attempt whose server died is given to another one', async () => {
  await planned(count.name, { n: 99 })
  await sql`update pgboss.job set state = 'active', started_on = now() - interval '3 minutes'
    where name = 'work.count' and state = 'created'`.execute(t.house.db)
  const boss = new PgBoss({
    db: overPool(t.house.pool),
    schema: jobSchema,
    migrate: false,
    schedule: false,
    registerInstance: false,
  })
  await boss.start()
  await boss.supervise()
  await boss.stop({ graceful: false })
  const again = once(signs, 'counted')
  const server = await startWorkers(t.house)
  assert.deepEqual(await again, [99])
  await server.stop()
})

test('recurring work is entered in Beijing time and leaves with the code that defines it', async () => {
  defineJob({
    ...quick,
    name: 'work.weekly',
    title: { zh: '测试', en: 'Test' },
    data: z.strictObject({}),
    cron: '30 8 * * 1',
    run: async () => {},
  })
  await sql`insert into pgboss.schedule (name, cron) values ('work.count', '0 0 * * *')`.execute(
    t.house.db,
  )
  await (await startWorkers(t.house)).stop()
  const { rows } = await sql`select name, cron, timezone from pgboss.schedule
    where name like 'work.%'`.execute(t.house.db)
  assert.deepEqual(rows, [{ name: 'work.weekly', cron: '30 8 * * 1', timezone: 'Asia/Shanghai' }])
})
