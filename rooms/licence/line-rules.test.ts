import assert from 'node:assert/strict'
import { test } from 'node:test'
import { serumLine } from '#checks/samples/licence-facts.ts'
import { lineColumns, type ItemLine } from './item-lines.ts'
import {
  blankCells,
  ingredientsDetailed,
  longCells,
  pageOpens,
  quantityCounts,
  specificationHasUnit,
  unitIsPacking,
  useDetailed,
} from './line-rules.ts'

const line = (over: Partial<ItemLine> = {}): ItemLine => ({ ...serumLine, ...over })
const found = (reasons: readonly { duty: string | null; code: string; at?: string }[]) =>
  reasons.map((r) => `${r.duty} ${r.code} ${r.at}`)

/** A row without one of its columns. */
const emptied = (name: keyof ItemLine) => found(blankCells(line({ [name]: ' ' })))

test('a whole row of 附表 has nothing against it', () => {
  assert.deepEqual(blankCells(line()), [])
  assert.deepEqual(longCells(line()), [])
})

test('S2-195 the Chinese name cannot be left out', () => {
  assert.deepEqual(emptied('nameZh'), ['S2-195 line-blank nameZh'])
})

test('S2-200 the packing unit cannot be left out', () => {
  assert.deepEqual(emptied('packUnit'), ['S2-200 line-blank packUnit'])
})

test('S2-201 weight or specification cannot be left out', () => {
  assert.deepEqual(emptied('specification'), ['S2-201 line-blank specification'])
})

test('S2-202 ingredients cannot be left out', () => {
  assert.deepEqual(emptied('ingredients'), ['S2-202 line-blank ingredients'])
})

test('S2-203 the use cannot be left out', () => {
  assert.deepEqual(emptied('use'), ['S2-203 line-blank use'])
})

test('S2-200 a row needs a quantity', () => {
  assert.deepEqual(found(blankCells(line({ quantity: null }))), ['S2-200 line-blank quantity'])
})

test('a message of a blank says how the cell is filled', () => {
  const [blank] = blankCells(line({ use: '' }))
  assert.match(blank!.message, /“用途”没有填写。请填写：主要写产品本身的用途/)
})

test('S2-191 catalogue number and product page may stay empty', () => {
  assert.deepEqual(blankCells(line({ catalogueNo: '', productPage: '' })), [])
})

test('a cell longer than what prints is named with both lengths', () => {
  assert.deepEqual(found(longCells(line({ nameZh: '长'.repeat(200) }))), [])
  const [long] = longCells(line({ nameZh: '长'.repeat(201) }))
  assert.equal(long!.at, 'nameZh')
  assert.match(long!.message, /有 201 个字，最多 200 个/)
  for (const { name, max } of lineColumns)
    if (max !== undefined)
      assert.equal(longCells(line({ [name]: 'x'.repeat(max + 1) })).length, 1, name)
})

test('S2-200 a quantity is a whole number above nothing', () => {
  const of = (quantity: ItemLine['quantity']) => found(quantityCounts(line({ quantity })))
  for (const good of [1, 1_000_000_000, null]) assert.deepEqual(of(good), [])
  for (const bad of [0, -1, 2.5, 1_000_000_001, '十', '10 支'])
    assert.deepEqual(of(bad), ['S2-200 quantity quantity'], String(bad))
})

test('S2-200 a packing unit with a number in it is looked at', () => {
  assert.deepEqual(unitIsPacking(line({ packUnit: '支' })), [])
  assert.deepEqual(found(unitIsPacking(line({ packUnit: '10ml' }))), [
    'S2-200 unit-has-number packUnit',
  ])
})

test('S2-201 a specification that is only a number is looked at', () => {
  for (const good of ['50 ml', '1×10⁷ 个', ''])
    assert.deepEqual(specificationHasUnit(line({ specification: good })), [])
  assert.deepEqual(found(specificationHasUnit(line({ specification: '50' }))), [
    'S2-201 bare-number specification',
  ])
})

test('S2-191 the product page is an address that opens safely, or nothing', () => {
  for (const good of ['', 'https://www.example.cn/a'])
    assert.deepEqual(pageOpens(line({ productPage: good })), [])
  for (const bad of ['http://www.example.cn', 'www.example.cn', 'javascript:alert(1)'])
    assert.deepEqual(found(pageOpens(line({ productPage: bad }))), [
      'S2-191 unsafe-page productPage',
    ])
})

test('S2-202 ingredients too short for their class, or only the name again, are looked at', () => {
  const of = (ingredients: string, articleClass?: Parameters<typeof ingredientsDetailed>[1]) =>
    ingredientsDetailed(line({ nameZh: '健康成人血浆', ingredients }), articleClass).length
  assert.equal(of('人血浆', 'blood'), 1)
  assert.equal(of('混合血浆'), 0)
  assert.equal(of('混合血浆', 'blood'), 1)
  assert.equal(of('混合血浆', 'microorganism'), 0)
  assert.equal(of('健康成人 血浆', 'blood'), 1)
  assert.equal(of('健康成人血浆，枸橼酸钠抗凝', 'blood'), 0)
  assert.equal(of('', 'blood'), 0)
})

test('S2-203 a use of one word is looked at', () => {
  const of = (use: string) => found(useDetailed(line({ use })))
  for (const word of ['科研', '科学研究', '实验使用', 'Research', '检测用'])
    assert.deepEqual(of(word), ['S2-203 use-one-word use'], word)
  for (const good of ['室内质控血清配制', '用于自身免疫抗体检测', ''])
    assert.deepEqual(of(good), [])
})
