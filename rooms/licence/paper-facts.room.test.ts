import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { testHouse, type TestHouse } from '#checks/house.ts'
import {
  contextOf,
  licenceFacts,
  sampleBranchId,
  sampleCaseId,
  sampleUnitId,
  strainForm,
} from '#checks/samples/licence-facts.ts'
import type { ClockEntry } from '#frame/calendar/clock-entries.ts'
import { projectClock } from '#frame/calendar/clock.ts'
import { cataloguePart } from '#frame/catalogue/part.ts'
import type { Tx } from '#frame/db/connect.ts'
import { drainJobs } from '#frame/jobs/drain.ts'
import { jobsPart } from '#frame/jobs/part.ts'
import { notifyPart } from '#frame/notify/part.ts'
import { issuePaper } from '#frame/papers/issue.ts'
import { papersAbout } from '#frame/papers/papers-about.ts'
import { keptPaper } from '#frame/papers/paper-store.ts'
import { findPaper } from '#frame/papers/load-paper.ts'
import { papersPart } from '#frame/papers/part.ts'
import { stopRenderer } from '#frame/papers/press.ts'
import { textOf, withoutPoppler } from '#frame/papers/read-pdf.ts'
import {
  acceptanceFacts,
  correctionFacts,
  permitFacts,
  refusalFacts,
  stepFacts,
} from './paper-facts.ts'

let t: TestHouse
const ctx = contextOf('customs-second', '00000000-0000-7000-8000-0000000000d1')
const filed: ClockEntry[] = [{ kind: 'received', day: '2026-11-20' }]
const accepted: ClockEntry[] = [...filed, { kind: 'accepted', day: '2026-11-23' }]

before(async () => {
  t = await testHouse({ parts: [cataloguePart, notifyPart, papersPart, jobsPart] })
  const now = t.house.clock.now()
  await t.house.db
    .insertInto('branch')
    .values({ id: sampleBranchId, code: 'sample', name_zh: '样例', name_en: 'Sample' })
    .execute()
  await t.house.db
    .insertInto('unit')
    .values({
      id: sampleUnitId,
      uscc: '91110000802100433B',
      name_zh: '京华大学医学部',
      status: 'registered',
      branch_id: sampleBranchId,
      classes: ['use'],
      address: '北京市海淀区知新路1号',
      contact_name: '测试',
      contact_phone: '13900000001',
      created_at: now,
    })
    .execute()
})
after(async () => {
  await stopRenderer(t.house)
  await t.close()
})

/** Issues inside a transaction as the act does, makes the file and reads it. */
async function printed(issue: (tx: Tx) => Promise<{ id: string; number: string }>) {
  const { id, number } = await t.house.db.transaction().execute(issue)
  await drainJobs(t.house, { only: ['papers.make'] })
  const paper = await findPaper(t.house.db, id)
  assert.equal(paper?.status, 'issued', paper?.trouble ?? '')
  const pdf = await keptPaper(t.house.config.dataDir, paper?.fileSha256 ?? '')
  return { number, text: textOf(pdf).replaceAll(/[\s\u200b]/g, '') }
}

const holds = (text: string, parts: string[]) => {
  for (const part of parts) assert.ok(text.includes(part.replaceAll(' ', '')), `${part} is missing`)
}

test(
  'S2-029 the proof of acceptance says unit, article, days and where to ask',
  { skip: withoutPoppler },
  async () => {
    const facts = licenceFacts('pending', {}, accepted)
    const clock = projectClock(facts.clock!.calendar, facts.clock!.terms, accepted, ctx.today)
    const { number, text } = await printed(async (tx) =>
      issuePaper(tx, await acceptanceFacts(tx, facts, clock, ctx), ctx),
    )
    assert.equal(number, '京关特受〔2026〕1号')
    holds(text, [
      '京华大学医学部',
      '91110000802100433B',
      '0110-2026-000001',
      '人血清',
      '2026年11月20日',
    ])
    holds(text, [
      '自受理之日起20个工作日',
      '2026年12月21日',
      '不收取费用',
      '特殊物品描述性文件',
      '每周一、四13:30—16:30',
    ])
  },
)

