import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { seed, sizes } from '#checks/sizes.ts'
import { lawPathogens } from './law-pathogens.ts'
import { pathogenIndex, searchPathogens } from './pathogen-search.ts'
import { pinyinInitials } from './pinyin-initials.ts'

const all = lawPathogens()
const index = pathogenIndex(all)
const ids = (text: string) => searchPathogens(index, text).map(({ id }) => id)
const first = (text: string) => ids(text)[0]

test('a pathogen is found first by abbreviation, Latin, Chinese and former name', () => {
  const wanted: Record<string, string> = {
    HIV: 'virus-57',
    'HIV-1': 'virus-57',
    艾滋病病毒: 'virus-57',
    'SARS-CoV-2': 'virus-43',
    'ＳＡＲＳ—ＣｏＶ２': 'virus-43',
    新冠: 'virus-43',
    'mers cov': 'virus-41',
    HBV: 'virus-132',
    乙肝病毒: 'virus-132',
    EBOV: 'virus-28',
    ebola: 'virus-28',
    'M. tuberculosis': 'bacteria-9',
    'mycobacterium  TUBERCULOSIS': 'bacteria-9',
    结核杆菌: 'bacteria-9',
    TB: 'bacteria-9',
    jhfzgj: 'bacteria-9',
    'Y.pestis': 'bacteria-19',
    'Klebsiella pneumoniae': 'bacteria-100',
    'Vibrio fluvialis': 'bacteria-173',
    炭疽: 'bacteria-2',
    '杆菌 炭疽': 'bacteria-2',
    朊病毒: 'prion-1',
    CJD: 'prion-2',
    'Absidia corymbifera': 'fungus-82',
    伞枝梨头霉: 'fungus-82',
    'Pichia kudriavzevii': 'fungus-28',
    Rickettsia: 'bacteria-10',
    HKU1: 'virus-100',
  }
  for (const [text, id] of Object.entries(wanted)) assert.equal(first(text), id, text)
})

test('SARS finds both SARS coronaviruses, the older first', () => {
  assert.deepEqual(ids('SARS').slice(0, 2), ['virus-42', 'virus-43'])
})

test('a short query does not match across the words of another name', () => {
  assert.deepEqual(ids('HIV'), ['virus-57'])
  assert.ok(ids('coccus').includes('bacteria-161'), 'Streptococcus pneumoniae')
})

test('two Latin letters do not bring half the catalogue', () => {
  assert.ok(ids('hi').length < 25)
  assert.ok(ids('v').length < 60)
  assert.deepEqual(ids('查无此菌'), [])
  assert.deepEqual(
    ids('，。'),
    all.map(({ id }) => id),
  )
})

test('filters keep group and class', () => {
  const fungi = searchPathogens(index, '', { group: 'fungus', highlyPathogenic: true })
  assert.equal(fungi.length, 7)
  assert.equal(searchPathogens(index, '病毒', { class: 4 }).length, 5)
})

test('every pathogen is found first or among its equals by its own names, however they are typed', () => {
  const spoilt = fc.constantFrom<(text: string) => string>(
    (text) => text,
    (text) => text.toUpperCase(),
    (text) => text.toLowerCase(),
    (text) => ` ${text.replaceAll(' ', '  ')} `,
    (text) =>
      text.replace(/[A-Za-z]/g, (char) => String.fromCodePoint(char.codePointAt(0)! + 0xfee0)),
    (text) => text.replace(/[\s\-—（）()]/g, ''),
  )
  fc.assert(
    fc.property(fc.constantFrom(...all), spoilt, fc.boolean(), (pathogen, spoil, latin) => {
      const found = searchPathogens(index, spoil(latin ? pathogen.sci : pathogen.zh))
      const place = found.indexOf(pathogen)
      assert.ok(place >= 0 && place <= 1, `${pathogen.id} at ${place}`)
    }),
    { numRuns: sizes.properties, seed },
  )
})

test('no text makes the search throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
      assert.ok(searchPathogens(index, text).length <= all.length)
    }),
    { numRuns: sizes.properties, seed },
  )
})

test('pinyin initials of the characters in the catalogue', () => {
  assert.equal(pinyinInitials('结核分枝杆菌'), 'jhfzgj')
  assert.equal(pinyinInitials('EB病毒'), 'ebbd')
  assert.equal(pinyinInitials('人免疫缺陷病毒'), 'rmyqxbd')
})
