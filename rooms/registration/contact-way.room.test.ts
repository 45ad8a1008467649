import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  registrationStand,
  type Problem,
  type RegistrationStand,
} from '#checks/samples/registration-stand.ts'
import { userForm } from '#checks/samples/registration-facts.ts'
import { stopRenderer } from '#frame/papers/press.ts'
import { loadRegistration } from './load-registration.ts'
import { contactFormFacts } from './print-contact-form.ts'
import { checkSheet } from './public.ts'

let stand: RegistrationStand
let id: string
before(async () => {
  stand = await registrationStand()
  await stand.register()
})
after(async () => {
  await stopRenderer(stand.t.house)
  await stand.close()
})

const setContact = async (said: object, who: 'operator' | 'stranger' | 'accounts' = 'operator') => {
  const { version } = await stand.seeUnit('operator')
  return stand.t
    .as(stand.people[who])
    .post(`/api/units/${stand.unitId}/set-contact`, { version, ...said })
}

test('S2-145 the same person’s phone and mailbox: by the unit itself, in force at once, on record', async () => {
  const done = await setContact({ mobile: '+86 139 0000 0012', email: 'lin@example.cn' })
  assert.equal(done.statusCode, 200, done.body)
  const unit = await stand.seeUnit('first')
  assert.deepEqual(
    [unit.contactName, unit.contactPhone, unit.contactMailbox, unit.profile?.mobile],
    [userForm.contact, '13900000012', 'lin@example.cn', '13900000012'],
  )
  assert.deepEqual(
    unit.history[0]?.changed.map((c) => c.zh),
    ['手机号码', '电子邮件'],
  )
  // the ledger holds that it was done and by whom, not the number itself
  const event = await stand.t.house.db
    .selectFrom('audit_event')
    .select(['act', 'actor_id', 'body_json'])
    .where('act', '=', 'unit.set-contact')
    .executeTakeFirstOrThrow()
  assert.equal(event.actor_id, stand.people.operator)
  assert.doesNotMatch(JSON.stringify(event.body_json), /13900000012|lin@example/)
  // the mailbox by which somebody signs in is another thing
  const account = await stand.t.house.db
    .selectFrom('account')
    .select('mailbox')
    .where('id', '=', stand.people.operator)
    .executeTakeFirstOrThrow()
  assert.notEqual(account.mailbox, 'lin@example.cn')
})

test('S2-145 what cannot be dialled or mailed is refused, a stranger finds no such unit', async () => {
  const wrong = await setContact({ mobile: '139', email: 'lin' })
  assert.deepEqual(
    wrong.json<Problem>().reasons.map((r) => r.at),
    ['mobile', 'email'],
  )
  const said = { mobile: '13900000012', email: 'lin@example.cn' }
  assert.equal((await setContact(said, 'stranger')).statusCode, 404)
  assert.equal((await setContact(said, 'accounts')).statusCode, 403)
  const stale = await stand.t
    .as(stand.people.operator)
    .post(`/api/units/${stand.unitId}/set-contact`, { version: 1, ...said })
  assert.equal(stale.statusCode, 409)
})

test('S2-139 another person is typed anew and brings three sealed papers', async () => {
  const begun = await stand.begin('begin-contact')
  assert.equal(begun.statusCode, 200, begun.body)
  id = begun.json<{ id: string }>().id
  const view = await stand.see('operator', id)
  assert.deepEqual([view.kind, view.form.contact, view.form.head], ['contact', undefined, '沈括'])
  assert.deepEqual(
    view.slots.map((s) => [s.code, s.duties[0]?.duty, s.writable]),
    [
      ['contact-form', 'S2-140', true],
      ['contact-letter', 'S2-141', true],
      ['contact-id', 'S2-142', true],
    ],
  )
  assert.deepEqual(view.problems.map((r) => r.at ?? '').toSorted(), [
    'contact',
    'email',
    'mobile',
    'slot.contact-form',
    'slot.contact-id',
    'slot.contact-letter',
  ])
  const other = await stand.save('operator', id, [{ name: 'head', seen: '沈括', value: '苏轼' }])
  assert.equal(other.statusCode, 422)
})

