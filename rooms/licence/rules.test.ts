import assert from 'node:assert/strict'
import { test } from 'node:test'
import { licenceFacts, serumForm, strainForm } from '#checks/samples/licence-facts.ts'
import type { Reason } from '#frame/kernel/reason.ts'
import { askOf } from './ask-of.ts'
import type { CaseForm } from './forms.ts'
import {
  blankFields,
  laboratoryEnough,
  laboratoryNamed,
  pathogenStateFits,
  pathogensNamed,
  shipmentPast,
  submissionReasons,
  unitRegistered,
  accreditationAsked,
  unscannedDocuments,
} from './rules.ts'

const codes = (reasons: Reason[]) => reasons.map((r) => `${r.duty} ${r.at ?? r.code}`)
const without = (name: keyof CaseForm): CaseForm => ({ ...serumForm, [name]: undefined })
const blank = (form: CaseForm) => blankFields(askOf(licenceFacts('draft', { form })))

test('a complete application for human serum has nothing against it', () => {
  assert.deepEqual(submissionReasons(licenceFacts('draft'), '2026-11-23'), [])
})

test('S2-146 every blank must be filled: each empty field is named, all at once', () => {
  assert.deepEqual(codes(blank({ ...serumForm, consignor: ' ', port: undefined })), [
    'S2-146 consignor',
    'S2-146 port',
  ])
})

test('S2-148 a contract number may be marked as not applicable, and only then be empty', () => {
  assert.deepEqual(blank(serumForm), [])
  assert.deepEqual(codes(blank({ ...serumForm, notApplicable: ['hsCode', 'ciqCode'] })), [
    'S2-146 contractNo',
  ])
})

const left = (name: keyof CaseForm) => codes(blank(without(name)))

test('S2-151 the consignor cannot be left out', () => {
  assert.deepEqual(left('consignor'), ['S2-146 consignor'])
})

test('S2-152 the consignee cannot be left out', () => {
  assert.deepEqual(left('consignee'), ['S2-146 consignee'])
})

test('S2-153 the manufacturer cannot be left out', () => {
  assert.deepEqual(left('manufacturer'), ['S2-146 manufacturer'])
})

test('S2-154 the total value cannot be left out', () => {
  assert.deepEqual(left('amount'), ['S2-146 amount'])
})

test('S2-155 the destination cannot be left out', () => {
  assert.deepEqual(left('destination'), ['S2-146 destination'])
})

test('S2-156 the port cannot be left out', () => {
  assert.deepEqual(left('port'), ['S2-146 port'])
})

test('S2-157 the address of use and storage cannot be left out', () => {
  assert.deepEqual(left('useAddress'), ['S2-146 useAddress'])
})

test('S2-158 the planned day cannot be left out', () => {
  assert.deepEqual(left('plannedDay'), ['S2-146 plannedDay'])
})

test('S2-013 the article class cannot be left out', () => {
  assert.deepEqual(left('articleClass'), ['S2-146 articleClass'])
})

test('S2-159 whether pathogens are contained cannot be left out', () => {
  assert.deepEqual(left('pathogenState'), ['S2-146 pathogenState'])
})

test('S2-011 the purpose, which decides the approvals of others, cannot be left out', () => {
  assert.deepEqual(left('purpose'), ['S2-146 purpose'])
})

test('S2-150 remarks may stay empty', () => {
  assert.deepEqual(blank(without('remarks')), [])
})

test('S2-159 a microorganism that contains no pathogen is a contradiction', () => {
  const form = { ...serumForm, articleClass: 'microorganism' as const }
  assert.deepEqual(codes(pathogenStateFits(form)), ['S2-159 pathogenState'])
  assert.deepEqual(pathogenStateFits({ ...form, pathogenState: 'contained' }), [])
})

test('S2-173 pathogens that are contained are named', () => {
  assert.deepEqual(codes(pathogensNamed({ ...strainForm, pathogens: [] })), ['S2-173 pathogens'])
  assert.deepEqual(pathogensNamed(strainForm), [])
})

test('S2-184 where pathogens are contained the laboratory is named', () => {
  assert.deepEqual(codes(laboratoryNamed({ ...strainForm, laboratory: undefined })), [
    'S2-184 laboratory',
  ])
  assert.deepEqual(laboratoryNamed(serumForm), [])
})

test('a document that a scanner has not passed holds the submission back', () => {
  const [first] = licenceFacts('draft').documents
  assert.equal(unscannedDocuments([{ ...first!, usable: false }]).length, 1)
  assert.deepEqual(unscannedDocuments([first!]), [])
})

test('S2-026 a unit that has not passed registration cannot file', () => {
  const { unit } = licenceFacts('draft')
  assert.deepEqual(unitRegistered(unit), [])
  assert.deepEqual(codes(unitRegistered({ ...unit, status: 'suspended' })), [
    'S2-026 unit-not-registered',
  ])
})

test('S2-012 a class-2 strain does not match a BSL-2 laboratory; BSL-3 does', () => {
  const { unit, pathogens } = licenceFacts('accepted', { form: strainForm })
  assert.deepEqual(codes(laboratoryEnough(strainForm, unit, pathogens)), ['S2-012 laboratory'])
  const better = { ...unit, laboratories: [{ ...unit.laboratories[0]!, level: 'BSL-3' as const }] }
  assert.deepEqual(laboratoryEnough(strainForm, better, pathogens), [])
})

test('S2-012 a laboratory that was not named is no laboratory', () => {
  const { unit, pathogens } = licenceFacts('accepted', { form: strainForm })
  const form = { ...strainForm, laboratory: undefined }
  assert.equal(laboratoryEnough(form, unit, pathogens).length, 1)
})

test('S2-185 a laboratory of level 3 brings the question of its accreditation', () => {
  const { unit } = licenceFacts('accepted')
  const level3 = { ...unit, laboratories: [{ ...unit.laboratories[0]!, level: 'BSL-3' as const }] }
  assert.deepEqual(codes(accreditationAsked(level3, strainForm)), ['S2-185 slot.lab-level'])
  assert.deepEqual(accreditationAsked(unit, strainForm), [])
})

test('S2-053 an entry planned for a past day is shown as shipped too early; its own day is not', () => {
  const on = (shippingDay: string) =>
    codes(shipmentPast({ ...serumForm, shippingDay }, '2026-12-20'))
  assert.deepEqual(on('2026-12-19'), ['S2-053 shippingDay'])
  assert.deepEqual(on('2026-12-20'), [])
})

test('S2-054 an exit planned for a past day names the exporter’s duty', () => {
  const form = { ...serumForm, direction: 'exit' as const }
  assert.deepEqual(codes(shipmentPast(form, '2027-01-01')), ['S2-054 shippingDay'])
})
