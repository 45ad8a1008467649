import assert from 'node:assert/strict'
import { test } from 'node:test'
import { headingOf, pasteInto, readCells } from './item-paste.ts'
import { parseCells, type GridColumn } from './item-rows.ts'

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
  const pasted = readCells(columns, parseCells('人血清\t1,000\t支\n血浆\tabc\t盒'))
  const { rows } = pasteInto([blank()], columns, pasted, at)
  assert.deepEqual(rows, [
    { nameZh: '人血清', quantity: 1000, pack: 'tube' },
    { nameZh: '血浆', quantity: 'abc', pack: 'box' },
  ])
})

test('a heading row decides the columns whatever their order', () => {
  const cells = parseCells('数量*\t中文名称\n5\t质粒')
  assert.ok(headingOf(columns, cells[0]!))
  const { rows, taken } = pasteInto([], columns, readCells(columns, cells), at)
  assert.deepEqual(rows, [{ nameZh: '质粒', quantity: 5, pack: null }])
  // the heading is no row
  assert.equal(taken, 1)
  assert.equal(headingOf(columns, ['人血清', '10', '支']), null)
})

test('rows beyond the most are counted, not silently lost', () => {
  const pasted = readCells(columns, [['甲'], ['乙'], ['丙']])
  const { rows, left } = pasteInto([], columns, pasted, { ...at, most: 2 })
  assert.equal(rows.length, 2)
  assert.equal(left, 1)
})

test('titles above, English titles, explanations and the example of a template are no rows', () => {
  const cells = parseCells(
    '附表\n中文名称*\t数量*\t备注\nName (Chinese)\tQuantity\t\n说明：与标签一致\t整数\t\n示例：人血清\t10\t\n质粒\t5\t急',
  )
  const read = readCells(columns, cells)
  assert.deepEqual(read.body, [['质粒', '5', '急']])
  assert.equal(read.guides, 2)
  assert.deepEqual(read.unknown, ['备注'])
})

test('filled cells that something else would replace are counted', () => {
  const rows = [{ nameZh: '人血清', quantity: 1, pack: 'tube' }]
  const of = (text: string) =>
    pasteInto(rows, columns, readCells(columns, parseCells(text)), at).overwritten
  assert.equal(of('人血清\t1\t支'), 0)
  assert.equal(of('血浆\t2\t支'), 2)
})
