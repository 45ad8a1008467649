import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { AgencyView } from '#frame/catalogue/views.ts'
import { roles } from '#frame/people/roles.ts'
import { addPerson, testHouse, type TestHouse } from './house.ts'

let h: TestHouse
let agencies: AgencyView[]

before(async () => {
  h = await testHouse({ at: '2026-11-23T09:00:00+08:00' })
  const reader = h.as(await addPerson(h.house, 'office-clerk'))
  const reply = await reader.get('/api/catalogue/agencies')
  agencies = reply.json<{ agencies: AgencyView[] }>().agencies
})
after(() => h.close())

const members = [
  { duty: 'S1-026', code: 'customs', short: '北京海关' },
  { duty: 'S1-027', code: 'commerce', short: '市商务局' },
  { duty: 'S1-028', code: 'health', short: '市卫生健康委' },
  { duty: 'S1-029', code: 'science', short: '市科委、中关村管委会' },
  { duty: 'S1-030', code: 'industry', short: '市经济和信息化局' },
  { duty: 'S1-031', code: 'market', short: '市市场监管局' },
  { duty: 'S1-032', code: 'environment', short: '市生态环境局' },
  { duty: 'S1-033', code: 'transport', short: '市交通委' },
  { duty: 'S1-034', code: 'police', short: '市公安局' },
  { duty: 'S1-035', code: 'bda', short: '经开区管委会' },
  { duty: 'S1-036', code: 'capital-airport-zone', short: '首都机场临空区管委会' },
  { duty: 'S1-037', code: 'daxing-airport-joint', short: '大兴机场临空区联合管委会' },
  { duty: 'S1-038', code: 'daxing-airport-daxing', short: '大兴机场临空区（大兴）管委会' },
]

for (const { duty, code, short } of members)
  test(`${duty} ${short} is a member, and not the lead`, () => {
    const found = agencies.filter((agency) => agency.duty === duty)
    assert.deepEqual(
      found.map((agency) => [agency.code, agency.kind, agency.lead, agency.short]),
      [[code, 'member', false, short]],
    )
  })

test('S1-023 the working group is its members and the districts, with one Office', () => {
  const of = (kind: AgencyView['kind']) => agencies.filter((agency) => agency.kind === kind).length
  assert.deepEqual([of('member'), of('district'), of('office')], [14, 16, 1])
})

test('S1-041 every member and district has the duty to name a liaison, and a role for that person', () => {
  const without = agencies
    .filter(({ kind }) => kind !== 'office')
    .filter(({ duties }) => !duties.some(({ duty }) => duty === 'S1-041'))
  assert.deepEqual(without, [])
  assert.equal(roles['agency-liaison'].scope, 'agency')
})
