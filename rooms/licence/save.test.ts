import assert from 'node:assert/strict'
import { test } from 'node:test'
import { licenceFacts, sampleCaseId } from '#checks/samples/licence-facts.ts'
import type { ClockEntry } from '#frame/calendar/clock-entries.ts'
import type { SettingLookup } from '#frame/catalogue/setting.ts'
import type { Decision, Reason } from '#frame/kernel/reason.ts'
import { decideSave } from './save.ts'

const codesOf = (d: Decision<unknown>) => (d.ok ? [] : d.reasons.map((r) => r.code))
const dutiesOf = (reasons: Reason[] = []) => reasons.map((r) => `${r.duty} ${r.code}`)
const received: ClockEntry[] = [{ kind: 'received', day: '2026-11-20' }]

const change = (name: 'consignor' | 'port', seen: unknown, value: unknown) => ({
  name,
  seen,
  value,
})

test('a draft field that a colleague changed meanwhile is not overwritten; the others are saved', () => {
  const facts = licenceFacts('draft')
  const decision = decideSave(facts, {
    id: sampleCaseId,
    changes: [change('consignor', '旧名称', '我的名称'), change('port', 'PEK', 'PKX')],
  })
  assert.ok(decision.ok)
  if (!decision.ok) return
  assert.equal(decision.next.form.consignor, 'Northfield Biobank Ltd.')
  assert.equal(decision.next.form.port, 'PKX')
  assert.deepEqual(decision.next.clashes, [
    { name: 'consignor', mine: '我的名称', theirs: 'Northfield Biobank Ltd.', by: null },
  ])
})

test('two who typed the same thing agree', () => {
  const said = { id: sampleCaseId, changes: [change('port', 'PKX', 'PEK')] }
  const decision = decideSave(licenceFacts('draft'), said)
  assert.deepEqual(decision.ok && decision.next.clashes, [])
})

test('S2-033 during a correction only what the notice names is unlocked', () => {
  const correction = {
    items: [{ at: 'port', what: '口岸有误' }],
    answerBy: '2026-12-23',
    day: '2026-11-23',
  }
  const facts = licenceFacts('correcting', { correction }, received)
  const save = (name: 'consignor' | 'port', value: string) =>
    decideSave(facts, { id: sampleCaseId, changes: [change(name, facts.form[name], value)] })
  assert.ok(save('port', 'PKX').ok)
  assert.deepEqual(codesOf(save('consignor', '新值')), ['locked'])
  const lines = decideSave(facts, { id: sampleCaseId, changes: [], lines: [] })
  assert.deepEqual(codesOf(lines), ['locked'])
})

test('S2-147 an entry too long to print is refused with the place where it may go', () => {
  const said = {
    id: sampleCaseId,
    changes: [change('consignor', 'Northfield Biobank Ltd.', '长'.repeat(101))],
  }
  const decision = decideSave(licenceFacts('draft'), said)
  assert.ok(!decision.ok)
  assert.deepEqual(!decision.ok && decision.reasons.map((r) => [r.duty, r.at]), [
    ['S2-147', 'consignor'],
  ])
})

test('S2-159 a pathogen that the catalogue does not list cannot be saved', () => {
  const value = [{ pathogenId: 'virus-9999', activity: 'culture' }]
  const said = { id: sampleCaseId, changes: [{ name: 'pathogens' as const, seen: null, value }] }
  assert.deepEqual(codesOf(decideSave(licenceFacts('draft'), said)), ['pathogen-unknown'])
})

test('S2-156 a port outside the list cannot be saved, and one that left it does not lock the rest', () => {
  const save = (name: 'consignor' | 'port', form: object, value: string) =>
    decideSave(licenceFacts('draft', { form: { ...licenceFacts('draft').form, ...form } }), {
      id: sampleCaseId,
      changes: [{ name, seen: null, value }],
    })
  assert.deepEqual(codesOf(save('port', { port: undefined }, '首都机场')), ['port-unknown'])
  assert.ok(save('consignor', { port: 'GONE', consignor: undefined }, 'Northfield').ok)
})

test('a country outside the list cannot be saved', () => {
  const save = (value: string) =>
    decideSave(licenceFacts('draft'), {
      id: sampleCaseId,
      changes: [{ name: 'country', seen: 'GBR', value }],
    })
  assert.ok(save('DEU').ok)
  assert.deepEqual(codesOf(save('XXQ')), ['country-unknown'])
})

test('S2-190 附表 has no more rows than the setting of the day allows', () => {
  const save = (rows: number, most: number) => {
    const facts = licenceFacts('draft')
    const settings = ((key) =>
      key === 'licence.most-lines' ? most : facts.settings(key)) as SettingLookup
    const lines = Array.from({ length: rows }, () => facts.lines[0]!)
    return decideSave({ ...facts, settings }, { id: sampleCaseId, changes: [], lines })
  }
  assert.ok(save(3, 3).ok)
  const decision = save(4, 3)
  assert.deepEqual(!decision.ok && dutiesOf(decision.reasons), ['S2-190 too-many-lines'])
})
