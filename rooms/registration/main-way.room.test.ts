import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  registrationStand,
  scanOf,
  type RegistrationStand,
} from '#checks/samples/registration-stand.ts'
import { userForm } from '#checks/samples/registration-facts.ts'
import { demoUscc } from '#frame/catalogue/codes/demo.ts'
import { checkSheet, registrationSubject } from './public.ts'

let stand: RegistrationStand
before(async () => void (stand = await registrationStand()))
after(() => stand.close())

let id: string
const unitRow = () =>
  stand.t.house.db
    .selectFrom('unit')
    .selectAll()
    .where('id', '=', stand.unitId)
    .executeTakeFirstOrThrow()

test('S2-072 a unit whose account was confirmed finds its registration begun, with what it said already', async () => {
  id = await stand.open({ nameZh: userForm.nameZh, contact: userForm.contact, classes: ['user'] })
  const view = await stand.see('operator', id)
  assert.deepEqual([view.status, view.kind, view.number], ['filling', 'first', null])
  assert.equal(view.form.contact, userForm.contact)
  assert.deepEqual([view.inForce, view.editable], [null, { all: true, places: [] }])
  assert.ok(view.problems.length > 10)
  assert.equal((await stand.seeUnit('operator')).status, 'enrolled')
  // until it has passed nothing can be applied for
  const early = await stand.t
    .as(stand.people.operator)
    .post('/api/licences', { unitId: stand.unitId })
  assert.equal(early.statusCode, 422)
})

test('S2-074 the code of the organisation is taken out of the unit’s own', async () => {
  const uscc = demoUscc(7)
  await stand.t.house.db.updateTable('unit').set({ uscc }).where('id', '=', stand.unitId).execute()
  const { unit } = await stand.see('operator', id)
  assert.deepEqual([unit.code, unit.codeName.zh], [uscc, '统一社会信用代码'])
  assert.equal(unit.orgCode, `${uscc.slice(8, 16)}-${uscc.slice(16, 17)}`)
})

test('S2-082 the state of the registration is the house’s own, and S2-093 so is the branch', async () => {
  const { unit } = await stand.see('operator', id)
  assert.deepEqual([unit.status, unit.statusWords.zh], ['enrolled', '账号有效，尚未登记'])
  assert.equal(unit.branch.id, stand.branchId)
})

test('S2-095 the documents asked for are those of the classes ticked, each with its grounds', async () => {
  const { slots } = await stand.see('operator', id)
  const filing = slots.find((s) => s.code === 'laboratory-filing')
  assert.deepEqual(filing?.duties, [{ class: 'user', duty: 'S2-121', required: true }])
  assert.match(filing?.why.zh ?? '', /使用者.*需上传/)
  assert.ok(!slots.some((s) => s.code === 'trade-filing'))
})

test('S2-024 submitted on a Monday, the originals are due on the next', async () => {
  await stand.fill(id)
  await stand.do('operator', id, 'submit')
  const view = await stand.see('operator', id)
  assert.deepEqual(
    [view.status, view.number, view.submittedDay, view.handInBy, view.overdue],
    ['awaiting', 'DJ2026-000001', '2026-11-23', '2026-11-30', false],
  )
  assert.match(view.steps.at(-1)?.notePublic?.zh ?? '', /2026年11月30日.*原件/)
  stand.on('2026-12-01')
  assert.equal((await stand.see('window', id)).overdue, true)
})

test('S2-025 the counter gets every document with the scan it is compared with, and may scan itself', async () => {
  const sheet = await checkSheet(stand.t.house.db, id, '2026-12-01')
  assert.deepEqual(
    [sheet?.status, sheet?.number, sheet?.unitId],
    ['awaiting', 'DJ2026-000001', stand.unitId],
  )
  assert.ok(sheet!.rows.every((r) => r.file && !r.inForce))
  assert.ok(sheet!.rows.some((r) => r.slot === 'body-certificate' && r.duty === 'S2-120'))
  assert.equal(
    (await stand.upload('window', id, 'body-certificate', scanOf('at the counter'))).statusCode,
    200,
  )
  const { slots } = (
    await stand.t.as(stand.people.operator).get(`/api/files/registration/${id}`)
  ).json<{ slots: { code: string; files: { by: string; current: boolean }[] }[] }>()
  assert.equal(slots.find((s) => s.code === 'body-certificate')?.files.length, 2)
  // the unit cannot write now, and other officers never
  assert.equal((await stand.upload('operator', id, 'body-certificate')).statusCode, 422)
  assert.equal((await stand.upload('first', id, 'body-certificate')).statusCode, 422)
  assert.equal((await stand.upload('farWindow', id, 'body-certificate')).statusCode, 404)
})

test('S2-129 the window finds something wanting: every reason goes back at once', async () => {
  const remarks = [
    { at: 'legalRep', what: '与证书记载不一致' },
    { at: 'slot.body-certificate', what: '复印件没有加盖公章' },
  ]
  await stand.check(id, remarks)
  const view = await stand.see('operator', id)
  assert.equal(view.status, 'returned')
  assert.deepEqual(
    view.remarks.map((r) => [r.at, r.where]),
    [
      ['legalRep', '法人代表'],
      ['slot.body-certificate', '事业单位法人证书（或营业执照等登记证照）'],
    ],
  )
  assert.equal(view.editable.all, true)
  await stand.save('operator', id, [{ name: 'legalRep', seen: '贺知章', value: '贺季真' }])
  await stand.do('operator', id, 'submit')
  const again = await stand.see('window', id)
  assert.deepEqual([again.number, again.handInBy], ['DJ2026-000001', '2026-12-08'])
})

test('S2-130 originals good and passed: what was registered is in force, in every column others read', async () => {
  assert.deepEqual(await stand.refusal('accounts', id, 'pass'), ['wrong-status'])
  await stand.check(id)
  assert.equal((await unitRow()).status, 'enrolled')
  await stand.do('accounts', id, 'pass')
  const row = await unitRow()
  assert.equal(row.status, 'registered')
  assert.deepEqual(
    [row.name_zh, row.name_en, row.classes, row.address],
    [userForm.nameZh, userForm.nameEn, ['user'], userForm.registeredAddress],
  )
  assert.deepEqual(
    [row.contact_name, row.contact_phone, row.contact_mailbox],
    [userForm.contact, userForm.mobile, userForm.email],
  )
  assert.deepEqual(row.laboratories, userForm.laboratories)
  const view = await stand.seeUnit('operator')
  assert.equal(view.profile?.legalRep, '贺季真')
  assert.ok(view.documents.some((d) => d.slot === 'laboratory-filing' && d.href))
  assert.equal(view.history.length, 1)
  assert.equal((await registrationSubject(stand.t.house.db, id))?.status, 'passed')
  const started = await stand.t
    .as(stand.people.operator)
    .post('/api/licences', { unitId: stand.unitId })
  assert.equal(started.statusCode, 200, started.body)
})

test('S2-020 the unit is told of each turn, and the officers whose turn it is', async () => {
  const inbox = async (who: 'operator' | 'window' | 'accounts') => {
    const answer = await stand.t.as(stand.people[who]).get('/api/inbox?size=50')
    return answer.json<{ rows: { kind: { zh: string } }[] }>().rows.map((l) => l.kind.zh)
  }
  assert.deepEqual(
    (await inbox('operator')).filter((k) => k !== '联系方式已修改').toSorted(),
    ['已退回修改', '审核通过'].toSorted(),
  )
  assert.ok((await inbox('window')).includes('收到单位登记信息'))
  assert.ok((await inbox('accounts')).includes('单位登记待处理'))
})
