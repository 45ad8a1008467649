import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { testHouse, type TestHouse } from '#checks/house.ts'
import { cataloguePart } from '#frame/catalogue/part.ts'
import { drainJobs } from '#frame/jobs/drain.ts'
import { jobsPart } from '#frame/jobs/part.ts'
import { newId } from '#frame/kernel/id.ts'
import { notifyPart } from '#frame/notify/part.ts'
import { issuePaper } from '#frame/papers/issue.ts'
import { findPaper } from '#frame/papers/load-paper.ts'
import { keptPaper } from '#frame/papers/paper-store.ts'
import { papersPart } from '#frame/papers/part.ts'
import { stopRenderer } from '#frame/papers/press.ts'
import { textOf, withoutPoppler } from '#frame/papers/read-pdf.ts'
import { systemActor } from '#frame/people/actor.ts'
import { loadWriteOff } from '../load-permit.ts'
import { confirmationFacts } from '../paper-facts.ts'

let t: TestHouse
const [unitId, permitId, writeOffId, personId] = [newId(), newId(), newId(), newId()]

before(async () => {
  t = await testHouse({ parts: [cataloguePart, notifyPart, papersPart, jobsPart] })
  const { db, clock } = t.house
  const at = { created_at: clock.now() }
  const { id: branchId } = await db.selectFrom('branch').select('id').executeTakeFirstOrThrow()
  const own = { unit_id: unitId, branch_id: branchId, ...at }
  await db
    .insertInto('unit')
    .values({
      ...at,
      id: unitId,
      uscc: '91110000802100433B',
      name_zh: '北京示范医科大学',
      status: 'registered',
      branch_id: branchId,
      classes: ['use'],
      address: '北京市海淀区示范路38号',
      contact_name: '测试',
      contact_phone: '13900000001',
    })
    .execute()
  const person = { login: 'p', name: '测试', mailbox: 'p@example.cn', status: 'active' }
  await db
    .insertInto('account')
    .values({ id: personId, ...person, ...at })
    .execute()
  await db
    .insertInto('permit')
    .values({
      ...own,
      id: permitId,
      case_id: newId(),
      number: '京关特许入〔2026〕15号',
      direction: 'entry',
      grade: 'B',
      status: 'valid',
      issued_day: '2026-11-03',
      valid_through: '2027-05-03',
      in_batches: true,
    })
    .execute()
  const line = {
    name_zh: '人血清',
    name_en: 'Human serum',
    specification: '50 ml',
    pack_unit: '管',
  }
  await db
    .insertInto('permit_line')
    .values({
      unit_id: unitId,
      permit_id: permitId,
      n: 1,
      approved: 10,
      reserved: 4,
      used: 3,
      ...line,
    })
    .execute()
  await db
    .insertInto('write_off')
    .values({
      ...own,
      id: writeOffId,
      permit_id: permitId,
      number: '京关特许入〔2026〕15号-1',
      status: 'requested',
      port: '首都国际机场口岸',
      planned_day: '2026-11-24',
      transport: '航空',
      requested_by: personId,
    })
    .execute()
  await db
    .insertInto('write_off_line')
    .values({ unit_id: unitId, write_off_id: writeOffId, n: 1, requested: 4 })
    .execute()
})
after(async () => {
  await stopRenderer(t.house)
  await t.close()
})

test(
  'S2-041 the confirmation says what was approved, asked, really found and is left',
  { skip: withoutPoppler },
  async () => {
    const ctx = { actor: systemActor, now: t.house.clock.now(), today: '2026-11-23' }
    const said = { lines: [{ n: 1, actual: 2 }], note: '两管破损，未入境' }
    const { id, number } = await t.house.db.transaction().execute(async (tx) => {
      const facts = await loadWriteOff(tx, writeOffId)
      return issuePaper(tx, await confirmationFacts(tx, facts!, said, ctx), ctx)
    })
    assert.equal(number, '京关特核〔2026〕1号')
    await drainJobs(t.house, { only: ['papers.make'] })
    const paper = await findPaper(t.house.db, id)
    assert.equal(paper?.status, 'issued', paper?.trouble ?? '')
    const pdf = await keptPaper(t.house.config.dataDir, paper?.fileSha256 ?? '')
    const text = textOf(pdf).replaceAll(/[\s\u200b]/g, '')
    for (const part of [
      '特殊物品核销单',
      '入境特殊物品卫生检疫审批单',
      '首都国际机场口岸',
      '备注：两管破损，未入境',
    ])
      assert.ok(text.includes(part), part)
    // approved 10, asked 4, found 2, left 10 − 3 − 2
    assert.ok(text.includes('1人血清10管4管2管5管'), text)
  },
)
