import assert from 'node:assert/strict'
import type { LightMyRequestResponse } from 'fastify'
import { after, before, test } from 'node:test'
import { licenceStand, type LicenceStand, type Problem } from '#checks/samples/licence-stand.ts'
import { makePdf, onePage, stream } from '#frame/files/corpus/pdf.ts'
import { drainJobs } from '#frame/jobs/drain.ts'

let stand: LicenceStand
before(async () => void (stand = await licenceStand()))
after(() => stand.close())

const items = [
  { at: 'consignor', what: '发货人应填写单位全称' },
  { at: 'slot.test-report', what: '检测报告缺少筛查结果页' },
]

/** A case whose window asked for a correction of two places on 2026-11-25. */
async function askedToCorrect(): Promise<string> {
  stand.on('2026-11-23')
  const id = await stand.draft()
  await stand.do('operator', id, 'submit')
  stand.on('2026-11-25')
  await stand.do('window', id, 'ask-correction', { items })
  return id
}

const save = async (id: string, name: string, seen: unknown, value: unknown) =>
  stand.t
    .as(stand.people.operator)
    .post(`/api/licences/${id}/save`, { changes: [{ name, seen, value }] })
const reasonsOf = (answer: LightMyRequestResponse) => {
  assert.equal(answer.statusCode, 422)
  return answer.json<Problem>().reasons.map((r) => [r.duty, r.code, r.at])
}

test('S2-033 a correction notice unlocks exactly the places it names, for typing and for uploads', async () => {
  const id = await askedToCorrect()
  const view = await stand.see('operator', id)
  assert.deepEqual(view.editable, { all: false, places: items.map((i) => i.at) })
  assert.deepEqual(
    view.correction?.items.map((i) => i.where),
    ['发货人', '检测报告'],
  )
  // ten working days, the project's own default
  assert.equal(view.correction?.answerBy, '2026-12-09')
  assert.equal(view.clock?.projection.state, 'correcting')

  const consignor = await save(id, 'consignor', view.form.consignor, 'Northfield Biobank Limited')
  assert.equal(consignor.statusCode, 200, consignor.body)
  assert.deepEqual(reasonsOf(await save(id, 'purpose', 'research', 'testing')), [
    ['S2-033', 'locked', 'purpose'],
  ])
  const lines = await stand.t
    .as(stand.people.operator)
    .post(`/api/licences/${id}/save`, { lines: [] })
  assert.deepEqual(reasonsOf(lines), [['S2-033', 'locked', 'lines']])
  assert.equal((await stand.upload('operator', id, 'test-report')).statusCode, 200)
  const closed = await stand.upload('operator', id, 'description')
  assert.deepEqual(
    closed.json<Problem>().reasons.map((r) => r.code),
    ['locked'],
  )
})

test('the window sees what the correction changed, and may not ask for anything new', async () => {
  const id = await askedToCorrect()
  await save(id, 'consignor', 'Northfield Biobank Ltd.', 'Northfield Biobank Limited')
  await stand.upload('operator', id, 'test-report')
  stand.on('2026-11-27')
  await stand.do('colleague', id, 'submit')
  const seen = await stand.see('window', id)
  assert.equal(seen.status, 'pending')
  assert.equal(seen.previous?.form.consignor, 'Northfield Biobank Ltd.')
  assert.equal(seen.form.consignor, 'Northfield Biobank Limited')
  // the intake begins anew with the day of the full papers (行政许可法 32)
  assert.equal(seen.clock?.projection.state, 'intake')
  assert.equal(seen.clock?.projection.startDay, '2026-11-27')
  const again = { items: [{ at: 'purpose', what: '用途应说明研究内容' }] }
  assert.deepEqual(await stand.refusal('window', id, 'ask-correction', again), ['not-at-once'])
  await stand.do('window', id, 'accept')
  await drainJobs(stand.t.house)
  const accepted = await stand.see('operator', id)
  assert.deepEqual(
    accepted.papers.map((p) => [p.title, p.status]),
    [
      ['材料补正告知书', 'issued'],
      ['受理凭证', 'issued'],
    ],
  )
  assert.equal(accepted.clock?.projection.startDay, '2026-11-27')
})

test('what was filed stays as filed: each submission is kept with its form, rows and documents', async () => {
  const id = await askedToCorrect()
  await save(id, 'consignor', 'Northfield Biobank Ltd.', 'Northfield Biobank Limited')
  const mended = makePdf({ objects: onePage({ more: [stream('with the missing page')] }) })
  await stand.upload('operator', id, 'test-report', mended)
  await stand.do('operator', id, 'submit')
  const filings = await stand.t.house.db
    .selectFrom('licence_filing')
    .select(['n', 'form', 'lines', 'documents', 'filed_by'])
    .where('case_id', '=', id)
    .orderBy('n')
    .execute()
  assert.deepEqual(
    filings.map((f) => [
      f.n,
      (f.form as { consignor: string }).consignor,
      (f.lines as unknown[]).length,
      (f.documents as { slot: string; version: number }[]).find((d) => d.slot === 'test-report')
        ?.version,
      f.filed_by,
    ]),
    [
      [1, 'Northfield Biobank Ltd.', 1, 1, stand.people.operator],
      [2, 'Northfield Biobank Limited', 1, 2, stand.people.operator],
    ],
  )
})

test('S2-033 a second notice names what is still open; after its last day the window ends the application', async () => {
  const id = await askedToCorrect()
  stand.on('2026-11-27')
  await stand.do('operator', id, 'submit')
  const again = { items: [{ at: 'consignor', what: '仍然是简称，请写全称' }], answerDays: 12 }
  await stand.do('window', id, 'ask-correction', again)
  const view = await stand.see('operator', id)
  assert.equal(view.correction?.answerBy, '2026-12-15')
  assert.deepEqual(view.editable.places, ['consignor'])
  stand.on('2026-12-15')
  assert.deepEqual(await stand.refusal('window', id, 'lapse'), ['answer-time-left'])
  stand.on('2026-12-16')
  await stand.do('window', id, 'lapse')
  const ended = await stand.see('operator', id)
  assert.equal(ended.status, 'lapsed')
  assert.equal(ended.clock?.projection.state, 'ended')
  assert.match(ended.steps.at(-1)?.notePublic?.zh ?? '', /2026年12月15日.*可以重新申请/)
  const inbox = await stand.t.as(stand.people.operator).get('/api/inbox?size=50')
  assert.match(inbox.body, /逾期未补正，申请终结/)
  // nothing was decided: the unit begins anew
  const next = await stand.draft()
  await stand.do('operator', next, 'submit')
})
