import assert from 'node:assert/strict'
import { test } from 'node:test'
import { licenceFacts, serumLine } from '#checks/samples/licence-facts.ts'
import type { ItemLine } from './item-lines.ts'
import { incompleteLines, lineFindings, lineWarnings } from './line-findings.ts'
import {
  batchLeftOut,
  explainedInside,
  namesAsLabel,
  numberLeftOut,
  oneTranslation,
  otherNameNotarised,
} from './line-lists.ts'
import { submissionReasons, warnings } from './rules.ts'

const line = (over: Partial<ItemLine> = {}): ItemLine => ({ ...serumLine, ...over })
const found = (reasons: readonly { duty: string | null; code: string; at?: string }[]) =>
  reasons.map((r) => `${r.duty} ${r.code} ${r.at}`)

test('S2-192 one 货号 with two names cannot equal the label', () => {
  const lines = [line(), line({ nameZh: '人血清白蛋白' }), line({ catalogueNo: ' nb-hs-50 ' })]
  assert.deepEqual(found(namesAsLabel(lines)), ['S2-192 names-differ 1.nameZh'])
  assert.deepEqual(namesAsLabel([line({ catalogueNo: '' }), line({ catalogueNo: '' })]), [])
})

test('S2-194 one English name has one Chinese translation', () => {
  const lines = [line(), line({ catalogueNo: 'B', nameZh: '人的血清' }), line({ nameEn: 'Plasma' })]
  assert.deepEqual(found(oneTranslation(lines)), ['S2-194 translations-differ 1.nameZh'])
})

test('S2-149 batches left out are told once, with how many there are', () => {
  const lines = [line(), line({ batchNo: '' }), line({ batchNo: ' ' })]
  assert.deepEqual(found(batchLeftOut(lines)), ['S2-149 no-batch 1.batchNo'])
  assert.match(batchLeftOut(lines)[0]!.message, /有 2 行没有填写生产批号.*\*\*\*/)
  assert.deepEqual(batchLeftOut([line()]), [])
})

test('S2-191 rows with neither 货号 nor product page are told once', () => {
  const bare = line({ catalogueNo: '', productPage: '' })
  assert.deepEqual(found(numberLeftOut([line(), bare])), ['S2-191 no-number 1.catalogueNo'])
  assert.deepEqual(numberLeftOut([line({ catalogueNo: '' }), line({ productPage: '' })]), [])
})

test('S2-197 whoever prints only a code is told to put the explanation into the package', () => {
  assert.deepEqual(found(explainedInside([line(), line({ labelSays: 'code' })])), [
    'S2-197 explain-inside 1.labelSays',
  ])
  assert.deepEqual(explainedInside([line()]), [])
})

test('S2-199 a name in another language needs the notarised text among the other documents', () => {
  const lines = [line(), line({ labelSays: 'other', otherName: 'Sérum humain' })]
  assert.deepEqual(found(otherNameNotarised(lines, [])), ['S2-199 not-notarised slot.other'])
  assert.deepEqual(otherNameNotarised(lines, [{ slot: 'other' }]), [])
  assert.deepEqual(otherNameNotarised([line()], []), [])
  const all = submissionReasons(licenceFacts('draft', { lines }), '2026-11-23')
  assert.deepEqual(found(all), ['S2-199 not-notarised slot.other'])
})

test('S2-190 an application without any item is refused, and an empty row is one fault', () => {
  assert.deepEqual(found(incompleteLines([])), ['S2-190 no-lines lines'])
  const blank = Object.fromEntries(Object.keys(serumLine).map((name) => [name, ''])) as ItemLine
  assert.deepEqual(found(incompleteLines([line(), blank])), ['S2-195 row-empty lines.1.nameZh'])
})

test('what is found names row and column, and only an error stops the submission', () => {
  const lines = [line({ use: '科研' }), line({ nameEn: 'X-1', batchNo: '', nameZh: '试剂' })]
  const kinds = lineFindings(lines, 'blood').map((f) => `${f.severity} ${f.row}.${f.name}`)
  assert.deepEqual(kinds.toSorted(), [
    'error 1.nameEn',
    'hint 1.batchNo',
    'warning 0.use',
    'warning 1.nameZh',
    'warning 1.nameZh',
  ])
  const [told] = incompleteLines(lines)
  assert.equal(told!.at, 'lines.1.nameEn')
  assert.match(told!.message, /^附表第 2 行：英文名称“X-1”像是代号/)
})

test('a row seen before is found again for another class', () => {
  const one = line({ ingredients: '混合血浆' })
  const of = (articleClass: 'blood' | 'microorganism') => lineFindings([one], articleClass).length
  assert.deepEqual([of('microorganism'), of('blood'), of('microorganism')], [0, 1, 0])
})

test('warnings are told once a kind, with their rows, to applicant and officer', () => {
  const lines = [0, 1, 2, 3, 4].map((n) => line({ use: '科研', catalogueNo: `N-${n}` }))
  const [warning, ...others] = lineWarnings(lines, 'blood')
  assert.deepEqual(others, [])
  assert.match(warning!.message, /^附表第 1、2、3 行等 5 行的“用途”：用途“科研”过于简单/)
  const officer = warnings(licenceFacts('accepted', { lines }), '2026-11-23')
  assert.deepEqual(found(officer), ['S2-203 use-one-word lines.0.use'])
  assert.match(lineWarnings(lines.slice(3), 'blood')[0]!.message, /^附表第 1、2 行的/)
})

test('an answer names a hundred cells and counts the others', () => {
  const lines = Array.from({ length: 150 }, () => line({ use: '' }))
  const told = incompleteLines(lines)
  assert.equal(told.length, 101)
  assert.match(told.at(-1)!.message, /另有 50 处/)
})
