import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { enrolmentStand, type EnrolmentStand } from '#checks/samples/enrolment-stand.ts'
import { goodPassword } from '#checks/browser.ts'

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

test('S2-020 S2-064 S2-066 a unit asks for an account, is looked at and let in', async () => {
  const held = await stand.filled()
  const draft = await stand.own(held)
  assert.deepEqual([draft.status, draft.number, draft.problems], ['draft', null, []])
  const filed = await stand.ask(held, 'file')
  assert.equal(filed.statusCode, 200, filed.body)
  const view = await stand.see(stand.keeper, held.id)
  assert.match(view.number ?? '', /^ZH2026-\d{6}$/)
  assert.equal(view.branch?.id, stand.branchId)
  await stand.do(stand.keeper, held.id, 'approve', {
    branchId: view.branch!.id,
    login: view.proposedLogin,
  })
  const unit = await unitOf(held.id)
  assert.deepEqual(
    [unit.status, unit.kind, unit.branch_id],
    ['enrolled', 'organisation', stand.branchId],
  )
  const done = await stand.confirm(view.form.mailbox!)
  assert.equal(done.statusCode, 200, done.body)
  assert.equal(await stand.statusOf(held.id), 'valid')
  assert.ok(goodPassword)
})
