import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { z } from 'zod'
import { addPerson, testHouse, type TestHouse } from '#checks/house.ts'
import { drainJobs } from './drain.ts'
import { defineJob } from './job.ts'
import { jobsPart } from './part.ts'
import { plan } from './plan.ts'

let healed = false
const fragile = defineJob({
  name: 'admin.fragile',
  title: { zh: '易碎任务', en: 'Fragile job' },
  data: z.strictObject({ secret: z.string() }),
  retry: { times: 1, delay: 1, longest: 1 },
  async run() {
    if (!healed) throw new Error('too early')
  },
})

let t: TestHouse
let admin: string
let officer: string
before(async () => {
  t = await testHouse({ parts: [jobsPart] })
  admin = await addPerson(t.house, 'system-admin')
  officer = await addPerson(t.house, 'customs-leader')
  await t.house.db.transaction().execute((tx) => plan(tx, fragile, { secret: '某单位的菌株' }))
})
after(() => t.close())

interface Seen {
  counts: { name: string; waiting: number; retrying: number }[]
  failed: { id: string; name: string; attempts: number; error: string; again: string | null }[]
}
const look = async (): Promise<Seen> => (await t.as(admin).get('/api/jobs')).json()

test('only the system administrator sees the jobs, and never what they are about', async () => {
  assert.equal((await t.as(null).get('/api/jobs')).statusCode, 401)
  assert.equal((await t.as(officer).get('/api/jobs')).statusCode, 403)
  const reply = await t.as(admin).get('/api/jobs')
  assert.equal(reply.statusCode, 200)
  assert.doesNotMatch(reply.body, /菌株|secret/)
  const mine = (await look()).counts.find((c) => c.name === 'admin.fragile')
  assert.equal(mine?.waiting, 1)
})

test('a failed attempt is shown with its error and when it is tried again', async () => {
  await drainJobs(t.house, { keepFailures: true })
  const [failed] = (await look()).failed
  assert.equal(failed?.name, 'admin.fragile')
  assert.equal(failed?.attempts, 1)
  assert.match(failed?.error ?? '', /too early/)
  assert.ok(failed?.again)
})

test('a job given up can be run again by the administrator alone, and the ledger keeps it', async () => {
  await drainJobs(t.house, { keepFailures: true, retries: true })
  const [dead] = (await look()).failed
  assert.equal(dead?.again, null)
  assert.equal(dead?.attempts, 2)
  const path = `/api/jobs/${dead?.id}/retry`
  assert.equal((await t.as(officer).post(path)).statusCode, 403)
  healed = true
  const reply = await t.as(admin).post(path)
  assert.equal(reply.statusCode, 200, reply.body)
  assert.deepEqual((await look()).failed, [])
  assert.equal((await t.as(admin).post(path)).statusCode, 404)
  assert.equal((await drainJobs(t.house)).length, 1)
  const event = await t.house.db
    .selectFrom('audit_event')
    .select(['act', 'actor_id'])
    .where('act', '=', 'jobs.retry')
    .execute()
  assert.deepEqual(event, [{ act: 'jobs.retry', actor_id: admin }])
})

test('a job given up can be dropped, and is then gone', async () => {
  healed = false
  await t.house.db.transaction().execute((tx) => plan(tx, fragile, { secret: '又一个' }))
  await drainJobs(t.house, { keepFailures: true })
  await drainJobs(t.house, { keepFailures: true, retries: true })
  const [dead] = (await look()).failed
  const metrics = await t.as(null).get('/metrics')
  assert.match(metrics.body, /^lianguan_jobs_dead 1$/m)
  assert.equal((await t.as(admin).post(`/api/jobs/${dead?.id}/drop`)).statusCode, 200)
  assert.deepEqual((await look()).failed, [])
  assert.deepEqual(await drainJobs(t.house), [])
})
