import assert from 'node:assert/strict'
import { test } from 'node:test'
import { headingOf, parseCells, pasteInto, type GridColumn } from './item-rows.ts'

const columns: GridColumn[] = [
  { name: 'nameZh', title: { zh: '中文名称', en: 'Name (Chinese)' } },
  { name: 'quantity', title: { zh: '数量', en: 'Quantity' }, kind: 'integer' },
  {
    name: 'pack',
    title: { zh: '包装单位', en: 'Packing unit' },
    kind: 'choice',
    choices: { tube: { zh: '支', en: 'tube' }, box: { zh: '盒', en: 'box' } },
  },
]
const blank = () => ({ nameZh: '', quantity: null, pack: null })
const at = { row: 0, column: 0, most: 2000, blank }

test('cells copied from a sheet keep line breaks and quotes inside a cell', () => {
  assert.deepEqual(parseCells('人血清\t10\r\n"含""抗体""的\n血浆"\t2\r\n'), [
    ['人血清', '10'],
    ['含"抗体"的\n血浆', '2'],
  ])
  assert.deepEqual(parseCells('甲\t\n'), [['甲', '']])
})

test('a pasted block fills from the cell on and adds rows', () => {
  const { rows } = pasteInto([blank()], columns, parseCells('人血清\t1,000\t支\n血浆\tabc\t盒'), at)
  assert.deepEqual(rows, [
    { nameZh: '人血清', quantity: 1000, pack: 'tube' },
    { nameZh: '血浆', quantity: 'abc', pack: 'box' },
  ])
})

test('a heading row decides the columns whatever their order', () => {
  const cells = parseCells('数量*\t中文名称\n5\t质粒')
  assert.ok(headingOf(columns, cells[0]!))
  const { rows, taken } = pasteInto([], columns, cells, at)
  assert.deepEqual(rows, [{ nameZh: '质粒', quantity: 5, pack: null }])
  // the heading is no row
  assert.equal(taken, 1)
  assert.equal(headingOf(columns, ['人血清', '10', '支']), null)
})

test('rows beyond the most are counted, not silently lost', () => {
  const { rows, left } = pasteInto([], columns, [['甲'], ['乙'], ['丙']], { ...at, most: 2 })
  assert.equal(rows.length, 2)
  assert.equal(left, 1)
})
