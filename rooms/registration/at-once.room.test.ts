import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  registrationStand,
  type Problem,
  type RegistrationStand,
} from '#checks/samples/registration-stand.ts'
import { userForm } from '#checks/samples/registration-facts.ts'

let stand: RegistrationStand
before(async () => {
  stand = await registrationStand()
  await stand.register()
})
after(() => stand.close())

const caller = (who: keyof RegistrationStand['people']) => stand.t.as(stand.people[who])
const intro = (after: string) => [{ field: 'intro', after }]

test('two officers at once: one is done, the other is told what changed, and nothing is lost', async () => {
  const asked = await stand.begin('ask-change', {
    reason: '单位简介需要更新',
    items: intro('并行的一件'),
  })
  const { id, version } = asked.json<{ id: string; version: number }>()
  const answers = await Promise.all([
    caller('accounts').post(`/api/registrations/${id}/approve-change`, { version }),
    caller('accounts').post(`/api/registrations/${id}/decline-change`, {
      version,
      why: '请先更正证书',
    }),
  ])
  const [done, late] = answers.toSorted((a, b) => a.statusCode - b.statusCode)
  assert.deepEqual([done?.statusCode, late?.statusCode], [200, 409])
  const view = await stand.see('accounts', id)
  assert.equal(view.status, done!.json<{ status: string }>().status)
  assert.equal(view.steps.length, 2)
  if (view.status === 'filling') await stand.do('operator', id, 'withdraw')
})

test('S2-131 two who begin at the very same moment begin one thing', async () => {
  const answers = await Promise.all([
    stand.begin('ask-change', { reason: '单位简介需要更新', items: intro('甲') }),
    stand.begin('begin-contact', {}, 'colleague'),
    stand.begin('ask-change', { reason: '单位简介需要更新', items: intro('乙') }, 'colleague'),
  ])
  const codes = answers.map((a) => a.statusCode).toSorted((a, b) => a - b)
  assert.deepEqual(codes, [200, 422, 422])
  const open = await stand.t.house.db
    .selectFrom('registration')
    .select('id')
    .where('status', 'in', ['asked', 'filling'])
    .execute()
  assert.equal(open.length, 1)
  await stand.do('operator', open[0]!.id, 'withdraw')
})

test('the same key again is the same answer, and one registration', async () => {
  const body = { unitId: stand.unitId, reason: '单位简介需要更新', items: intro('丙') }
  const key = { 'idempotency-key': 'ask-once' }
  const clicks = await Promise.all(
    Array.from({ length: 4 }, () =>
      caller('operator').post('/api/registrations/ask-change', body, key),
    ),
  )
  assert.equal(new Set(clicks.map((c) => c.body)).size, 1)
  await stand.do('operator', clicks[0]!.json<{ id: string }>().id, 'withdraw')
})

test('a contact changed while a change passes: both are in force, whichever came first', async () => {
  for (const turn of ['丁', '戊']) {
    const id = await stand.change(intro(`简介${turn}`))
    await stand.do('operator', id, 'submit')
    await stand.check(id)
    const unit = await stand.seeUnit('operator')
    const mobile = turn === '丁' ? '13900000061' : '13900000062'
    const [passed, set] = await Promise.all([
      stand.act('accounts', id, 'pass'),
      caller('operator').post(`/api/units/${stand.unitId}/set-contact`, {
        version: unit.version,
        mobile,
        email: userForm.email,
      }),
    ])
    assert.equal(passed.statusCode, 200, passed.body)
    const now = await stand.seeUnit('operator')
    assert.equal(now.profile?.intro, `简介${turn}`)
    // who came second saw an older version: he is told, and nothing was half done
    assert.ok([200, 409].includes(set.statusCode), set.body)
    assert.equal(now.profile?.mobile === mobile, set.statusCode === 200)
  }
})

interface Saved {
  clashes: { name: string; mine: unknown; theirs: unknown; by: string | null }[]
}
const save = async (
  who: 'operator' | 'colleague',
  id: string,
  ...changes: [string, unknown, unknown][]
) => {
  const answer = await stand.save(
    who,
    id,
    changes.map(([name, seen, value]) => ({ name, seen, value })),
  )
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json<Saved>().clashes
}

test('two colleagues in one form: a clash shows both values, the rest of the save is kept', async () => {
  const fresh = await registrationStand()
  const other = stand
  stand = fresh
  try {
    const id = await fresh.open({ head: '沈括' })
    assert.deepEqual(await save('operator', id, ['head', '沈括', '苏颂']), [])
    const clashes = await save(
      'colleague',
      id,
      ['head', '沈括', '郭守敬'],
      ['legalRep', null, '贺知章'],
    )
    const by = `测试${fresh.people.operator.slice(-4)}`
    assert.deepEqual(clashes, [{ name: 'head', mine: '郭守敬', theirs: '苏颂', by }])
    const { form } = await fresh.see('colleague', id)
    assert.deepEqual([form.head, form.legalRep], ['苏颂', '贺知章'])
    // dates of two documents, typed at once, are both kept
    const dates = (slot: string) => ({ [slot]: { to: '2030-01-01' } })
    const both = await Promise.all([
      save('operator', id, ['documentDates', null, dates('body-certificate')]),
      save('colleague', id, ['documentDates', null, dates('laboratory-filing')]),
    ])
    assert.deepEqual(both, [[], []])
    assert.deepEqual((await fresh.see('operator', id)).documentDates, {
      ...dates('body-certificate'),
      ...dates('laboratory-filing'),
    })
    // half a number is kept as typed; whether it can be dialled is asked at the submission
    assert.deepEqual(await save('operator', id, ['mobile', null, '139']), [])
    const refused = await fresh.act('operator', id, 'submit')
    const reasons = refused.json<Problem>().reasons
    assert.ok(reasons.some((r) => r.at === 'mobile' && r.code === 'mobile.length'))
  } finally {
    stand = other
    await fresh.close()
  }
})
