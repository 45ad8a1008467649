import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { licenceStand, toGrant, type LicenceStand } from '#checks/samples/licence-stand.ts'
import { addPerson } from '#checks/house.ts'
import type { Day } from '#frame/calendar/day.ts'
import { passDay } from '#frame/calendar/reproject-jobs.ts'
import { drainJobs } from '#frame/jobs/drain.ts'
import { plan } from '#frame/jobs/plan.ts'
import { newId } from '#frame/kernel/id.ts'

let stand: LicenceStand
before(async () => void (stand = await licenceStand('2026-09-18T10:00:00+08:00')))
after(() => stand.close())

async function submitted(day: Day): Promise<string> {
  stand.on(day)
  const id = await stand.draft()
  await stand.do('operator', id, 'submit')
  return id
}

async function accepted(day: Day): Promise<string> {
  const id = await submitted(day)
  await stand.do('window', id, 'accept')
  return id
}

/** Lets the nightly job run on a day, and whatever it plans. */
async function night(day: Day): Promise<void> {
  stand.on(day, '00:03:00')
  await stand.t.house.db
    .transaction()
    .execute((tx) => plan(tx, passDay, {}, { key: `night ${day} ${newId()}` }))
  await drainJobs(stand.t.house, { only: ['calendar.pass-day', 'licence.deem-accepted'] })
}

const dueOf = async (id: string) => (await stand.see('first', id)).clock?.projection.dueDay
const step = { kind: 'expert', reason: '需专家评估废弃物处置方案', expectedDays: 10 }

const vectors: [Day, Day, Day][] = [
  ['2026-09-22', '2026-09-29', '2026-10-29'],
  ['2026-09-21', '2026-09-21', '2026-10-23'],
  ['2026-10-01', '2026-10-07', '2026-10-22'],
]
for (const [from, to, due] of vectors)
  test(`S2-046 a special step from ${from} to ${to} moves the due day of 09-18 to ${due}`, async () => {
    const id = await accepted('2026-09-18')
    assert.equal(await dueOf(id), '2026-10-22')
    stand.on(from)
    await stand.do('first', id, 'open-step', step)
    assert.equal((await stand.see('first', id)).clock?.projection.state, 'paused')
    assert.deepEqual(await stand.refusal('first', id, 'open-step', step), ['step-open'])
    assert.deepEqual(await stand.refusal('first', id, 'propose', toGrant), ['step-open'])
    stand.on(to)
    await stand.do('first', id, 'close-step', { result: '专家意见：可行' })
    assert.equal(await dueOf(id), due)
    // the column that queues sort by says the same
    const kept = await stand.t.house.db
      .selectFrom('clock')
      .select('due_day')
      .where('subject_id', '=', id)
      .executeTakeFirstOrThrow()
    assert.equal(kept.due_day, due)
  })

test('S2-046 two steps that overlap in time count once: 09-22…09-29 and 09-28…10-12 give 11-05', async () => {
  // One step at a time can be open, so the second begins when the first ends.
  const id = await accepted('2026-09-18')
  for (const [from, to] of [
    ['2026-09-22', '2026-09-28'],
    ['2026-09-28', '2026-10-12'],
  ] as const) {
    stand.on(from)
    await stand.do('first', id, 'open-step', step)
    stand.on(to)
    await stand.do('first', id, 'close-step', { result: '专家意见：可行' })
  }
  assert.equal(await dueOf(id), '2026-11-05')
})

test('S2-047 the applicant is told of a step in writing, with the day it is expected to end', async () => {
  const id = await accepted('2026-09-18')
  stand.on('2026-09-22')
  await stand.do('first', id, 'open-step', step)
  const { papers, clock } = await stand.see('operator', id)
  const notice = papers.find((p) => p.kind === 'licence.special-step')
  assert.equal(clock?.projection.steps[0]?.notice, notice?.number)
})

