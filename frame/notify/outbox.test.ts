import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addPerson, testHouse, type TestHouse } from '#checks/house.ts'
import { drainJobs } from '#frame/jobs/drain.ts'
import { jobsPart } from '#frame/jobs/part.ts'
import { accountInvited, accountRegistered } from './account-notices.ts'
import { notify } from './notify.ts'
import { masked } from './outbox.ts'
import { notifyPart } from './part.ts'

interface Outbox {
  demo: boolean
  rows: {
    to: string
    state: string
    body: { lines: string[]; href: string | null } | null
    acts: unknown[]
  }[]
}

let t: TestHouse
let admin: string
let officer: string
before(async () => {
  t = await testHouse({ parts: [notifyPart, jobsPart] })
  admin = await addPerson(t.house, 'system-admin')
  officer = await addPerson(t.house, 'customs-leader')
  const now = t.house.clock.now()
  await t.house.db.transaction().execute(async (tx) => {
    const params = { until: '2026-11-24 09:00', role: { zh: '口岸查验岗', en: 'Port officer' } }
    await notify(tx, {
      to: { mailbox: { address: 'zhangsan@example.cn' } },
      kind: accountInvited,
      params,
      now,
      path: '/invitation/abc',
    })
    await notify(tx, {
      to: { phone: { number: '13900000001' } },
      kind: accountRegistered,
      params: { unit: '示例大学' },
      now,
    })
  })
  await drainJobs(t.house)
})
after(async () => {
  t.house.config.demo = true
  await t.close()
})

const open = async (who: string | null) => (await t.as(who).get('/api/outbox')).json<Outbox>()

test('in the demonstration everybody sees the outbox with texts and links, so that an invitation can be followed', async () => {
  t.house.config.demo = true
  const { demo, rows } = await open(null)
  assert.equal(demo, true)
  const invitation = rows.find((line) => line.body?.href)
  assert.equal(invitation?.body?.href, '/invitation/abc')
  assert.match(invitation?.body?.lines[0] ?? '', /口岸查验岗/)
  assert.deepEqual(
    rows.map((line) => line.state),
    ['kept', 'kept'],
  )
  assert.deepEqual(
    rows.flatMap((line) => line.acts),
    [],
  )
})

test('elsewhere only the system administrator sees it, with masked addresses and no texts', async () => {
  t.house.config.demo = false
  assert.equal((await t.as(null).get('/api/outbox')).statusCode, 404)
  assert.equal((await t.as(officer).get('/api/outbox')).statusCode, 404)
  const reply = await t.as(admin).get('/api/outbox')
  assert.equal(reply.statusCode, 200)
  assert.doesNotMatch(reply.body, /zhangsan|13900000001|invitation|口岸|示例大学/)
  const { rows } = reply.json<Outbox>()
  assert.deepEqual(
    rows.map((line) => line.body),
    [null, null],
  )
  assert.ok(rows.every((line) => line.acts.length === 2))
})

test('only the system administrator may have a message sent again', async () => {
  const { id } = await t.house.db.selectFrom('message').select('id').executeTakeFirstOrThrow()
  assert.equal((await t.as(officer).post(`/api/outbox/${id}/resend`, {})).statusCode, 403)
  assert.equal((await t.as(null).post(`/api/outbox/${id}/resend`, {})).statusCode, 401)
  assert.equal((await t.as(admin).post(`/api/outbox/${id}/resend`, {})).statusCode, 200)
  const event = await t.house.db
    .selectFrom('audit_event')
    .select(['act', 'body_json'])
    .executeTakeFirstOrThrow()
  assert.equal(event.act, 'message.resend')
  assert.doesNotMatch(JSON.stringify(event.body_json), /zhangsan|13900000001|abc/)
})

test('the figures of the outbox stand among the metrics', async () => {
  await t.house.db.updateTable('message').set({ state: 'unknown' }).execute()
  const { body } = await t.as(null).get('/metrics')
  assert.match(body, /^lianguan_messages_unknown 2$/m)
  assert.match(body, /^lianguan_messages_failed 0$/m)
})

test('a masked address tells whose it may be and not what it is', () => {
  assert.equal(masked('zhangsan@example.cn'), 'zh…@example.cn')
  assert.equal(masked('z@example.cn'), '…@example.cn')
  assert.equal(masked('13900000001'), '139…0001')
})
