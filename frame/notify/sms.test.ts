import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { sql } from 'kysely'
import { testHouse, type TestHouse } from '#checks/house.ts'
import { startSmsProvider, type SmsProvider } from '#checks/sms-provider.ts'
import { drainJobs } from '#frame/jobs/drain.ts'
import { jobsPart } from '#frame/jobs/part.ts'
import { accountRegistered } from './account-notices.ts'
import { notify } from './notify.ts'
import { notifyPart } from './part.ts'

let provider: SmsProvider
let t: TestHouse
before(async () => {
  provider = await startSmsProvider()
  const config = { smsUrl: provider.url, smsToken: 'token-1', smsTemplate: 'T42' }
  t = await testHouse({ parts: [notifyPart, jobsPart], config })
})
after(async () => {
  await t.close()
  await provider.close()
})
beforeEach(async () => {
  provider.calls.splice(0)
  await t.house.db.deleteFrom('message').execute()
  await sql`delete from pgboss.job`.execute(t.house.db)
})

const tell = () =>
  t.house.db.transaction().execute((tx) =>
    notify(tx, {
      to: { phone: { number: '13900000001' } },
      kind: accountRegistered,
      params: { unit: '示例大学' },
      now: t.house.clock.now(),
      channels: ['sms'],
    }),
  )
const row = () =>
  t.house.db
    .selectFrom('message')
    .select(['state', 'attempts', 'last_error', 'provider_id'])
    .executeTakeFirstOrThrow()
const again = () => drainJobs(t.house, { retries: true, keepFailures: true })

test('S2-070 the contact’s phone is told of the registration, with token, template and the message’s own key', async () => {
  await tell()
  await drainJobs(t.house)
  const [call] = provider.calls
  assert.equal(call?.headers.authorization, 'Bearer token-1')
  const { id, ...rest } = call?.body ?? {}
  assert.equal(call?.headers['idempotency-key'], id)
  assert.deepEqual(rest, {
    to: '13900000001',
    template: 'T42',
    text: '【联管】示例大学的账号已注册成功，可以登录填报。',
  })
  assert.deepEqual(await row(), {
    state: 'sent',
    attempts: 1,
    last_error: null,
    provider_id: 'p-1',
  })
})

for (const status of [500, 503, 429])
  test(`an answer ${status} is tried again under the same key`, async () => {
    provider.answer(status)
    await tell()
    await drainJobs(t.house, { keepFailures: true })
    assert.equal((await row()).state, 'waiting')
    await again()
    assert.equal((await row()).state, 'sent')
    const keys = new Set(provider.calls.map((c) => c.headers['idempotency-key']))
    assert.deepEqual([provider.calls.length, keys.size], [2, 1])
  })

for (const how of [400, 'redirect'] as const)
  test(`${how} is a refusal for good; a redirect is never followed`, async () => {
    provider.answer(how)
    await tell()
    await drainJobs(t.house)
    await again()
    assert.equal(provider.calls.length, 1)
    assert.equal((await row()).state, 'failed')
  })

for (const how of ['hang', 'cut', 'endless'] as const)
  test(`a provider that takes the message and then does ${how}: unknown, and not sent again by itself`, async () => {
    provider.answer(how)
    await tell()
    await drainJobs(t.house)
    await again()
    assert.equal(provider.calls.length, 1)
    assert.equal((await row()).state, 'unknown')
  })

test('a provider that cannot be reached gets the message later', async () => {
  const { smsUrl } = t.house.config
  t.house.config.smsUrl = 'http://127.0.0.1:9/send'
  await tell()
  await drainJobs(t.house, { keepFailures: true })
  assert.equal((await row()).state, 'waiting')
  t.house.config.smsUrl = smsUrl
  await again()
  assert.equal((await row()).state, 'sent')
  assert.equal(provider.calls.length, 1)
})

test('a provider address that is no public https address is refused before anything is sent', async () => {
  const { smsUrl } = t.house.config
  t.house.config.smsUrl = 'http://sms.example.cn/send'
  await tell()
  await drainJobs(t.house, { keepFailures: true })
  assert.match((await row()).last_error ?? '', /only https/)
  t.house.config.smsUrl = smsUrl
})
