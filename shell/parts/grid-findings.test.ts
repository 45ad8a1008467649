import assert from 'node:assert/strict'
import { test } from 'node:test'
import { byCell, inOrder, nextFinding } from './grid-findings.ts'
import type { GridError } from './item-rows.ts'

const columns = [
  { name: 'a', title: { zh: '甲', en: 'A' } },
  { name: 'b', title: { zh: '乙', en: 'B' } },
]
const at = (row: number, name: string, over: Partial<GridError> = {}): GridError => ({
  row,
  name,
  message: `${row}.${name}`,
  ...over,
})
const list = inOrder([at(2, 'a'), at(0, 'b'), at(0, 'a')], columns)

test('findings stand in the order of their cells', () => {
  assert.deepEqual(
    list.map((f) => f.message),
    ['0.a', '0.b', '2.a'],
  )
})

test('one goes from finding to finding, both ways and round the end', () => {
  const to = (from: { row: number; name: string } | null, step: 1 | -1) =>
    nextFinding(list, from, step, columns)?.message
  assert.equal(to(null, 1), '0.a')
  assert.equal(to(null, -1), '2.a')
  assert.equal(to({ row: 0, name: 'a' }, 1), '0.b')
  assert.equal(to({ row: 1, name: 'b' }, 1), '2.a')
  assert.equal(to({ row: 2, name: 'a' }, 1), '0.a')
  assert.equal(to({ row: 1, name: 'a' }, -1), '0.b')
  assert.equal(to({ row: 0, name: 'a' }, -1), '2.a')
  assert.equal(nextFinding([], null, 1, columns), undefined)
})

test('a cell shows its worst finding and every message', () => {
  const cells = byCell([at(0, 'a', { severity: 'hint' }), at(0, 'a', { message: '错' })])
  assert.deepEqual(cells.get('0.a'), { severity: 'error', message: '错\n0.a' })
})