test(
  'S2-033 the notice of corrections names places as the form prints them',
  { skip: withoutPoppler },
  async () => {
    const items = [
      { at: 'consignor', what: '请填写完整名称' },
      { at: 'slot.description', what: '缺少成分' },
      { at: 'lines', what: '数量与总量不符' },
    ]
    const correction = { items, answerBy: '2026-12-23', day: '2026-11-23' }
    const { text } = await printed(async (tx) =>
      issuePaper(
        tx,
        await correctionFacts(tx, licenceFacts('pending', {}, filed), correction, ctx),
        ctx,
      ),
    )
    holds(text, [
      '一、发货人',
      '请填写完整名称',
      '二、特殊物品描述性文件',
      '三、附表',
      '共3项',
      '2026年12月23日',
    ])
  },
)

test(
  'S2-047 the notice of a special step says how long it takes and when the term then ends',
  { skip: withoutPoppler },
  async () => {
    const step = {
      kind: '专家资料审查',
      reason: '成分复杂',
      from: '2026-11-25',
      expectedDays: 7,
      officers: [],
    }
    const { text } = await printed(async (tx) =>
      issuePaper(tx, await stepFacts(tx, licenceFacts('accepted', {}, accepted), step, ctx), ctx),
    )
    holds(text, [
      '专家资料审查自2026年11月25日开始',
      '预计需要7个工作日',
      '至2026年12月4日',
      '成分复杂',
    ])
    // eight working days from 11-25 to 12-04 are not counted: 12-21 moves by eight
    holds(text, ['顺延至2026年12月31日届满'])
  },
)

test(
  'S2-039 the refusal carries the remedies of the settings in force',
  { skip: withoutPoppler },
  async () => {
    const said = {
      facts: '实验室为二级',
      reasons: '实验室级别不符',
      basis: '行政许可法第三十八条第二款',
    }
    const { text } = await printed(async (tx) =>
      issuePaper(
        tx,
        await refusalFacts(tx, licenceFacts('second-review', {}, accepted), said, ctx),
        ctx,
      ),
    )
    holds(text, ['实验室为二级', '实验室级别不符', '60日内', '海关总署', '6个月内', '人民法院'])
  },
)

test(
  'S2-040 the permit of a strain names pathogen, class, laboratory, grade, validity and conditions',
  { skip: withoutPoppler },
  async () => {
    const facts = licenceFacts('second-review', { form: strainForm }, accepted)
    const proposal = { conclusion: 'grant' as const, grade: 'A', gradeReason: '', opinion: '属实' }
    const terms = {
      grade: 'A',
      issuedDay: '2026-11-30',
      validThrough: '2027-02-28',
      inBatches: false,
      proposal,
    }
    const { number, text } = await printed(async (tx) =>
      issuePaper(tx, await permitFacts(tx, facts, terms, ctx), ctx),
    )
    assert.equal(number, '京关特许入〔2026〕1号')
    holds(text, [
      '入境特殊物品卫生检疫审批单',
      '炭疽芽孢杆菌',
      'Bacillus anthracis',
      '第二类',
      '微生物教研室（BSL-2）',
    ])
    holds(text, [
      '2026年11月30日',
      '2027年2月28日（含当日）',
      '不得分批',
      '英国',
      '***',
      '10管',
      '后续监管',
    ])
  },
)

test('the case lists its papers in the order they were issued', async () => {
  const about = { unitId: sampleUnitId, subject: { kind: 'licence', id: sampleCaseId } }
  const papers = await papersAbout(t.house.db, about)
  if (withoutPoppler) return
  assert.deepEqual(
    papers.map((p) => p.kind.replace('licence.', '')),
    ['acceptance', 'correction', 'special-step', 'refusal', 'permit'],
  )
})
