import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { after, before, test } from 'node:test'
import readXlsxFile from 'read-excel-file/node'
import type { z } from 'zod'
import { serumForm, serumLine, strainForm } from '#checks/samples/licence-facts.ts'
import { licenceStand, type LicenceStand, type Who } from '#checks/samples/licence-stand.ts'
import { newId } from '#frame/kernel/id.ts'
import type { listDoor } from './doors.ts'

let stand: LicenceStand
let serum: string
let strain: string
const formula = '=HYPERLINK("http://example.cn","x")'
before(async () => {
  stand = await licenceStand()
  serum = await stand.draft(serumForm, [
    { ...serumLine, nameZh: formula, batchNo: 'LOT-7788-Q' },
    { ...serumLine, nameZh: '胎牛血清', nameEn: 'Foetal bovine serum', catalogueNo: 'FBS/500' },
  ])
  await stand.do('operator', serum, 'submit')
  strain = await stand.draft({ ...strainForm, direction: 'entry' })
  await stand.t.house.db
    .updateTable('licence_case')
    .set({ status: 'accepted', number: '0110-2026-009999', received_day: '2026-11-23' })
    .where('id', '=', strain)
    .execute()
})
after(() => stand.close())

type List = z.output<typeof listDoor.reply>
async function list(who: Who, query: string): Promise<List> {
  const answer = await stand.t.as(stand.people[who]).get(`/api/licences?${query}`)
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json<List>()
}
const found = async (who: Who, query: string) => (await list(who, query)).rows.map((r) => r.id)
const q = (text: string) => `q=${encodeURIComponent(text)}`

test('S2-028 the search finds a part of number, unit, article, catalogue and batch number, and a pathogen by its Latin name', async () => {
  for (const text of ['牛血', 'bovine ser', 'fbs/5', '7788', 'LOT-7788-Q', formula.slice(0, 8)])
    assert.deepEqual(await found('window', q(text)), [serum], text)
  for (const text of ['009999', 'Bacillus anthracis', '炭疽'])
    assert.deepEqual(await found('window', q(text)), [strain], text)
  const unit = await stand.t.house.db
    .selectFrom('unit')
    .select('name_zh')
    .where('id', '=', stand.unitId)
    .executeTakeFirstOrThrow()
  assert.equal((await found('window', q(unit.name_zh.slice(1)))).length, 2)
  assert.deepEqual(await found('window', q('7788%')), [])
})

test('status, direction, class, overdue and holder narrow the register', async () => {
  assert.deepEqual(await found('window', 'class=microorganism'), [strain])
  assert.deepEqual(await found('window', 'class=microorganism,blood&status=pending'), [serum])
  assert.deepEqual(await found('window', 'direction=exit'), [])
  assert.deepEqual(await found('window', 'overdue=1'), [])
  stand.on('2027-02-01')
  assert.deepEqual(await found('window', 'overdue=1'), [serum])
  stand.on('2026-11-23')
  assert.equal((await found('first', 'holder=none')).length, 2)
  assert.deepEqual(await found('first', `holder=${stand.people.first}`), [])
})

test('who has a case in hand is told to no applicant, by no filter', async () => {
  assert.deepEqual(await found('operator', 'holder=none'), [])
  assert.deepEqual(await found('operator', `holder=${stand.people.window}`), [])
  const { statusCode } = await stand.t.as(stand.people.operator).get('/api/licence-holders')
  assert.equal(statusCode, 403)
  const far = await stand.t.as(stand.people.farFirst).get('/api/licence-holders')
  assert.deepEqual(far.json(), { people: [] })
})

test('pages go on by key: every case once, whatever the order, also when the dates are alike or missing', async () => {
  const { db } = stand.t.house
  const at = stand.t.house.clock.now()
  const rows = Array.from({ length: 23 }, (_, n) => ({
    id: newId(),
    unit_id: stand.unitId,
    branch_id: stand.branchId,
    number: n % 2 === 0 ? `0110-2026-00${7000 + n}` : null,
    status: 'withdrawn',
    rule_set: 'S2',
    form: '{}',
    created_by: stand.people.operator,
    created_at: at,
    updated_at: at,
  }))
  await db.insertInto('licence_case').values(rows).execute()
  for (const sort of ['left', '-left', 'updated', '-updated', 'number', '-number']) {
    const seen: string[] = []
    let after: string | null = ''
    while (after !== null) {
      const page: List = await list('window', `size=4&sort=${sort}${after && `&after=${after}`}`)
      seen.push(...page.rows.map((r) => r.id))
      assert.equal(page.total, 25)
      after = page.next
    }
    assert.equal(seen.length, 25, sort)
    assert.equal(new Set(seen).size, 25, sort)
  }
  assert.equal((await list('window', 'sort=left&size=4')).rows[0]?.id, serum)
})

test('a key of another order or of nobody is refused in words', async () => {
  const { next } = await list('window', 'size=1&sort=left')
  for (const after of [
    next!,
    'nonsense',
    Buffer.from('["-updated","x",1]').toString('base64url'),
  ]) {
    const answer = await stand.t
      .as(stand.people.window)
      .get(`/api/licences?sort=-updated&after=${after}`)
    assert.equal(answer.statusCode, 400, answer.body)
    assert.match(answer.body, /请回到第一页/)
  }
})

async function sheet(who: Who, query = ''): Promise<string[][]> {
  const answer = await stand.t.as(stand.people[who]).get(`/api/licences/sheet.xlsx?${query}`)
  assert.equal(answer.statusCode, 200, answer.body)
  const [first] = await readXlsxFile(Readable.from(answer.rawPayload))
  return first!.data.map((row) => row.map((cell) => (typeof cell === 'string' ? cell : '')))
}

test('the sheet holds what its reader may see and no formula', async () => {
  const officer = await sheet('window', 'status=pending')
  assert.equal(officer.length, 2)
  assert.ok(officer[0]!.includes('经办人'))
  assert.ok(
    officer[1]!.some((cell) => cell.startsWith(`'=HYPERLINK`)),
    String(officer[1]),
  )
  const unit = await sheet('operator')
  assert.ok(!unit[0]!.includes('经办人'), 'applicants learn no holder')
  assert.equal((await sheet('stranger')).length, 1)
  assert.equal((await sheet('farWindow')).length, 1)
  assert.equal((await sheet('window', q('牛血'))).length, 2)
  assert.ok((await sheet('window', 'language=en'))[0]!.includes('Applicant'))
})