test('S2-140 the form is printed with what was typed, 联系人信息变更 ticked, for the unit alone', async () => {
  const facts = (await loadRegistration(stand.t.house.db, id, '2026-11-23'))!
  const typed = { ...facts, form: { ...facts.form, contact: '苏苒', mobile: '13900000034' } }
  const form = contactFormFacts(typed, '2026-11-23')
  assert.equal(form.purpose, 'contact')
  assert.deepEqual(
    form.rows.map((r) => [r.title, r.value]),
    [
      ['单位名称', userForm.nameZh],
      ['统一社会信用代码', facts.unit.code],
      ['单位类别', '使用者（科研、医疗、检验、医药研发外包）'],
      ['原联系人', userForm.contact],
      ['新联系人', '苏苒'],
      ['手机号码', '13900000034'],
      ['电子邮件', ''],
    ],
  )
  const fetch = (who: 'operator' | 'stranger' | 'window') =>
    stand.t.as(stand.people[who]).get(`/api/registrations/${id}/contact-form`)
  const printed = await fetch('operator')
  assert.equal(printed.statusCode, 200, printed.body.slice(0, 200))
  assert.equal(printed.rawPayload.subarray(0, 5).toString(), '%PDF-')
  assert.equal((await fetch('stranger')).statusCode, 404)
  assert.equal((await fetch('window')).statusCode, 403)
})

test('S2-143 handed in at the window; S2-142 the ID copy is seen by the unit and the counter alone', async () => {
  const contact = { contact: '苏苒', mobile: '13900000034', email: 'su@example.cn' }
  await stand.fill(id, contact)
  await stand.do('operator', id, 'submit')
  const sheet = await checkSheet(stand.t.house.db, id, '2026-11-23')
  assert.deepEqual(
    sheet?.rows.map((r) => [r.slot, r.duty, r.required]),
    [
      ['contact-form', 'S2-140', true],
      ['contact-letter', 'S2-141', true],
      ['contact-id', 'S2-142', true],
    ],
  )
  const sees = async (who: 'operator' | 'colleague' | 'window' | 'accounts' | 'first' | 'leader') =>
    (await stand.see(who, id)).slots.some((s) => s.code === 'contact-id')
  for (const who of ['operator', 'colleague', 'window', 'accounts'] as const)
    assert.equal(await sees(who), true, who)
  for (const who of ['first', 'leader'] as const) assert.equal(await sees(who), false, who)
  const copy = sheet.rows.find((r) => r.slot === 'contact-id')!.file!
  const fetch = async (who: 'first' | 'leader' | 'window' | 'farWindow') =>
    (await stand.t.as(stand.people[who]).get(copy.href)).statusCode
  assert.deepEqual(
    [await fetch('window'), await fetch('first'), await fetch('leader'), await fetch('farWindow')],
    [200, 404, 404, 404],
  )
})

test('S2-139 passed, the new person stands everywhere, and nothing else has moved', async () => {
  const before = await stand.seeUnit('operator')
  await stand.check(id)
  await stand.do('accounts', id, 'pass')
  const unit = await stand.seeUnit('operator')
  assert.deepEqual(
    [unit.contactName, unit.contactPhone, unit.contactMailbox],
    ['苏苒', '13900000034', 'su@example.cn'],
  )
  assert.deepEqual(
    unit.history[0]?.changed.map((c) => c.zh),
    ['联系人', '手机号码', '电子邮件'],
  )
  assert.deepEqual(unit.documents, before.documents)
  assert.deepEqual(
    { ...unit.profile, contact: '', mobile: '', email: '' },
    {
      ...before.profile,
      contact: '',
      mobile: '',
      email: '',
    },
  )
})

test('S2-145 named as the new person, the present one is shown the shorter way', async () => {
  const begun = await stand.begin('begin-contact')
  const again = begun.json<{ id: string }>().id
  await stand.fill(again, { contact: '苏苒', mobile: '13900000035', email: 'su@example.cn' })
  assert.deepEqual(await stand.refusal('operator', again, 'submit'), ['same-person'])
  await stand.do('operator', again, 'withdraw')
  // never handed over: officers never learn of it
  const answer = await stand.t.as(stand.people.accounts).get(`/api/registrations/${again}`)
  assert.equal(answer.statusCode, 404)
})

test('a phone corrected while the first registration is under way is not set back when it passes', async () => {
  const fresh = await registrationStand()
  try {
    const first = await fresh.open()
    await fresh.fill(first)
    await fresh.do('operator', first, 'submit')
    const { version } = await fresh.seeUnit('operator')
    const done = await fresh.t
      .as(fresh.people.operator)
      .post(`/api/units/${fresh.unitId}/set-contact`, {
        version,
        mobile: '13900000055',
        email: 'now@example.cn',
        landline: '',
      })
    assert.equal(done.statusCode, 200, done.body)
    await fresh.check(first)
    await fresh.do('accounts', first, 'pass')
    const unit = await fresh.seeUnit('operator')
    assert.deepEqual(
      [
        unit.contactPhone,
        unit.profile?.landline,
        unit.profile?.notApplicable?.includes('landline'),
      ],
      ['13900000055', undefined, true],
    )
  } finally {
    await fresh.close()
  }
})
