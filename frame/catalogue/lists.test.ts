import assert from 'node:assert/strict'
import { test } from 'node:test'
import { articleClassCodes, articleClasses, articleKind, classLabel } from './article-classes.ts'
import { allCountries, countryOf } from './countries.ts'
import {
  agenciesOfDuty,
  customsAreas,
  lawAgencies,
  lawAgencyDuties,
  lawAreas,
  lawBranches,
  lawPorts,
  registrationArea,
} from './law-bodies.ts'
import { prohibitions, prohibitionsFor, type Traffic } from './prohibitions.ts'
import { purposeOf, purposes } from './purposes.ts'
import { gradeOf, monthsKeyOf, ruleSetCodes, ruleSetOf, ruleSets } from './rule-sets.ts'
import { settingOn } from './setting.ts'

const kindsOf = (code: string) =>
  articleClasses.find((row) => row.code === code)!.kinds.map(({ title }) => title.zh)
const codes = (traffic: Traffic, on = '2026-11-23') =>
  prohibitionsFor(traffic, on).map(({ code }) => code)
const serum: Traffic = {
  direction: 'entry',
  purpose: 'clinical-use',
  articleClass: 'blood',
  kind: 'serum',
}

test('S2-013 there are four classes, each named as each document names it (C-33)', () => {
  assert.deepEqual(
    articleClasses.map(({ code }) => code),
    [...articleClassCodes],
  )
  assert.equal(classLabel('microorganism', 's2').zh, '微生物')
  assert.equal(classLabel('microorganism', 's1').zh, '病原微生物')
  assert.equal(classLabel('blood', 's2').zh, '血液及血液制品')
  assert.equal(classLabel('blood', 's1').zh, '血液及其制品')
})

test('S2-014 microorganisms include parasites and environmental agents', () => {
  assert.deepEqual(kindsOf('microorganism'), [
    '病毒',
    '细菌',
    '真菌',
    '放线菌',
    '立克次氏体',
    '螺旋体',
    '衣原体',
    '支原体',
    '寄生虫',
    '环保微生物菌剂',
  ])
})

test('S2-015 human tissue, S2-016 biological products, S2-017 blood', () => {
  for (const word of ['胚胎', '器官', '骨髓', '分泌物', '排泄物'])
    assert.ok(kindsOf('human-tissue').includes(word), word)
  for (const word of ['疫苗', '抗毒素', '毒素', '变态反应原', '抗原-抗体复合物', '微生态制剂'])
    assert.ok(kindsOf('biological-product').includes(word), word)
  for (const word of ['全血', '血浆成分', '特殊血液成分'])
    assert.ok(kindsOf('blood').includes(word), word)
})

test('S2-018 blood products are human plasma proteins and carry no clinical ban', () => {
  const product = articleKind('blood-product')
  assert.equal(product?.class, 'blood')
  assert.equal(product?.duty, 'S2-018')
  assert.ok(!product?.traits.includes('clinical-ban'))
  assert.equal(articleKind('no-such'), undefined)
})

test('every kind has a code of its own', () => {
  const all = articleClasses.flatMap(({ kinds }) => kinds.map(({ code }) => code))
  assert.equal(new Set(all).size, all.length)
})

test('S1-012 human blood and tissue for clinical use stand under a prohibition of law', () => {
  assert.deepEqual(codes(serum), ['aids-37'])
  assert.deepEqual(codes({ ...serum, direction: 'exit' }), ['aids-37'])
  assert.deepEqual(
    codes({ ...serum, purpose: 'transplant', articleClass: 'human-tissue', kind: 'marrow' }),
    ['aids-37'],
  )
  assert.deepEqual(codes({ ...serum, kind: undefined }), ['aids-37'], 'a doubt stops')
})

test('S2-039 clinical trial, testing and research are other purposes, blood products another kind', () => {
  for (const purpose of ['clinical-trial', 'testing', 'research', 'production', undefined])
    assert.deepEqual(codes({ ...serum, purpose }), [], String(purpose))
  assert.deepEqual(codes({ ...serum, kind: 'blood-product' }), [])
  assert.deepEqual(codes({ ...serum, articleClass: 'microorganism', kind: 'virus' }), [])
  assert.deepEqual(codes(serum, '2006-02-28'), [])
  assert.deepEqual(codes(serum, '2006-03-01'), ['aids-37'])
})

