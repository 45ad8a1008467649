import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  registrationStand,
  scanOf,
  type RegistrationStand,
} from '#checks/samples/registration-stand.ts'
import { userForm } from '#checks/samples/registration-facts.ts'
import { rejectFile } from '#frame/files/remove.ts'
import { fileLife } from '#frame/files/states.ts'
import { perform } from '#frame/kernel/perform.ts'
import { Refused } from '#frame/kernel/reason.ts'
import { systemActor } from '#frame/people/actor.ts'
import { checkSheet } from './public.ts'

let stand: RegistrationStand
let id: string
before(async () => {
  stand = await registrationStand()
  id = await stand.open()
  await stand.fill(id, {
    ...userForm,
    documentDates: { 'body-certificate': { from: '2021-11-25', to: '2026-11-24' } },
  })
  await stand.do('operator', id, 'submit')
})
after(() => stand.close())

/** A later scan finds something in the document of a slot. */
async function takenAway(slot: string, of = id): Promise<void> {
  const row = await stand.t.house.db
    .selectFrom('file_version')
    .select('id')
    .where('subject_id', '=', of)
    .where('slot', '=', slot)
    .where('status', '=', 'current')
    .executeTakeFirstOrThrow()
  const asked = { actor: systemActor, requestId: row.id }
  await perform(stand.t.house, rejectFile, { id: row.id }, asked, fileLife)
}

const refusedAt = async (work: Promise<void>): Promise<string[]> => {
  const error = await work.then(
    () => null,
    (e: unknown) => e,
  )
  assert.ok(error instanceof Refused, String(error))
  return error.reasons.map((r) => `${r.duty} ${r.code} ${r.at}`)
}

test('S2-129 the counter reads from when until when each certificate was said to hold', async () => {
  const sheet = await checkSheet(stand.t.house.db, id, '2026-11-23')
  const valid = (slot: string) => sheet?.rows.find((r) => r.slot === slot)?.valid?.zh
  assert.deepEqual(
    [valid('body-certificate'), valid('laboratory-filing'), valid('preparation')],
    ['有效期 2021-11-25 起至 2026-11-24', '有效期未填写，按长期有效登记', undefined],
  )
  assert.equal((await stand.see('window', id)).documentDates['body-certificate']?.to, '2026-11-24')
})

test('S2-025 a scan replaced after it was compared is compared again: the check is refused', async () => {
  const { rows } = (await checkSheet(stand.t.house.db, id, '2026-11-23'))!
  const seen = rows.map(({ slot, file }) => ({ slot, fileId: file?.id ?? null }))
  await stand.upload('window', id, 'preparation', scanOf('by a colleague'))
  const of = 'S2-025 file-changed slot.preparation'
  assert.deepEqual(await refusedAt(stand.check(id, [], 'window', seen)), [of])
  const remarks = [{ at: 'legalRep', what: '与证书记载不一致' }]
  assert.deepEqual(await refusedAt(stand.check(id, remarks, 'window', seen)), [of])
  // found complete, a document nobody looked at is one too
  const few = (await checkSheet(stand.t.house.db, id, '2026-11-23'))!.rows
    .filter((r) => r.slot !== 'preparation')
    .map(({ slot, file }) => ({ slot, fileId: file?.id ?? null }))
  assert.deepEqual(await refusedAt(stand.check(id, [], 'window', few)), [of])
})

test('S2-095 a required scan taken away after the submission: neither found complete nor passed', async () => {
  await takenAway('laboratory-filing')
  assert.deepEqual(await refusedAt(stand.check(id)), [
    'S2-121 document-missing slot.laboratory-filing',
  ])
  await stand.upload('window', id, 'laboratory-filing', scanOf('at the counter'))
  await stand.check(id)
  await takenAway('laboratory-filing')
  assert.deepEqual(await stand.refusal('accounts', id, 'pass'), ['document-missing'])
  // the page says so before he tries
  const { acts } = await stand.see('accounts', id)
  const pass = acts.find((a) => a.act === 'registration.pass')
  assert.deepEqual([pass?.allowed, pass?.reasons[0]?.code], [false, 'document-missing'])
  assert.match(pass?.reasons[0]?.message ?? '', /退回/)
})

test('S2-130 a certificate that ran out before the pass is not passed, nor found good at the window', async () => {
  await stand.do('accounts', id, 'return')
  await stand.upload('operator', id, 'laboratory-filing')
  await stand.do('operator', id, 'submit')
  stand.on('2026-11-25')
  const expired = 'S2-120 document-expired slot.body-certificate'
  assert.deepEqual(await refusedAt(stand.check(id)), [expired])
  stand.on('2026-11-24')
  await stand.check(id)
  stand.on('2026-11-25')
  assert.deepEqual(await stand.refusal('accounts', id, 'pass'), ['document-expired'])
  stand.on('2026-11-24')
  await stand.do('accounts', id, 'pass')
})

/** The end of the certificate as the unit types it into a change. */
async function typeEnd(change: string, to: string): Promise<void> {
  const seen = (await stand.see('operator', change)).form.documentDates
  const value = { ...seen, 'body-certificate': { from: '2021-11-25', to } }
  const typed = await stand.save('operator', change, [{ name: 'documentDates', seen, value }])
  assert.equal(typed.statusCode, 200, typed.body)
}
const endInForce = async () =>
  (await stand.seeUnit('operator')).documents.find((d) => d.slot === 'body-certificate')?.validTo

let change: string

test('S2-096 a change that types a new date over an old scan is not submitted; with the new one it is', async () => {
  change = await stand.change([{ field: 'intro', after: '更新后的简介' }])
  await typeEnd(change, '2031-11-24')
  assert.deepEqual(await stand.refusal('operator', change, 'submit'), ['dates-without-document'])
  const [problem] = (await stand.see('operator', change)).problems
  assert.deepEqual([problem?.duty, problem?.at], ['S2-025', 'slot.body-certificate'])
  await stand.upload('operator', change, 'body-certificate', scanOf('renewed'))
  await stand.do('operator', change, 'submit')
})

test('S2-025 the new scan taken away, the old one does not hold for the new dates', async () => {
  await takenAway('body-certificate', change)
  const of = 'S2-025 dates-without-document slot.body-certificate'
  assert.deepEqual(await refusedAt(stand.check(change)), [of])
  await stand.upload('window', change, 'body-certificate', scanOf('at the counter'))
  await stand.check(change)
  await takenAway('body-certificate', change)
  assert.deepEqual(await stand.refusal('accounts', change, 'pass'), ['dates-without-document'])
})

test('S2-129 a date that a return named is mended without a new scan, and comes in force', async () => {
  const remarks = [{ at: 'slot.body-certificate', what: '有效期与证书不一致，请改正' }]
  await stand.do('accounts', change, 'return', { remarks })
  await typeEnd(change, '2026-12-24')
  await stand.do('operator', change, 'submit')
  await stand.check(change)
  assert.equal(await endInForce(), '2026-11-24')
  await stand.do('accounts', change, 'pass')
  assert.equal(await endInForce(), '2026-12-24')
})
