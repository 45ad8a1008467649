import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { licenceStand, type LicenceStand } from '#checks/samples/licence-stand.ts'

let stand: LicenceStand
before(async () => void (stand = await licenceStand('2026-09-18T10:00:00+08:00')))
after(() => stand.close())

/** A special step of a case accepted on 09-18, from 09-22 to 09-29: five working days expected. */
async function step(said: { kind: string; officers?: string }) {
  stand.on('2026-09-18')
  const id = await stand.draft()
  await stand.do('operator', id, 'submit')
  await stand.do('window', id, 'accept')
  stand.on('2026-09-22')
  await stand.do('first', id, 'open-step', { ...said, reason: '核实物品的风险', expectedDays: 5 })
  const open = await stand.see('operator', id)
  assert.equal(open.clock?.projection.state, 'paused')
  const paper = await stand.t.house.db
    .selectFrom('paper')
    .select('facts')
    .where('subject_id', '=', id)
    .where('kind', '=', 'licence.special-step')
    .executeTakeFirstOrThrow()
  stand.on('2026-09-29')
  await stand.do('first', id, 'close-step', { result: '结论：可行' })
  const closed = await stand.see('operator', id)
  return {
    id,
    told: open.steps.at(-1)?.notePublic?.zh,
    due: closed.clock?.projection.dueDay,
    facts: paper.facts as Record<string, unknown>,
  }
}

test('S2-030 an expert review stops the clock, told in writing with the working days it needs', async () => {
  const { due, facts, told } = await step({ kind: 'expert' })
  assert.equal(due, '2026-10-29')
  assert.deepEqual([facts['step'], facts['expectedDays'], facts['duties']], ['专家资料审查', 5, []])
  // 09-25 to 09-27 are holidays: five working days after 09-22
  assert.equal(facts['expectedEnd'], '2026-09-30')
  assert.match(told ?? '', /专家资料审查，预计需要 5 个工作日/)
})

test('S2-031 an on-site assessment stops the clock and names the officers who come', async () => {
  const { id, due, facts } = await step({ kind: 'onsite', officers: '何建安、叶蓁' })
  assert.equal(due, '2026-10-29')
  assert.equal(facts['step'], '现场评估')
  assert.match(String(facts['duties']), /何建安、叶蓁/)
  const officer = await stand.see('first', id)
  assert.ok(officer.steps.some((s) => s.noteInner?.zh === '现场核查人员：何建安、叶蓁'))
  const alone = { kind: 'onsite', officers: '何建安', reason: '核实储存条件', expectedDays: 5 }
  assert.deepEqual(await stand.refusal('first', id, 'open-step', alone), ['officers-unnamed'])
})

test('S2-032 a laboratory test stops the clock, told in writing', async () => {
  const { due, facts } = await step({ kind: 'laboratory' })
  assert.equal(due, '2026-10-29')
  assert.equal(facts['step'], '实验室检测')
})
