import assert from 'node:assert/strict'
import { EventEmitter, once } from 'node:events'
import { after, before, test } from 'node:test'
import { Client } from 'pg'
import pino from 'pino'
import { PgBoss } from 'pg-boss'
import { z } from 'zod'
import { testHouse, type TestHouse } from '#checks/house.ts'
import { grantServing, makeServingRole } from '#frame/db/roles.ts'
import { openHouse } from '#frame/open-house.ts'
import { defineJob } from './job.ts'
import { jobsPart } from './part.ts'
import { plan } from './plan.ts'
import { jobSchema, openQueues } from './queue-schema.ts'
import { overPool, startWorkers } from './worker.ts'

const signs = new EventEmitter()
const hello = defineJob({
  name: 'role.hello',
  title: { zh: '测试', en: 'Test' },
  data: z.strictObject({}),
  poll: 0.5,
  cron: '0 0 1 1 *',
  run: async () => void signs.emit('hello'),
})

let t: TestHouse
let servingUrl: string
before(async () => {
  t = await testHouse({ parts: [jobsPart] })
  const ownerUrl = t.house.pool.options.connectionString ?? ''
  const owner = new Client({ connectionString: ownerUrl })
  await owner.connect()
  servingUrl = (await makeServingRole(owner, ownerUrl, 'serving-only-42')) ?? ''
  await grantServing(owner, decodeURIComponent(new URL(servingUrl).username))
  await owner.end()
})
after(async () => {
  const role = decodeURIComponent(new URL(servingUrl).username)
  await t.house.pool.query(`drop owned by "${role}"`)
  await t.house.pool.query(`drop role "${role}"`)
  await t.close()
})

test('the serving role, which owns no table, can plan, run and clean up jobs', async () => {
  const told: string[] = []
  const log = pino({ level: 'warn' }, { write: (line: string) => void told.push(line) })
  const opened = openHouse({
    config: t.house.config,
    databaseUrl: servingUrl,
    log,
    connections: 6,
  })
  const { house } = opened
  await openQueues(house.db)
  const workers = await startWorkers(house)
  const ran = once(signs, 'hello')
  await house.db.transaction().execute((tx) => plan(tx, hello, {}))
  await ran
  const boss = new PgBoss({
    db: overPool(house.pool),
    schema: jobSchema,
    migrate: false,
    reindex: false,
    monitorVacuum: false,
    registerInstance: false,
  })
  boss.on('error', (error) => told.push(error.message))
  await boss.start()
  await boss.supervise()
  await boss.stop({ graceful: false })
  await workers.stop()
  await opened.close()
  assert.deepEqual(told, [])
})