test('special articles may not be carried in transit, whatever they are for', () => {
  assert.deepEqual(
    codes({ direction: 'transit', purpose: 'research', articleClass: 'biological-product' }),
    ['no-transit'],
  )
  assert.deepEqual(
    codes({ direction: 'transit', purpose: 'research', articleClass: 'blood' }, '2019-11-20'),
    [],
  )
})

test('a prohibition names its exceptions, who may clear it, and known purposes', () => {
  const rule = prohibitions.find(({ code }) => code === 'aids-37')!
  assert.equal(rule.clearedBy, 'customs-leader')
  assert.equal(rule.exceptions.length, 2)
  for (const code of rule.purposes ?? []) assert.ok(purposeOf(code), code)
})

test('a purpose has its usual follow-up agency (C-15)', () => {
  assert.deepEqual(purposeOf('production')?.followUp, ['mpa'])
  assert.deepEqual(purposeOf('research')?.followUp, ['health'])
  assert.equal(new Set(purposes.map(({ code }) => code)).size, purposes.length)
})

test('C-34 the guide holds from 2016 without end; the later sets are drafts without a date', () => {
  assert.deepEqual(
    ruleSets.map(({ code, draft, validFrom }) => [code, draft, validFrom]),
    [
      ['S2', false, '2016-06-07'],
      ['2025', true, null],
      ['2026', true, null],
    ],
  )
  assert.deepEqual(
    ruleSets.map(({ code }) => code),
    [...ruleSetCodes],
  )
  assert.throws(() => ruleSetOf('2015'), RangeError)
  assert.deepEqual(
    ruleSetOf('S2').grades.map(({ code }) => code),
    ['A', 'B', 'C', 'D'],
  )
  assert.deepEqual(
    ruleSetOf('2025').grades.map(({ code }) => code),
    ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'],
  )
})

test('a grade A permit is used once and not in parts, B and C in parts', () => {
  const set = ruleSetOf('S2')
  const uses = ['A', 'B', 'C'].map((code) => gradeOf(set, code)!)
  assert.deepEqual(
    uses.map((one) => [one.uses, one.partialWriteOff]),
    [
      ['once', false],
      ['many', true],
      ['many', true],
    ],
  )
  const setting = settingOn('2026-11-23')
  assert.deepEqual(
    uses.map((one) => setting(monthsKeyOf(one))),
    [3, 6, 12],
  )
  assert.equal(gradeOf(set, 'A1'), undefined)
})

test('countries have three letters and a name in both languages, written as at home', () => {
  const all = allCountries()
  assert.equal(all.length, 249)
  for (const { code, zh, en } of all) {
    assert.match(code, /^[A-Z]{3}$/)
    assert.match(zh, /\p{Script=Han}/u)
    assert.ok(en.length > 2)
  }
  assert.equal(countryOf('USA')?.zh, '美国')
  assert.equal(countryOf('TWN')?.zh, '中国台湾')
  assert.equal(countryOf('HKG')?.en, 'Hong Kong, China')
  assert.equal(countryOf('502'), undefined)
  assert.equal(all[0]?.zh, '阿尔巴尼亚')
})

test('every code that one list names stands in the other', () => {
  const agencies = new Set(lawAgencies.map(({ code }) => code))
  const branches = new Set(lawBranches.map(({ code }) => code))
  for (const area of lawAreas) {
    assert.ok(agencies.has(area.agency), area.code)
    assert.ok(branches.has(area.branch), area.code)
  }
  for (const duty of lawAgencyDuties)
    for (const code of agenciesOfDuty(duty)) assert.ok(agencies.has(code), duty.duty)
  const areas = new Set(customsAreas.map(({ code }) => code))
  for (const port of lawPorts) {
    assert.ok(port.branch === null || branches.has(port.branch), port.code)
    assert.ok(port.customsArea === null || areas.has(port.customsArea), port.code)
  }
  for (const purpose of purposes)
    for (const code of purpose.followUp) assert.ok(agencies.has(code), code)
})

test('the first five digits of a 海关注册编码 tell the part of Beijing', () => {
  assert.equal(registrationArea('1108960001'), '海淀')
  assert.equal(registrationArea('1113260001'), '经济技术开发区')
  assert.equal(registrationArea('3101960001'), null)
})
