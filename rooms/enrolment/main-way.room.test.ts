import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { codesOf, enrolmentStand, type EnrolmentStand } from '#checks/samples/enrolment-stand.ts'
import { drainJobs } from '#frame/jobs/drain.ts'
import { textOf, withoutPoppler } from '#frame/papers/read-pdf.ts'

let stand: EnrolmentStand
before(async () => void (stand = await enrolmentStand()))
after(() => stand.close())

const unitOf = (id: string) =>
  stand.t.house.db
    .selectFrom('enrolment')
    .innerJoin('unit', 'unit.id', 'enrolment.unit_id')
    .selectAll('unit')
    .where('enrolment.id', '=', id)
    .executeTakeFirstOrThrow()

const accountOf = (id: string) =>
  stand.t.house.db
    .selectFrom('enrolment')
    .innerJoin('account', 'account.id', 'enrolment.account_id')
    .innerJoin('role_grant', 'role_grant.account_id', 'account.id')
    .select(['account.id', 'account.status', 'account.login', 'account.mailbox', 'account.phone'])
    .select(['role_grant.role', 'role_grant.unit_id'])
    .where('enrolment.id', '=', id)
    .executeTakeFirstOrThrow()

const inboxOf = async (who: string) => {
  const inbox = await stand.t.as(who).get('/api/inbox?size=50')
  return inbox.json<{ rows: { title: { zh: string } }[] }>().rows.map((n) => n.title.zh)
}

test('S2-020 S2-064 S2-066 a unit asks for an account, mends what is wanting and is let in', async () => {
  stand.on('2026-11-23')
  const held = await stand.filled()
  const draft = await stand.own(held)
  assert.deepEqual([draft.status, draft.number, draft.problems], ['draft', null, []])
  assert.equal((await stand.ask(held, 'file')).statusCode, 200)
  const filed = await stand.see(stand.keeper, held.id)
  const { mailbox, nameZh, mobile } = filed.form
  assert.match(filed.number ?? '', /^ZH2026-\d{6}$/)
  assert.ok((await inboxOf(stand.keeper)).includes(`${nameZh}提交了账号注册申请 ${filed.number}`))
  assert.equal((await stand.mailTo(mailbox!))[0]?.kind, 'enrolment.received')

  stand.on('2026-11-24')
  const remarks = [
    { at: 'contact', what: '请填写联系人全名' },
    { at: 'slot.sealed-form', what: '公章不清晰，请重新扫描' },
  ]
  await stand.do(stand.keeper, held.id, 'return', { remarks })
  const returned = await stand.own(held)
  assert.deepEqual(
    [returned.status, returned.editable, returned.remarks],
    ['returned', true, remarks],
  )
  const [letter] = await stand.mailTo(mailbox!)
  assert.deepEqual(
    [letter?.kind, letter?.path],
    ['enrolment.returned', `/enrol/${held.id}#${held.key}`],
  )
  await stand.save(held, { contact: '赵敏行', mailbox: ` ${mailbox} ` })
  assert.equal((await stand.upload(held.key, held.id)).statusCode, 200)
  assert.equal((await stand.ask(held, 'file')).statusCode, 200)
  const again = await stand.see(stand.keeper, held.id)
  assert.deepEqual([again.number, again.form.mailbox, again.remarks], [filed.number, mailbox, []])
  assert.ok((await inboxOf(stand.keeper)).some((t) => t.includes('修改后重新提交')))

  stand.on('2026-11-25')
  const { proposedLogin, branch } = again
  await stand.do(stand.keeper, held.id, 'approve', { branchId: branch!.id, login: proposedLogin })
  const unit = await unitOf(held.id)
  assert.deepEqual(
    [unit.status, unit.kind, unit.uscc, unit.name_zh, unit.classes],
    ['enrolled', 'organisation', filed.form.uscc, nameZh, ['user']],
  )
  assert.deepEqual([unit.contact_name, unit.contact_mailbox], ['赵敏行', mailbox])
  const account = await accountOf(held.id)
  assert.deepEqual(
    [account.status, account.login, account.role, account.unit_id],
    ['invited', proposedLogin, 'unit-operator', unit.id],
  )
  // S2-070 the phone, S2-069 the mailbox
  const told = await stand.t.house.db
    .selectFrom('message')
    .select(['channel', 'kind', 'address'])
    .where('account_id', '=', account.id)
    .orderBy('channel')
    .execute()
  assert.deepEqual(told, [
    { channel: 'mail', kind: 'account.confirm', address: mailbox },
    { channel: 'sms', kind: 'account.registered', address: mobile },
  ])

  stand.on('2026-11-26')
  const done = await stand.confirm(mailbox!)
  assert.equal(done.statusCode, 200, done.body)
  assert.deepEqual(done.json(), { kind: 'confirm', login: proposedLogin })
  const valid = await stand.own(held)
  assert.deepEqual([valid.status, valid.login, valid.form], ['valid', proposedLogin, {}])
  assert.equal((await accountOf(held.id)).status, 'active')
  const registrations = await stand.t.house.db
    .selectFrom('registration')
    .select(['kind', 'status', 'form'])
    .where('unit_id', '=', unit.id)
    .execute()
  assert.deepEqual(
    registrations.map((r) => [r.kind, r.status, (r.form as { nameZh?: string }).nameZh]),
    [['first', 'filling', nameZh]],
  )
  assert.deepEqual(
    valid.steps.map((s) => [s.title.zh, s.role.zh]),
    [
      ['提交注册申请', '申请人'],
      ['退回修改', '账号管理岗'],
      ['提交注册申请', '申请人'],
      ['审核通过', '账号管理岗'],
      ['确认账号', '本人'],
    ],
  )
  assert.ok(valid.steps.every((s) => s.name === null))
})