test('S2-029 nobody answered within five working days: accepted by law as of the day of receipt', async () => {
  const id = await submitted('2026-09-18')
  await night('2026-09-24')
  // received 09-18; 09-20 is a make-up working day: the fifth working day is 09-24
  assert.equal((await stand.see('window', id)).status, 'pending')
  await night('2026-09-25')
  const view = await stand.see('operator', id)
  assert.equal(view.status, 'accepted')
  assert.equal(view.clock?.projection.startDay, '2026-09-18')
  assert.equal(view.clock?.projection.dueDay, '2026-10-22')
  assert.equal(view.clock?.projection.deemed, true)
  const last = view.steps.at(-1)
  assert.deepEqual([last?.title.zh, last?.role.zh, last?.name], ['视为受理', '系统', null])
  assert.deepEqual(
    view.papers.map((p) => p.kind),
    ['licence.acceptance'],
  )
  // the first reviewer works on as on any accepted case
  stand.on('2026-09-25')
  await stand.do('first', id, 'propose', toGrant)
})

test('recording the acceptance by law again changes nothing, and one that is too early does nothing', async () => {
  const id = await submitted('2026-09-18')
  const again = async () => {
    await stand.t.house.db
      .transaction()
      .execute((tx) =>
        plan(
          tx,
          'licence.deem-accepted',
          { unitId: stand.unitId, subjectId: id },
          { key: newId() },
        ),
      )
    await drainJobs(stand.t.house, { only: ['licence.deem-accepted'] })
  }
  await again()
  assert.equal((await stand.see('window', id)).status, 'pending')
  await night('2026-09-25')
  const before = await stand.see('operator', id)
  await again()
  const after = await stand.see('operator', id)
  assert.equal(before.version, after.version)
  assert.equal(after.papers.length, 1)
})

test('a window that accepts too late cannot move the day: the law has accepted already', async () => {
  const id = await submitted('2026-09-18')
  stand.on('2026-09-28')
  const items = [{ at: 'consignor', what: '发货人应填写单位全称' }]
  assert.deepEqual(await stand.refusal('window', id, 'ask-correction', { items }), [
    'clock.correction-late',
  ])
  await stand.do('window', id, 'accept')
  const { clock } = await stand.see('operator', id)
  assert.equal(clock?.projection.startDay, '2026-09-18')
  assert.equal(clock?.projection.dueDay, '2026-10-22')
  await night('2026-09-29')
  assert.equal((await stand.see('operator', id)).steps.length, 2)
})

test('C-34 a case keeps the rule set of its acceptance day; the next one is of the set then in force', async () => {
  const early = await accepted('2026-09-18')
  const admin = await addPerson(stand.t.house, 'system-admin')
  const started = await stand.t.as(admin).post('/api/catalogue/rule-sets/2025/starts', {
    seen: 1,
    validFrom: '2026-09-21',
    source: '海关总署公告2025年第65号',
    reason: '按现行分级办理',
    gapsChecked: true,
  })
  assert.equal(started.statusCode, 200, started.body)
  const late = await submitted('2026-09-18')
  stand.on('2026-09-21')
  await stand.do('window', late, 'accept')
  assert.deepEqual((await stand.see('first', early)).grades, ['A', 'B', 'C', 'D'])
  const grades = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2']
  assert.deepEqual((await stand.see('first', late)).grades, grades)
  assert.deepEqual(await stand.refusal('first', late, 'propose', toGrant), ['unknown-grade'])
  const basisOf = async (id: string, grade: string) => {
    await stand.do('first', id, 'propose', { ...toGrant, grade })
    await stand.do('second', id, 'grant')
    const paper = await stand.t.house.db
      .selectFrom('paper')
      .select('facts')
      .where('subject_id', '=', id)
      .where('kind', '=', 'licence.permit')
      .executeTakeFirstOrThrow()
    return (paper.facts as { basis: string }).basis
  }
  assert.doesNotMatch(await basisOf(early, 'A'), /2025年第65号/)
  assert.match(await basisOf(late, 'A1'), /2025年第65号/)
})

test('S2-043 a changed length of the term counts for clocks opened from its first day on', async () => {
  const admin = await addPerson(stand.t.house, 'system-admin')
  stand.on('2026-10-12')
  const changed = await stand.t
    .as(admin)
    .post('/api/catalogue/settings/licence.decision-days/values', {
      seen: 1,
      value: 10,
      validFrom: '2026-10-13',
      source: '本关承诺时限公告',
      ours: true,
      reason: '缩短承诺时限',
    })
  assert.equal(changed.statusCode, 200, changed.body)
  const before = await accepted('2026-10-12')
  const after = await accepted('2026-10-13')
  assert.equal((await stand.see('first', before)).clock?.projection.totalDays, 20)
  assert.equal((await stand.see('first', after)).clock?.projection.totalDays, 10)
})
