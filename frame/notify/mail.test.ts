import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { sql } from 'kysely'
import { z } from 'zod'
import { addPerson, testHouse, type TestHouse } from '#checks/house.ts'
import { startMailServer, type MailServer } from '#checks/mail-server.ts'
import { drainJobs } from '#frame/jobs/drain.ts'
import { jobsPart } from '#frame/jobs/part.ts'
import { accountConfirm } from './account-notices.ts'
import { defineNotice } from './kind.ts'
import { notify } from './notify.ts'
import { notifyPart } from './part.ts'

const told = defineNotice({
  kind: 'test.told',
  words: { zh: '测试通知', en: 'Test notice' },
  params: z.strictObject({ title: z.string() }),
  channels: ['inbox', 'mail'],
  text: {
    zh: (p) => ({ title: p.title, lines: ['第一行 <b>&', '第二行'], link: '去看看' }),
    en: (p) => ({ title: p.title, lines: ['first line <b>&', 'second line'] }),
  },
})

let server: MailServer
let t: TestHouse
let admin: string
before(async () => {
  server = await startMailServer()
  t = await testHouse({ parts: [notifyPart, jobsPart], config: { smtpUrl: server.url } })
  admin = await addPerson(t.house, 'system-admin')
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

const mailTo = (address: string, title = '标题') =>
  t.house.db.transaction().execute((tx) =>
    notify(tx, {
      to: { mailbox: { address } },
      kind: told,
      params: { title },
      now: t.house.clock.now(),
      path: '/somewhere?a=1&b=2',
    }),
  )
const rows = () =>
  t.house.db
    .selectFrom('message')
    .select(['state', 'attempts', 'last_error', 'provider_id'])
    .execute()
const again = () => drainJobs(t.house, { retries: true, keepFailures: true })

test('a mail carries its words plain and in HTML, one link, and says that it is automatic', async () => {
  await mailTo('zhang@example.cn', '标题\r\nBcc: other@example.cn')
  await drainJobs(t.house)
  const [mail] = server.mails
  assert.equal(mail?.subject, '【联管】标题 Bcc: other@example.cn')
  assert.equal(mail?.bcc, undefined)
  assert.match(
    mail?.text ?? '',
    /第一行 <b>&\n第二行\n\nhttp:\/\/127\.0\.0\.1:3000\/somewhere\?a=1&b=2/,
  )
  assert.match(String(mail?.html), /第一行 &lt;b&gt;&amp;/)
  assert.match(
    String(mail?.html),
    /href="http:\/\/127\.0\.0\.1:3000\/somewhere\?a=1&amp;b=2"[^>]*>去看看/,
  )
  assert.doesNotMatch(String(mail?.html), /<img|<script|src=/)
  assert.equal(mail?.headers.get('auto-submitted'), 'auto-generated')
  assert.deepEqual(await rows(), [
    { state: 'sent', attempts: 1, last_error: null, provider_id: '250 queued as 42' },
  ])
})

test('S2-069 the confirmation link of an account reaches the unit’s mailbox', async () => {
  await t.house.db.transaction().execute((tx) =>
    notify(tx, {
      to: { mailbox: { address: 'unit@example.cn' } },
      kind: accountConfirm,
      params: { until: '2026-11-24 09:00' },
      now: t.house.clock.now(),
      path: '/confirm/abc',
    }),
  )
  await drainJobs(t.house)
  assert.match(
    server.mails[0]?.text ?? '',
    /确认邮箱[\s\S]*http:\/\/127\.0\.0\.1:3000\/confirm\/abc/,
  )
})

test('while the server is down a mail waits, and goes out once when it is back', async () => {
  await server.close()
  await mailTo('zhang@example.cn')
  await drainJobs(t.house, { keepFailures: true })
  await again()
  assert.deepEqual(
    (await rows()).map((r) => [r.state, r.attempts]),
    [['waiting', 2]],
  )
  server = await startMailServer(server.port)
  await again()
  await again()
  assert.equal(server.mails.length, 1)
  assert.deepEqual(
    (await rows()).map((r) => [r.state, r.attempts]),
    [['sent', 3]],
  )
})

for (const step of ['busy at recipient', 'busy after text'] as const)
  test(`a server that is ${step} gets the mail again with the same Message-ID`, async () => {
    server.treat(step)
    await mailTo('zhang@example.cn')
    await drainJobs(t.house, { keepFailures: true })
    assert.equal((await rows())[0]?.state, 'waiting')
    await again()
    assert.equal((await rows())[0]?.state, 'sent')
    const ids = new Set(server.mails.map((mail) => mail.messageId))
    assert.equal(ids.size, 1)
    assert.match([...ids][0] ?? '', /^<[0-9a-f-]{36}@lianguan\.example\.cn>$/)
  })

for (const step of ['refuse recipient', 'refuse after text'] as const)
  test(`a server that says ${step} is not asked again`, async () => {
    server.treat(step)
    await mailTo('zhang@example.cn')
    await drainJobs(t.house)
    await again()
    const [row] = await rows()
    assert.deepEqual([row?.state, row?.attempts], ['failed', 1])
    assert.doesNotMatch(row?.last_error ?? '', /zhang/)
  })

test('when the line breaks after the text, the outcome is unknown and nothing is sent again by itself', async () => {
  server.treat('cut after text')
  await mailTo('zhang@example.cn')
  await drainJobs(t.house)
  await again()
  assert.equal(server.mails.length, 1)
  assert.deepEqual(
    (await rows()).map((r) => [r.state, r.attempts]),
    [['unknown', 1]],
  )
})

test('a mail of unknown outcome is sent again on a person’s word, with the same Message-ID', async () => {
  server.treat('cut after text')
  await mailTo('zhang@example.cn')
  await drainJobs(t.house)
  const list = (await t.as(admin).get('/api/outbox')).json<{
    rows: { id: string; version: number; acts: { act: string; allowed: boolean }[] }[]
  }>()
  const [line] = list.rows
  assert.deepEqual(
    line?.acts.filter((a) => a.allowed).map((a) => a.act),
    ['message.resend', 'message.confirm'],
  )
  const resend = () =>
    t.as(admin).post(`/api/outbox/${line?.id}/resend`, { version: line?.version })
  const [first, second] = await Promise.all([resend(), resend()])
  assert.deepEqual(new Set([first.statusCode, second.statusCode]), new Set([200, 409]))
  await again()
  assert.equal(server.mails.length, 2)
  assert.equal(server.mails[0]?.messageId, server.mails[1]?.messageId)
  assert.equal((await rows())[0]?.state, 'sent')
})

test('a mail of unknown outcome can be marked as delivered, and is then at rest', async () => {
  server.treat('cut after text')
  await mailTo('zhang@example.cn')
  await drainJobs(t.house)
  const { id } = await t.house.db.selectFrom('message').select('id').executeTakeFirstOrThrow()
  assert.equal((await t.as(admin).post(`/api/outbox/${id}/confirm`, {})).statusCode, 200)
  assert.equal((await t.as(admin).post(`/api/outbox/${id}/resend`, {})).statusCode, 422)
  await again()
  assert.equal(server.mails.length, 1)
})

test('the last failed attempt leaves the mail failed, not waiting for ever', async () => {
  await server.close()
  await mailTo('zhang@example.cn')
  await sql`update pgboss.job set retry_limit = 1 where name = 'notify.deliver'`.execute(t.house.db)
  await drainJobs(t.house, { keepFailures: true })
  await again()
  assert.equal((await rows())[0]?.state, 'failed')
  server = await startMailServer(server.port)
})

test('the sign-in of SMTP_URL is used', async () => {
  const asking = await startMailServer(0, 'open-sesame')
  const { smtpUrl } = t.house.config
  t.house.config.smtpUrl = asking.url.replace('//', '//house:open-sesame@')
  await mailTo('zhang@example.cn')
  await drainJobs(t.house)
  assert.equal(asking.mails.length, 1)
  t.house.config.smtpUrl = asking.url.replace('//', '//house:wrong@')
  await mailTo('zhang@example.cn')
  await drainJobs(t.house, { keepFailures: true })
  const waiting = (await rows()).find((r) => r.state === 'waiting')
  assert.match(waiting?.last_error ?? '', /Invalid login/)
  assert.equal(asking.mails.length, 1)
  t.house.config.smtpUrl = smtpUrl
  await asking.close()
})

test('without a mail server the mail is kept and readable in the outbox', async () => {
  const { smtpUrl } = t.house.config
  t.house.config.smtpUrl = null
  await mailTo('zhang@example.cn')
  await drainJobs(t.house)
  assert.equal((await rows())[0]?.state, 'kept')
  t.house.config.smtpUrl = smtpUrl
})
