import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { codesOf, enrolmentStand, type EnrolmentStand } from '#checks/samples/enrolment-stand.ts'
import { demoUscc } from '#frame/catalogue/codes/demo.ts'

let stand: EnrolmentStand
before(async () => void (stand = await enrolmentStand()))
after(() => stand.close())

const keyOf = async (id: string) =>
  (
    await stand.t.house.db
      .selectFrom('enrolment')
      .select('identity_key')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
  ).identity_key

test('S2-023 S2-064 a returned request that takes the code of another one is saved all the same; filing says who has it', async () => {
  const theirs = demoUscc(921)
  const first = await stand.filed('organisation', { uscc: theirs, contact: '周若谷' })
  const mine = demoUscc(922)
  const held = await stand.filed('organisation', { uscc: mine })
  await stand.do(stand.keeper, held.id, 'return')
  const saved = await stand.save(held, { uscc: theirs })
  assert.equal(saved.statusCode, 200, saved.body)
  assert.equal((await stand.save(held, { contact: '孙知行' })).statusCode, 200)
  const own = await stand.own(held)
  assert.deepEqual([own.form.uscc, own.form.contact], [theirs, '孙知行'])
  assert.deepEqual(
    own.problems.map((p) => [p.duty, p.code, p.at]),
    [['S2-023', 'taken', 'uscc']],
  )
  assert.match(own.problems[0]!.message, /正在办理.*周\*\*/)
  assert.deepEqual(codesOf(await stand.ask(held, 'file')), ['taken'])
  // the key of the other is nobody's twice, and the own place is free meanwhile
  assert.deepEqual([await keyOf(first.id), await keyOf(held.id)], [theirs, null])
  assert.equal((await stand.filed('organisation', { uscc: mine })).id.length, 36)
  await stand.do(stand.keeper, first.id, 'refuse')
  assert.equal((await stand.ask(held, 'file')).statusCode, 200)
  assert.equal(await keyOf(held.id), theirs)
})

test('S2-066 the letter of a return says its reasons, also when it is written after the request was filed again', async () => {
  const held = await stand.filed()
  const { mailbox } = (await stand.own(held)).form
  await stand.mailTo(mailbox!)
  await stand.do(stand.keeper, held.id, 'return')
  assert.equal((await stand.ask(held, 'file')).statusCode, 200)
  await stand.do(stand.keeper, held.id, 'refuse')
  await stand.mailTo(mailbox!)
  const letters = await stand.t.house.db
    .selectFrom('message')
    .select(['kind', 'params'])
    .where('address', '=', mailbox!)
    .execute()
  const reasons = Object.fromEntries(
    letters.map((m) => [m.kind, (m.params as { text?: string }).text]),
  )
  assert.deepEqual(reasons, {
    'enrolment.received': undefined,
    'enrolment.returned': '单位名称：请填写单位全称',
    'enrolment.refused': '所附申请表未加盖单位公章',
  })
})
