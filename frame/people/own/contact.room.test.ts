import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { LightMyRequestResponse } from 'fastify'
import { givePassword, goodPassword } from '#checks/browser.ts'
import { addPerson, testHouse, type TestHouse } from '#checks/house.ts'

let t: TestHouse

before(async () => {
  t = await testHouse({ at: '2026-11-23T09:00:00+08:00' })
})
after(() => t.close())

const person = async () => {
  const id = await addPerson(t.house, 'customs-first')
  await givePassword(t.house, id)
  return id
}

const reasonsOf = (answer: LightMyRequestResponse) =>
  answer
    .json<{ reasons: { code: string; at?: string }[] }>()
    .reasons.map(({ code, at }) => [code, at])

const change = (id: string, body: object) =>
  t.as(id).put('/api/account/contact', {
    mailbox: 'mine@example.cn',
    phone: '13900000001',
    ...body,
  })

/** Everything that a change of mailbox or phone could have left behind. */
async function stateOf(id: string) {
  const account = await t.house.db
    .selectFrom('account')
    .select(['mailbox', 'phone', 'version'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const links = await t.house.db
    .selectFrom('mail_link')
    .select('kind')
    .where('account_id', '=', id)
    .execute()
  return { ...account, links }
}

test('whoever finds an open screen changes neither mailbox nor phone without the password', async () => {
  const id = await person()
  const before = await stateOf(id)
  assert.deepEqual(reasonsOf(await change(id, {})), [['invalid-field', 'current']])
  for (const body of [{ current: 'Wrong-1' }, { current: 'Wrong-2', mailbox: before.mailbox }]) {
    const refused = await change(id, body)
    assert.equal(refused.statusCode, 400)
    assert.deepEqual(reasonsOf(refused), [['wrong-password', 'current']])
  }
  assert.deepEqual(await stateOf(id), before)
  const done = await change(id, { current: goodPassword })
  assert.equal(done.statusCode, 200, done.body)
  const now = await stateOf(id)
  assert.equal(now.phone, '13900000001')
  assert.deepEqual(now.links, [{ kind: 'mailbox' }], 'the new mailbox still has to be opened')
})

test('wrong passwords at an open screen are counted and logged like those of signing in', async () => {
  const id = await person()
  for (let i = 0; i < 5; i += 1) await change(id, { current: `Wrong-${i}` })
  const locked = await change(id, { current: goodPassword })
  assert.equal(locked.statusCode, 429)
  assert.equal(locked.headers['retry-after'], '900')
  assert.match(locked.json().detail, /退出登录.*忘记密码/)
  const log = await t.house.db
    .selectFrom('sign_in_log')
    .select('what')
    .where('account_id', '=', id)
    .execute()
  assert.equal(log.filter(({ what }) => what === 'wrong-password').length, 5)
  assert.equal(log.filter(({ what }) => what === 'locked').length, 1)
  t.setClock('2026-11-23T09:15:01+08:00')
  assert.equal((await change(id, { current: goodPassword })).statusCode, 200)
})

test('a password typed to prove oneself is kept nowhere', async () => {
  const id = await person()
  await t
    .as(id)
    .put(
      '/api/account/contact',
      { mailbox: 'kept@example.cn', phone: null, current: goodPassword },
      { 'idempotency-key': 'contact-1' },
    )
  for (const table of ['act_receipt', 'audit_event', 'message', 'sign_in_log'] as const) {
    const rows = await t.house.db.selectFrom(table).selectAll().execute()
    assert.ok(!JSON.stringify(rows).includes(goodPassword), table)
  }
})
