import assert from 'node:assert/strict'
import { test } from 'node:test'
import { serumLine } from '#checks/samples/licence-facts.ts'
import type { ItemLine } from './item-lines.ts'
import {
  codeGiven,
  codeOnlyName,
  englishName,
  foreignLetters,
  generalName,
  labelKnown,
  otherNameGiven,
} from './line-names.ts'

const line = (over: Partial<ItemLine>): ItemLine => ({ ...serumLine, ...over })
const found = (reasons: readonly { duty: string | null; code: string; at?: string }[]) =>
  reasons.map((r) => `${r.duty} ${r.code} ${r.at}`)

test('S2-193 only a label in Chinese alone needs no English name', () => {
  assert.deepEqual(found(englishName(line({ nameEn: ' ' }))), ['S2-193 no-english nameEn'])
  assert.deepEqual(englishName(line({ nameEn: '', labelSays: 'zh' })), [])
  assert.deepEqual(found(englishName(line({ nameEn: '', labelSays: 'code' }))), [
    'S2-193 no-english nameEn',
  ])
  assert.deepEqual(englishName(line({})), [])
})

test('S2-196 an English name that is only a code does not say what the product is', () => {
  const of = (nameEn: string) => found(codeOnlyName(line({ nameEn })))
  assert.deepEqual(of('AB-1029X'), ['S2-196 name-is-code nameEn'])
  assert.deepEqual(of('HCV RNA 4'), ['S2-196 name-is-code nameEn'])
  assert.deepEqual(of('AB-1029X Human serum'), [])
  assert.deepEqual(of(''), [])
  // what is no English is told as such, once
  assert.deepEqual(of('血清'), [])
})

test('S2-197 a package with only a code gives the code beside the English name', () => {
  assert.deepEqual(found(codeGiven(line({ labelSays: 'code', catalogueNo: '' }))), [
    'S2-197 no-code catalogueNo',
  ])
  assert.deepEqual(codeGiven(line({ labelSays: 'code', catalogueNo: 'X-1' })), [])
  assert.deepEqual(codeGiven(line({ catalogueNo: '' })), [])
})

test('S2-198 the foreign name is in English: other letters point to the other name', () => {
  const of = (nameEn: string) => foreignLetters(line({ nameEn }))
  for (const good of ['Human serum', 'Interferon-α 2b', '5 µg/ml', 'Tris–HCl, 10 °C ™', ''])
    assert.deepEqual(of(good), [], good)
  for (const bad of ['Сыворотка крови', 'ヒト血清', 'Sérum humain', 'Human 血清', '사람 혈청'])
    assert.deepEqual(found(of(bad)), ['S2-198 not-english nameEn'], bad)
  assert.match(of('Sérum')[0]!.message, /“é”不是英文字母.*其他语言名称/)
})

test('S2-199 a label in another language gives that name', () => {
  assert.deepEqual(found(otherNameGiven(line({ labelSays: 'other' }))), [
    'S2-199 no-other-name otherName',
  ])
  assert.deepEqual(otherNameGiven(line({ labelSays: 'other', otherName: 'Sérum' })), [])
  assert.deepEqual(otherNameGiven(line({})), [])
})

test('S2-193 what the label carries is one of the list', () => {
  for (const labelSays of ['', 'zh', 'other', 'code'])
    assert.deepEqual(labelKnown(line({ labelSays })), [])
  assert.deepEqual(found(labelKnown(line({ labelSays: '德文' }))), [
    'S2-193 label-unknown labelSays',
  ])
})

test('S2-194 a Chinese name in Latin letters, or of a kind of thing only, is looked at', () => {
  const of = (nameZh: string) => found(generalName(line({ nameZh })))
  assert.deepEqual(of('HEK293'), ['S2-194 name-not-chinese nameZh'])
  assert.deepEqual(of(' 抗体 '), ['S2-194 name-general nameZh'])
  assert.deepEqual(of('试剂'), ['S2-194 name-general nameZh'])
  assert.deepEqual(of('抗 HBs 单克隆抗体'), [])
  assert.deepEqual(of(''), [])
})
