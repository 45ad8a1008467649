import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { registrationStand, type RegistrationStand } from '#checks/samples/registration-stand.ts'
import { userForm } from '#checks/samples/registration-facts.ts'

let stand: RegistrationStand
before(async () => void (stand = await registrationStand()))
after(() => stand.close())

test('S2-086, S2-145 a phone changed in the middle of filling in touches nothing else that was typed', async () => {
  const first = await stand.open()
  await stand.fill(first, { ...userForm, notApplicable: ['nameEn', 'approvalSiteNo', 'fax'] })
  const typed = (await stand.see('operator', first)).form
  // the dialog begins with what stands in the draft, an officer is not shown it
  const { version, ownContact } = await stand.seeUnit('operator')
  const shown = { mobile: typed.mobile, email: typed.email, landline: typed.landline }
  assert.deepEqual(ownContact, shown)
  assert.equal((await stand.seeUnit('accounts')).ownContact, null)
  const set = (said: object) =>
    stand.t
      .as(stand.people.colleague)
      .post(`/api/units/${stand.unitId}/set-contact`, { email: typed.email, ...said })
  const done = await set({ version, mobile: '13900000066' })
  assert.equal(done.statusCode, 200, done.body)
  const view = await stand.see('operator', first)
  assert.deepEqual(view.form, { ...typed, mobile: '13900000066' })
  // who types the old number over it is told who set the new one
  const late = await stand.save('operator', first, [
    { name: 'mobile', seen: typed.mobile, value: '13900000067' },
  ])
  const { name } = await stand.t.house.db
    .selectFrom('account')
    .select('name')
    .where('id', '=', stand.people.colleague)
    .executeTakeFirstOrThrow()
  assert.deepEqual(
    late.json<{ clashes: { name: string; by: string }[] }>().clashes.map((c) => [c.name, c.by]),
    [['mobile', name]],
  )
  const none = await set({ version: version + 1, mobile: '13900000066', landline: '' })
  assert.equal(none.statusCode, 200, none.body)
  const { landline, notApplicable } = (await stand.see('operator', first)).form
  assert.deepEqual(
    [landline, notApplicable],
    [undefined, ['nameEn', 'approvalSiteNo', 'fax', 'landline']],
  )
})
