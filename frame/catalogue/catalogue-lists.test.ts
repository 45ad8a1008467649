import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addPerson, testHouse, type Caller, type TestHouse } from '#checks/house.ts'
import { cataloguePart } from './part.ts'
import type { AgencyView, BranchView, PathogenRow } from './views.ts'

let h: TestHouse
let reader: Caller

before(async () => {
  h = await testHouse({ at: '2026-11-23T09:00:00+08:00', parts: [cataloguePart] })
  reader = h.as(await addPerson(h.house, 'customs-window'))
})
after(() => h.close())

const get = async <T>(url: string): Promise<T> => {
  const response = await reader.get(url)
  assert.equal(response.statusCode, 200, response.body)
  return response.json<T>()
}

const find = (query: string) =>
  get<{ rows: PathogenRow[]; total: number }>(`/api/catalogue/pathogens?${query}`)

test('S1-025 fourteen members with the lead, S1-039 a district each, S1-040 the Office', async () => {
  const { agencies } = await get<{ agencies: AgencyView[] }>('/api/catalogue/agencies')
  const count = (kind: string) => agencies.filter((one) => one.kind === kind).length
  assert.deepEqual([count('member'), count('district'), count('office')], [14, 16, 1])
  assert.equal(agencies.find(({ lead }) => lead)?.code, 'mpa')
  const duties = agencies
    .filter(({ kind }) => kind === 'member')
    .map(({ duty }) => duty ?? '')
    .toSorted((a, b) => a.localeCompare(b))
  assert.deepEqual(
    duties,
    Array.from({ length: 14 }, (_, i) => `S1-0${25 + i}`),
  )
  assert.equal(agencies[0]?.code, 'office')
  const customs = agencies.find(({ code }) => code === 'customs')
  assert.equal(customs?.formerNames[0]?.name, '北京出入境检验检疫局')
})

test('S1-053 duties stand with the agency that has them, S1-077 districts with their area', async () => {
  const { agencies } = await get<{ agencies: AgencyView[] }>('/api/catalogue/agencies')
  const dutiesOf = (code: string) =>
    agencies.find((one) => one.code === code)!.duties.map(({ duty }) => duty)
  assert.deepEqual(
    dutiesOf('customs').filter((duty) => !['S1-041', 'S1-047', 'S1-048'].includes(duty)),
    ['S1-046', 'S1-053', 'S1-054'],
  )
  const all = new Set(agencies.flatMap(({ duties }) => duties.map(({ duty }) => duty)))
  for (let n = 41; n <= 77; n += 1) assert.ok(all.has(`S1-0${n}`), `S1-0${n}`)
  const haidian = agencies.find(({ code }) => code === 'district-haidian')!
  assert.deepEqual(
    haidian.areas.map(({ code }) => code),
    ['110108'],
  )
  const early = await get<{ agencies: AgencyView[] }>('/api/catalogue/agencies?on=2024-12-31')
  assert.deepEqual(
    early.agencies.map(({ code }) => code),
    ['customs'],
  )
})

test('S2-067 every district has a branch, S2-156 a Beijing port has its branch', async () => {
  const { branches } = await get<{ branches: BranchView[] }>('/api/catalogue/agencies')
  assert.equal(branches.flatMap(({ areas }) => areas).length, 20)
  const { ports } = await get<{ ports: { code: string; branchId: string | null }[] }>(
    '/api/catalogue/ports',
  )
  assert.equal(ports[0]?.code, 'PEK')
  assert.equal(ports[0]?.branchId, branches.find(({ code }) => code === 'capital-airport')?.id)
})

test('S2-159 pathogens are searched and paged over HTTP', async () => {
  const hiv = await find('q=HIV')
  assert.equal(hiv.rows[0]?.zh, '人免疫缺陷病毒（Ⅰ型和Ⅱ型）')
  assert.equal(hiv.rows[0]?.highlyPathogenic, true)
  const second = await find('group=bacteria&page=2&size=50')
  assert.deepEqual([second.total, second.rows.length, second.rows[0]?.no], [190, 50, 51])
  assert.equal((await find('high=1')).total, 29 + 45 + 6 + 19 + 7)
  assert.equal((await find('class=4')).total, 5)
  assert.equal((await reader.get('/api/catalogue/pathogens?size=9999')).statusCode, 400)
})

test('S2-173 one pathogen brings its names, notes, transport and a corrected fault', async () => {
  const one = await get<{ notes: { letter: string; own: boolean }[]; transport: { un: string }[] }>(
    '/api/catalogue/pathogens/virus-57',
  )
  assert.deepEqual(
    one.notes.filter(({ own }) => own).map(({ letter }) => letter),
    ['j'],
  )
  assert.ok(!one.notes.some(({ letter }) => letter === 'k'), 'a note on polio is not shown for HIV')
  assert.deepEqual(
    one.transport.map(({ un }) => un),
    ['UN2814', 'UN3373'],
  )
  const mended = await get<{ correction: { printed: string } | null }>(
    '/api/catalogue/pathogens/virus-153',
  )
  assert.equal(mended.correction?.printed, 'BSL-2')
  assert.equal((await reader.get('/api/catalogue/pathogens/virus-999')).statusCode, 404)
})

test('countries and classes are listed for forms', async () => {
  const { countries } = await get<{ countries: { code: string }[] }>('/api/catalogue/countries')
  assert.equal(countries.length, 249)
  const lists = await get<{ classes: { code: string }[]; purposes: unknown[] }>(
    '/api/catalogue/classes',
  )
  assert.deepEqual([lists.classes.length, lists.purposes.length], [4, 8])
})

test('nobody who is not signed in reads the lists', async () => {
  for (const list of ['agencies', 'pathogens', 'countries', 'ports', 'classes', 'rule-sets'])
    assert.equal((await h.as(null).get(`/api/catalogue/${list}`)).statusCode, 401, list)
})
