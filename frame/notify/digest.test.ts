import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { sql } from 'kysely'
import { z } from 'zod'
import { addPerson, testHouse, type TestHouse } from '#checks/house.ts'
import { startMailServer, type MailServer } from '#checks/mail-server.ts'
import { drainJobs } from '#frame/jobs/drain.ts'
import { jobsPart } from '#frame/jobs/part.ts'
import { plan } from '#frame/jobs/plan.ts'
import { weeklyDigest } from './digest.ts'
import { addDigestSection } from './digest-section.ts'
import { defineNotice } from './kind.ts'
import { notify } from './notify.ts'
import { notifyPart } from './part.ts'

const news = defineNotice({
  kind: 'test.news',
  words: { zh: '新消息', en: 'News' },
  params: z.strictObject({}),
  channels: ['inbox'],
  text: { zh: () => ({ title: '机密标题', lines: [] }), en: () => ({ title: 'Title', lines: [] }) },
})
let expiring = 0
addDigestSection('test', async ({ actor, today }) => {
  assert.ok(actor.grants.length > 0)
  assert.match(today, /^\d{4}-\d\d-\d\d$/)
  return [
    { words: { zh: '三十天内到期的许可', en: 'Permits ending within 30 days' }, count: expiring },
  ]
})

let server: MailServer
let t: TestHouse
let chooser: string
let other: string
before(async () => {
  server = await startMailServer()
  t = await testHouse({ parts: [notifyPart, jobsPart], config: { smtpUrl: server.url } })
  chooser = await addPerson(t.house, 'office-clerk')
  other = await addPerson(t.house, 'office-clerk')
  await t.as(chooser).put('/api/inbox/wishes', { mailOff: [], digest: true, language: null })
})
after(async () => {
  await t.close()
  await server.close()
})
beforeEach(async () => {
  server.mails.splice(0)
  expiring = 0
  await sql`delete from pgboss.job`.execute(t.house.db)
})

const runDigest = async () => {
  await t.house.db.transaction().execute((tx) => plan(tx, weeklyDigest, {}))
  await drainJobs(t.house)
}

test('who waits for nothing gets no digest', async () => {
  t.setClock('2026-11-30T08:30:00+08:00')
  await runDigest()
  assert.equal(server.mails.length, 0)
})

test('who chose it gets one mail with counts, and no title of any case leaves the house', async () => {
  t.setClock('2026-12-07T08:30:00+08:00')
  expiring = 2
  const now = t.house.clock.now()
  await t.house.db
    .transaction()
    .execute((tx) =>
      notify(tx, { to: { accountIds: [chooser, other] }, kind: news, params: {}, now }),
    )
  await runDigest()
  assert.equal(server.mails.length, 1)
  const text = server.mails[0]?.text ?? ''
  assert.equal(server.mails[0]?.subject, '【联管】每周汇总（2026-12-07 起的一周）')
  assert.match(text, /未读消息：1\n三十天内到期的许可：2\n/)
  assert.doesNotMatch(text, /机密标题/)
})

test('a digest that runs again in the same week is not sent again, in the next week it is', async () => {
  t.setClock('2026-12-09T10:00:00+08:00')
  await runDigest()
  assert.equal(server.mails.length, 0)
  t.setClock('2026-12-14T08:30:00+08:00')
  await runDigest()
  assert.equal(server.mails.length, 1)
})