test('S2-067 S2-068 branch and sign-in name are proposed, and the administrator fixes others', async () => {
  const held = await stand.filed('organisation', { area: '110115' })
  const seen = await stand.see(stand.keeper, held.id)
  // 大兴区 belongs to the branch at Daxing airport
  assert.deepEqual([seen.branch?.name.zh, seen.areaName?.zh], ['大兴机场分支机构', '大兴区'])
  assert.equal(seen.proposedLogin, `u${seen.form.uscc!.slice(8, 17).toLowerCase()}`)
  const taken = { branchId: stand.branchId, login: 'zhao.minxing' }
  const first = await stand.filed()
  await stand.do(stand.keeper, first.id, 'approve', taken)
  assert.deepEqual(codesOf(await stand.act(stand.keeper, held.id, 'approve', taken)), [
    'login-taken',
  ])
  const nowhere = { branchId: held.id, login: 'zhao.minxing' }
  assert.deepEqual(codesOf(await stand.act(stand.keeper, held.id, 'approve', nowhere)), [
    'no-such-branch',
    'login-taken',
  ])
  await stand.do(stand.keeper, held.id, 'approve', { ...taken, login: 'Zhao.Minxing-2' })
  const unit = await unitOf(held.id)
  assert.equal(unit.branch_id, stand.branchId)
  assert.equal((await accountOf(held.id)).login, 'zhao.minxing-2')
  const later = await stand.see(stand.keeper, held.id)
  assert.deepEqual([later.branchProposed, later.branch?.id], [false, stand.branchId])
})

test('S2-125 a natural person is let in by his document, and registers no further', async () => {
  const held = await stand.filed('person')
  const seen = await stand.see(stand.keeper, held.id)
  assert.equal(seen.branch, null)
  assert.match(seen.document?.masked ?? '', /^\d{3}\*{11}[\dX]{4}$/)
  await stand.do(stand.keeper, held.id, 'approve')
  assert.equal((await unitOf(held.id)).status, 'enrolled')
  assert.equal((await stand.confirm(seen.form.mailbox!)).statusCode, 200)
  const unit = await unitOf(held.id)
  assert.deepEqual(
    [unit.status, unit.kind, unit.uscc, unit.name_zh, unit.contact_name],
    ['registered', 'person', null, '钱思齐', '钱思齐'],
  )
  assert.ok(unit.registered_at)
  assert.match(unit.person_key ?? '', /^[0-9a-f]{64}$/)
  const registrations = await stand.t.house.db
    .selectFrom('registration')
    .select('id')
    .where('unit_id', '=', unit.id)
    .execute()
  assert.deepEqual(registrations, [])
})

