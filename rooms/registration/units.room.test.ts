import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { registrationStand, type RegistrationStand } from '#checks/samples/registration-stand.ts'
import { addUnit } from '#checks/places.ts'
import { userForm } from '#checks/samples/registration-facts.ts'
import { newId } from '#frame/kernel/id.ts'
import type { unitRow } from './views.ts'
import type { z } from 'zod'

let stand: RegistrationStand
before(async () => {
  stand = await registrationStand()
  await stand.register()
  for (const [name, classes] of [
    ['北辰生物技术（北京）有限公司', ['producer', 'user']],
    ['燕山医药贸易有限公司', ['seller']],
  ] as const) {
    const id = await addUnit(stand.t.house, stand.branchId)
    await stand.t.house.db
      .updateTable('unit')
      .set({ name_zh: name, classes: [...classes], contact_name: '苏苒' })
      .where('id', '=', id)
      .execute()
  }
  await addPersonUnit()
})
after(() => stand.close())

/** C-42 a natural person with a light account. */
async function addPersonUnit(): Promise<void> {
  const document = { kind: 'id-card', masked: '110101********0011', sealed: 'sealed' }
  await stand.t.house.db
    .insertInto('unit')
    .values({
      id: newId(),
      kind: 'person',
      uscc: null,
      person_key: 'a keyed hash',
      person_document: JSON.stringify(document),
      name_zh: '陆游',
      status: 'registered',
      branch_id: stand.branchId,
      classes: [],
      address: '',
      contact_name: '陆游',
      contact_phone: '13900000042',
      created_at: stand.t.house.clock.now(),
    })
    .execute()
}

type Row = z.infer<typeof unitRow>
async function units(query: string, who: keyof RegistrationStand['people'] = 'accounts') {
  const answer = await stand.t.as(stand.people[who]).get(`/api/units?${query}`)
  assert.equal(answer.statusCode, 200, answer.body)
  const { rows, total } = answer.json<{ rows: Row[]; total: number }>()
  return { names: rows.map((r) => r.nameZh), rows, total }
}
const search = async (q: string) => (await units(`q=${encodeURIComponent(q)}`)).names

test('a unit is found by part of its name, code, contact or phone', async () => {
  assert.deepEqual(await search('北辰'), ['北辰生物技术（北京）有限公司'])
  assert.deepEqual(await search('Jinghua'), ['京华大学医学部'])
  assert.deepEqual((await search('苏苒')).length, 2)
  assert.deepEqual(await search('0000042'), ['陆游'])
  const { rows } = await units('sort=code')
  assert.deepEqual(await search(rows[0]!.code.slice(-8)), [rows[0]!.nameZh])
  // what looks like a wildcard stands for itself
  assert.deepEqual(await search('%'), [])
  assert.deepEqual(await search('_'), [])
})

test('filters by state, class and branch, in pages and in order', async () => {
  assert.deepEqual((await units('class=seller')).names, ['燕山医药贸易有限公司'])
  assert.equal((await units('class=seller,producer')).total, 2)
  assert.equal((await units('status=enrolled')).total, 0)
  assert.equal((await units(`branch=${stand.branchId}`)).total, 4)
  const [one, two] = [await units('size=2&page=1'), await units('size=2&page=2')]
  assert.deepEqual([one.names.length, two.names.length, one.total], [2, 2, 4])
  const down = await units('sort=-name')
  assert.deepEqual(down.names, (await units('sort=name')).names.toReversed())
})

test('S2-125 of a natural person’s document only what may be shown is shown', async () => {
  const [row] = (await units(`q=${encodeURIComponent('陆游')}`)).rows
  assert.deepEqual(
    [row?.kind, row?.codeName.zh, row?.code],
    ['person', '身份证号码', '110101********0011'],
  )
  assert.doesNotMatch(JSON.stringify(row), /sealed|keyed/)
})

test('S2-067 officers see the units of their branch, leaders all, a unit itself alone', async () => {
  assert.equal((await units('', 'first')).total, 4)
  assert.equal((await units('', 'farAccounts')).total, 1)
  assert.equal((await units('', 'leader')).total, 5)
  assert.deepEqual((await units('', 'operator')).names, [userForm.nameZh])
})

test('a unit’s page offers what may be begun, with the reasons where it may not', async () => {
  const { acts, viewer } = await stand.seeUnit('operator')
  assert.equal(viewer, 'unit')
  assert.deepEqual(
    acts.map((a) => [a.act, a.allowed, a.reasons.map((r) => r.code)]),
    [
      ['unit.set-contact', true, []],
      ['registration.begin', false, ['registered-already']],
      ['registration.ask-change', true, []],
      ['registration.begin-contact', true, []],
    ],
  )
  const officer = await stand.seeUnit('first')
  assert.deepEqual([officer.viewer, officer.acts], ['officer', []])
})
