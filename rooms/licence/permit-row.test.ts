import assert from 'node:assert/strict'
import { test } from 'node:test'
import { serumLine } from '#checks/samples/licence-facts.ts'
import { permitFacts } from './papers/facts.ts'
import { permitRow } from './permit-row.ts'

const rowFacts = permitFacts.shape.rows.element

test('S2-149 a batch that is not given prints as ***', () => {
  assert.equal(permitRow({ ...serumLine, batchNo: ' ' }).batch, '***')
  assert.equal(permitRow(serumLine).batch, 'NB2611')
})

test('S2-199 a name in another language is printed, where the label has one', () => {
  assert.equal(permitRow({ ...serumLine, otherName: 'Sérum humain' }).other, 'Sérum humain')
  assert.ok(!('other' in permitRow(serumLine)))
})

test('a row of 附表 is one that the permit takes', () => {
  assert.ok(rowFacts.safeParse(permitRow(serumLine)).success)
})