test('S2-069 a link that ran out is sent again, by either side; the old one opens nothing', async () => {
  stand.on('2026-11-23')
  const held = await stand.filed()
  await stand.do(stand.keeper, held.id, 'approve')
  const { mailbox } = (await stand.see(stand.keeper, held.id)).form
  const [first] = await stand.mailTo(mailbox!)
  assert.deepEqual(codesOf(await stand.ask(held, 'send-link')), ['just-sent'])
  // 72 hours, and a minute
  stand.on('2026-11-26', '10:01:00')
  assert.equal((await stand.own(held)).linkOver, true)
  assert.equal((await stand.confirm(mailbox!)).statusCode, 422)
  const over = await stand.t.as(stand.keeper).get('/api/enrolments?over=1')
  assert.deepEqual(
    over.json<{ rows: { id: string }[] }>().rows.map((r) => r.id),
    [held.id],
  )
  assert.equal((await stand.ask(held, 'send-link')).statusCode, 200)
  stand.on('2026-11-26', '10:10:00')
  await stand.do(stand.keeper, held.id, 'send-again')
  const links = (await stand.mailTo(mailbox!)).filter((m) => m.kind === 'account.confirm')
  assert.equal(links.length, 3)
  for (const { path } of [links[1]!, first!]) {
    const token = path!.split('#')[1]
    assert.equal((await stand.t.as(null).post('/api/links/look', { token })).statusCode, 422)
  }
  assert.equal((await stand.confirm(mailbox!)).statusCode, 200)
  assert.equal(await stand.statusOf(held.id), 'valid')
})

test('S2-071 an account whose mailbox was corrected by its keeper confirms the request all the same', async () => {
  const held = await stand.filed()
  await stand.do(stand.keeper, held.id, 'approve')
  const account = await accountOf(held.id)
  const corrected = {
    version: 1,
    login: account.login,
    name: '赵敏行',
    phone: account.phone,
    mailbox: 'corrected@example.cn',
    reason: '邮箱写错',
  }
  const changed = await stand.t.as(stand.keeper).put(`/api/people/${account.id}`, corrected)
  assert.equal(changed.statusCode, 200, changed.body)
  assert.equal((await stand.confirm(account.mailbox)).statusCode, 422, 'the wrong mailbox')
  const [mail] = await stand.mailTo('corrected@example.cn')
  const token = mail?.path?.split('#')[1]
  const done = await stand.t
    .as(null)
    .post('/api/links/use', { token, password: 'Qiushi-shanlin-47' })
  assert.equal(done.statusCode, 200, done.body)
  assert.equal(await stand.statusOf(held.id), 'valid')
})

test('S2-064 the filled form is printed with a place for the seal, by the holder of the key alone', async () => {
  const held = await stand.filled('organisation', { nameZh: '青峦生物安全实验室' })
  const url = `/api/enrolments/${held.id}/form`
  const printed = await stand.holding(held.key).get(url)
  assert.equal(printed.statusCode, 200)
  assert.match(String(printed.headers['content-type']), /application\/pdf/)
  assert.equal(printed.rawPayload.subarray(0, 5).toString(), '%PDF-')
  if (!withoutPoppler) {
    const words = textOf(printed.rawPayload)
    assert.match(words, /申请单位账号注册申请表/)
    assert.match(words, /青峦生物安全实验室/)
    assert.match(words, /单位公章/)
  }
  assert.equal((await stand.holding(null).get(url)).statusCode, 401)
  assert.equal((await stand.t.as(stand.keeper).get(url)).statusCode, 403)
  const person = await stand.filled('person')
  const none = await stand.holding(person.key).get(`/api/enrolments/${person.id}/form`)
  assert.equal(none.statusCode, 404)
  await drainJobs(stand.t.house, { keepFailures: true })
})
