import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { z } from 'zod'
import { addPerson, testHouse, type TestHouse } from '#checks/house.ts'
import { jobsPart } from '#frame/jobs/part.ts'
import { defineNotice } from './kind.ts'
import { notify } from './notify.ts'
import { notifyPart } from './part.ts'

const numbered = defineNotice({
  kind: 'test.numbered',
  words: { zh: '编号', en: 'Number' },
  params: z.strictObject({ n: z.number().int() }),
  channels: ['inbox'],
  text: {
    zh: (p) => ({ title: `第 ${p.n} 条`, lines: [] }),
    en: (p) => ({ title: `No ${p.n}`, lines: [] }),
  },
})

interface Line {
  id: string
  title: { zh: string; en: string }
  href: string | null
  read: boolean
}
interface Inbox {
  unread: number
  rows: Line[]
  next: string | null
}

let t: TestHouse
let me: string
let other: string
before(async () => {
  t = await testHouse({ parts: [notifyPart, jobsPart] })
  me = await addPerson(t.house, 'office-clerk')
  other = await addPerson(t.house, 'office-clerk')
  for (let n = 1; n <= 7; n += 1) {
    // two of the same instant, so that a page may end between them
    t.setClock(`2026-11-23T09:00:0${Math.ceil(n / 2)}+08:00`)
    await t.house.db.transaction().execute((tx) =>
      notify(tx, {
        to: { accountIds: n === 7 ? [me] : [me, other] },
        kind: numbered,
        params: { n },
        now: t.house.clock.now(),
        path: `/things/${n}`,
      }),
    )
  }
})
after(() => t.close())

const open = async (who: string, query = '') =>
  (await t.as(who).get(`/api/inbox${query}`)).json<Inbox>()

test('an in-box is one’s own and needs a sign-in', async () => {
  assert.equal((await t.as(null).get('/api/inbox')).statusCode, 401)
  assert.equal((await open(me)).rows.length, 7)
  assert.equal((await open(other)).rows.length, 6)
})

test('the newest stand first, in both languages, with the page they open', async () => {
  const { rows, unread } = await open(me, '?size=1')
  assert.equal(unread, 7)
  assert.deepEqual(
    rows.map(({ title, href, read }) => ({ title, href, read })),
    [{ title: { zh: '第 7 条', en: 'No 7' }, href: '/things/7', read: false }],
  )
})

test('paging gives every notice once, also where two are of the same instant', async () => {
  const seen: string[] = []
  let after: string | null = ''
  while (after !== null) {
    const page: Inbox = await open(
      me,
      `?size=3${after ? `&after=${encodeURIComponent(after)}` : ''}`,
    )
    seen.push(...page.rows.map((line) => line.id))
    after = page.next
  }
  assert.equal(seen.length, 7)
  assert.equal(new Set(seen).size, 7)
})

test('a mark of paging that is none is refused in words', async () => {
  const reply = await t.as(me).get('/api/inbox?after=yesterday')
  assert.equal(reply.statusCode, 400)
  assert.match(reply.body, /翻页的位置不对/)
})

test('reading one changes one, and never somebody else’s', async () => {
  const [line] = (await open(me)).rows
  const mine = await t.as(me).post(`/api/inbox/${line?.id}/read`)
  assert.deepEqual(mine.json(), { unread: 6 })
  const [theirs] = (await open(other)).rows
  assert.deepEqual((await t.as(me).post(`/api/inbox/${theirs?.id}/read`)).json(), { unread: 6 })
  assert.equal((await open(other)).unread, 6)
  assert.equal((await open(me, '?unread=1')).rows.length, 6)
})

test('all are read at once', async () => {
  assert.deepEqual((await t.as(me).post('/api/inbox/read')).json(), { unread: 0 })
  assert.deepEqual((await open(me, '?unread=1')).rows, [])
  assert.equal((await open(other)).unread, 6)
})

test('a notice of a kind this version no longer knows is still listed', async () => {
  await t.house.db
    .updateTable('notice')
    .set({ kind: 'old.gone' })
    .where('account_id', '=', other)
    .execute()
  const { rows } = await open(other)
  assert.equal(rows[0]?.title.zh, 'old.gone')
})
