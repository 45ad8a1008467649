import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { sql } from 'kysely'
import { testHouse, type TestHouse } from '#checks/house.ts'
import { startMailServer, type MailServer } from '#checks/mail-server.ts'
import { startWorkerProcess } from '#checks/worker-process.ts'
import { drainJobs } from '#frame/jobs/drain.ts'
import { jobsPart } from '#frame/jobs/part.ts'
import { startWorkers } from '#frame/jobs/worker.ts'
import { passwordReset } from './account-notices.ts'
import { deliverMessage } from './deliver.ts'
import { claimMessage, handOver, settleMessage } from './message-state.ts'
import { notify } from './notify.ts'
import { notifyPart } from './part.ts'

let server: MailServer
let t: TestHouse
let databaseUrl: string
before(async () => {
  server = await startMailServer()
  t = await testHouse({ parts: [notifyPart, jobsPart], config: { smtpUrl: server.url } })
  databaseUrl = t.house.pool.options.connectionString ?? ''
})
after(async () => {
  await t.close()
  await server.close()
})
beforeEach(async () => {
  server.mails.splice(0)
  await t.house.db.deleteFrom('message').execute()
  await sql`delete from pgboss.job`.execute(t.house.db)
})

const mail = (n = 0) =>
  t.house.db.transaction().execute((tx) =>
    notify(tx, {
      to: { mailbox: { address: `person${n}@example.cn` } },
      kind: passwordReset,
      params: { until: '2026-11-24 09:00' },
      now: t.house.clock.now(),
      path: '/reset/abc',
    }),
  )
const states = async () =>
  (await t.house.db.selectFrom('message').select('state').execute()).map((row) => row.state)

/** As if the time after which a dead server's work is given to another had passed. */
async function muchLater() {
  await sql`update message set claimed_at = claimed_at - interval '10 minutes'`.execute(t.house.db)
  await sql`update pgboss.job set state = 'retry', start_after = now() where state = 'active'`.execute(
    t.house.db,
  )
}

const workersAt = () => startWorkerProcess({ DATABASE_URL: databaseUrl, SMTP_URL: server.url })

test('two servers send 20 mails, each once', async () => {
  const servers = [await startWorkers(t.house), await startWorkers(t.house)]
  for (let n = 0; n < 20; n += 1) await mail(n)
  await server.received(20)
  await Promise.all(servers.map((s) => s.stop()))
  assert.equal(new Set(server.mails.map((m) => m.messageId)).size, 20)
  assert.equal(server.mails.length, 20)
  assert.deepEqual(new Set(await states()), new Set(['sent']))
})

test('the same message asked for by two attempts at once goes out once', async () => {
  await mail()
  const { id } = await t.house.db.selectFrom('message').select('id').executeTakeFirstOrThrow()
  const run = { id, attempt: 1, last: false, signal: AbortSignal.timeout(20_000) }
  const results = await Promise.allSettled(
    [1, 2, 3, 4].map(() => deliverMessage.run(t.house, { id, round: 0 }, run)),
  )
  assert.ok(results.some((r) => r.status === 'fulfilled'))
  assert.equal(server.mails.length, 1)
})

test('a server killed before the text went out: another one sends it, once', async () => {
  server.treat('hang at recipient')
  const reached = server.reachedRecipient()
  const victim = await workersAt()
  await mail()
  await reached
  await victim.kill()
  assert.deepEqual(await states(), ['sending'])
  await drainJobs(t.house, { retries: true, keepFailures: true })
  assert.equal(server.mails.length, 0)
  await muchLater()
  await drainJobs(t.house, { retries: true })
  await drainJobs(t.house, { retries: true })
  assert.equal(server.mails.length, 1)
  assert.deepEqual(await states(), ['sent'])
})

test('a server killed between handing over and writing it down: the mail is not sent a second time', async () => {
  server.treat('hang after text')
  const victim = await workersAt()
  await mail()
  await server.received(1)
  await victim.kill()
  assert.deepEqual(await states(), ['handing'])
  await muchLater()
  const survivor = await workersAt()
  await drainJobs(t.house, { retries: true })
  await drainJobs(t.house, { retries: true })
  await survivor.kill()
  assert.equal(server.mails.length, 1)
  assert.deepEqual(await states(), ['unknown'])
})

test('an attempt that was taken over may not hand over any more', async () => {
  await mail()
  const { id } = await t.house.db.selectFrom('message').select('id').executeTakeFirstOrThrow()
  const first = await claimMessage(t.house.db, id, 0)
  assert.ok(typeof first === 'object')
  assert.equal(await claimMessage(t.house.db, id, 0), 'busy')
  await muchLater()
  const second = await claimMessage(t.house.db, id, 0)
  assert.ok(typeof second === 'object')
  await assert.rejects(handOver(t.house.db, first.held), /claim on this message was lost/)
  await handOver(t.house.db, second.held)
})

test('a late answer still turns an unknown outcome into sent', async () => {
  await mail()
  const { id } = await t.house.db.selectFrom('message').select('id').executeTakeFirstOrThrow()
  const slow = await claimMessage(t.house.db, id, 0)
  assert.ok(typeof slow === 'object')
  await handOver(t.house.db, slow.held)
  await muchLater()
  assert.equal(await claimMessage(t.house.db, id, 0), 'settled')
  assert.deepEqual(await states(), ['unknown'])
  const when = { now: t.house.clock.now(), forget: true }
  await settleMessage(t.house.db, slow.held, { state: 'sent', providerId: null }, when)
  assert.deepEqual(await states(), ['sent'])
})

test('outside the demonstration the link is forgotten once the mail is sent', async () => {
  t.house.config.demo = false
  await mail()
  await drainJobs(t.house)
  t.house.config.demo = true
  assert.match(server.mails[0]?.text ?? '', /reset\/abc/)
  const row = await t.house.db.selectFrom('message').select(['params', 'path']).executeTakeFirst()
  assert.deepEqual(row, { params: {}, path: null })
})
