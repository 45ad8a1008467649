import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  registrationStand,
  scanOf,
  type Problem,
  type RegistrationStand,
} from '#checks/samples/registration-stand.ts'
import { userForm } from '#checks/samples/registration-facts.ts'
import { checkSheet } from './public.ts'
import type { RegistrationForm } from './forms.ts'

let stand: RegistrationStand
let id: string
before(async () => {
  stand = await registrationStand()
  const documentDates = { 'laboratory-filing': { from: '2022-01-01', to: '2026-12-10' } }
  await stand.register({ ...userForm, documentDates })
  // a unit of the time before this field was asked for
  const { head: _none, ...profile } = { ...userForm, documentDates }
  await stand.t.house.db
    .updateTable('unit')
    .set({ profile: JSON.stringify(profile) })
    .where('id', '=', stand.unitId)
    .execute()
  id = await stand.change([
    { field: 'classes', after: '使用者、销售单位' },
    { field: 'fax', after: '010-55500102' },
  ])
})
after(() => stand.close())

/** Types into fields as a page does: each with the value it shows. Out: the codes of a refusal, and clashes. */
async function type(typed: RegistrationForm): Promise<string[]> {
  const { form } = await stand.see('operator', id)
  const names = Object.keys(typed) as (keyof RegistrationForm)[]
  const answer = await stand.save(
    'operator',
    id,
    names.map((name) => ({ name, seen: form[name] ?? null, value: typed[name] ?? null })),
  )
  if (answer.statusCode !== 200)
    return answer.json<Problem>().reasons.map((r) => `${r.code} ${r.at}`)
  return answer.json<{ clashes: { name: string }[] }>().clashes.map((c) => `clash ${c.name}`)
}
const writable = async (slot: string) =>
  (await stand.see('operator', id)).slots.find((s) => s.code === slot)?.writable

test('S2-136 a blank field stays open under the fingers, and what was typed is kept blank by blank', async () => {
  for (const head of ['沈', '沈 ', '沈 括 '])
    assert.deepEqual(
      [await type({ head }), (await stand.see('operator', id)).form.head],
      [[], head],
    )
  assert.ok((await stand.see('operator', id)).editable.places.includes('head'))
})

test('S2-137 a class added in a change: its document is brought, and replaced where it was the wrong one', async () => {
  assert.deepEqual(await type({ classes: ['user', 'seller'] }), [])
  for (const scan of ['the wrong one', 'the right one']) {
    assert.equal(await writable('trade-filing'), true, scan)
    const answer = await stand.upload('operator', id, 'trade-filing', scanOf(scan))
    assert.equal(answer.statusCode, 200, answer.body)
  }
})

test('S2-136 the new end of a certificate is typed first, then its scan is brought', async () => {
  const { documentDates } = await stand.see('operator', id)
  const dated = { ...documentDates, 'laboratory-filing': { from: '2026-12-01', to: '2031-11-30' } }
  assert.deepEqual(await type({ documentDates: dated }), [])
  const scan = await stand.upload('operator', id, 'laboratory-filing', scanOf('renewed'))
  assert.equal(scan.statusCode, 200, scan.body)
})

test('S2-134 a value approved for what was 无此内容 is shown, stored and printed as a value', async () => {
  for (const who of ['operator', 'accounts'] as const) {
    const { form } = await stand.see(who, id)
    assert.deepEqual([form.fax, form.notApplicable], ['010-55500102', ['approvalSiteNo']])
  }
  assert.deepEqual(await type({ notApplicable: ['approvalSiteNo', 'fax'] }), [])
  const refused = await stand.act('operator', id, 'submit')
  const both = refused.json<Problem>().reasons.find((r) => r.code === 'value-and-none')
  assert.deepEqual([both?.duty, both?.at], ['S2-088', 'fax'])
  assert.deepEqual(await type({ notApplicable: ['approvalSiteNo'] }), [])
})

test('S2-139 the officer who would return the contact person in a change is told the way', async () => {
  await stand.fill(id, {
    classes: ['user', 'seller'],
    sells: ['other'],
    scopeWords: ' 生物学研究 ',
  })
  await stand.do('operator', id, 'submit')
  const { form } = await stand.see('accounts', id)
  // handed over without the blanks around it
  assert.deepEqual([form.head, form.scopeWords], ['沈 括', '生物学研究'])
  const sheet = await checkSheet(stand.t.house.db, id, '2026-11-23')
  const fields = sheet!.fields.map((f) => f.name)
  assert.deepEqual([fields.includes('head'), fields.includes('contact')], [true, false])
  await stand.check(id)
  const remarks = (at: string) => ({ remarks: [{ at, what: '与证照不一致，请改正' }] })
  assert.deepEqual(await stand.refusal('accounts', id, 'return', remarks('contact')), [
    'contact-elsewhere',
  ])
  await stand.do('accounts', id, 'return', remarks('form'))
  const { editable } = await stand.see('operator', id)
  assert.ok(editable.places.includes('intro') && !editable.places.includes('contact'))
  assert.deepEqual(await type({ intro: '改正后的单位简介' }), [])
})
