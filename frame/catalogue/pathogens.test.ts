import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { compareLabs, needsAccreditation, parseLabLevel } from './laboratory.ts'
import { lawPathogens, pathogenById, pathogenEdition } from './law-pathogens.ts'
import { activitiesOf, type Activity } from './pathogen.ts'
import {
  hazardClass,
  isHighlyPathogenic,
  mostDangerous,
  requiredLevel,
  requiredLevels,
  transportOf,
  type Material,
} from './pathogens.ts'

const all = lawPathogens()
const of = (id: string) => pathogenById(id)!
const level = (id: string, activity: Activity, material?: Material) =>
  requiredLevel(of(id), activity, material).level
const un = (id: string, what: 'culture' | 'specimen', variant?: string) =>
  transportOf(of(id), what, variant).un
const count = (group: string, hazard: number) =>
  all.filter((pathogen) => pathogen.group === group && pathogen.class === hazard).length

test('the catalogue has every row of the notice: 509, by group and class', () => {
  assert.equal(all.length, 509)
  assert.equal(new Set(all.map(({ id }) => id)).size, 509)
  const counts = ['virus', 'prion', 'bacteria', 'fungus'].map((group) =>
    [1, 2, 3, 4].map((hazard) => count(group, hazard)),
  )
  assert.deepEqual(counts, [
    [29, 45, 82, 5],
    [0, 6, 1, 0],
    [0, 19, 171, 0],
    [0, 7, 144, 0],
  ])
  const howMany = (number: string) => all.filter((pathogen) => pathogen.un === number).length
  assert.deepEqual([howMany('UN2814'), howMany('UN2900'), howMany('UN3373')], [104, 1, 404])
  assert.equal(of('virus-81').un, 'UN2900')
})

test('every row has exactly the activities of its table', () => {
  for (const pathogen of all)
    assert.deepEqual(Object.keys(pathogen.levels), activitiesOf[pathogen.group])
  for (const part of pathogenEdition().tables) {
    assert.deepEqual(part.activities, activitiesOf[part.group])
    for (const row of part.rows) {
      const notes = part.group === 'prion' ? [] : row.notes
      for (const letter of notes) assert.ok(part.notes[letter], `${row.id} note ${letter}`)
    }
  }
})

test('the three faults of the public text are corrected and named', () => {
  const { corrections } = pathogenEdition()
  assert.deepEqual(
    corrections.map(({ id }) => id),
    ['virus-153', 'bacteria-166', 'fungus-26'],
  )
  assert.equal(of('virus-153').levels.animal, 'ABSL-2')
  assert.equal(of('bacteria-166').un, 'UN3373')
  assert.equal(all.filter(({ zh }) => zh === '季也蒙念珠菌复合群').length, 1)
})

test('the rows equal the reference data', (t) => {
  const reference = new URL('../../../shared/data/pathogens-2023.json', import.meta.url)
  if (!existsSync(reference)) return t.skip('the reference data is not on this machine')
  const { records } = JSON.parse(readFileSync(reference, 'utf8')) as {
    records: Record<string, unknown>[]
  }
  assert.deepEqual(
    all.map((row) => [row.group, row.no, row.zh, row.family ?? '', row.class, row.levels]),
    records.map((r) => [r['group'], r['no'], r['zh'], r['taxon'], r['hazardClass'], r['acts']]),
  )
  assert.deepEqual(
    all.map((row) => [row.sci, row.pack, row.un, row.remark, row.notes.join('')]),
    records.map((r) => [
      (r['sci'] as string).replace('ﬂ', 'fl'),
      r['pack'],
      r['un'],
      r['remark'],
      r['noteRefs'],
    ]),
  )
})

test('S2-168 classes 1 and 2 are highly pathogenic, strains as the remark says', () => {
  assert.ok(isHighlyPathogenic(of('virus-28')))
  assert.ok(isHighlyPathogenic(of('bacteria-9')))
  assert.ok(!isHighlyPathogenic(of('virus-132')))
  assert.ok(
    !isHighlyPathogenic(of('virus-150b')),
    'H2N2 is class 3 although its culture needs BSL-3',
  )
  assert.equal(hazardClass(of('bacteria-66')), 3)
  assert.equal(hazardClass(of('bacteria-66'), 'toxin'), 2)
  assert.equal(hazardClass(of('bacteria-18'), 'nonToxigenic'), 3)
  assert.equal(hazardClass(of('bacteria-107'), 'resistant'), 2)
  assert.throws(() => hazardClass(of('virus-28'), 'vaccine'), RangeError)
})

test('an activity needs the level of its column', () => {
  assert.equal(level('virus-43', 'culture'), 'BSL-3')
  assert.equal(level('virus-43', 'animal'), 'ABSL-3')
  assert.equal(level('virus-43', 'unculturedInfectious'), 'BSL-2')
  assert.equal(level('virus-28', 'culture'), 'BSL-4')
  assert.equal(level('virus-30', 'culture'), 'BSL-2')
  assert.equal(level('bacteria-9', 'liveCulture'), 'BSL-3')
  assert.equal(level('bacteria-9', 'liveCulture', { variant: 'notResistant' }), 'BSL-2')
  assert.equal(level('bacteria-9', 'sampleTesting'), 'BSL-2')
  assert.equal(level('virus-68', 'culture', { variant: 'vdpv13' }), 'BSL-2')
  assert.equal(level('virus-68', 'animal', { variant: 'vdpv13' }), 'ABSL-3')
  assert.equal(level('prion-2', 'tissueCulture'), 'BSL-2')
  assert.equal(level('prion-2', 'animal'), 'ABSL-3')
})

test('unfixed tissue is handled like a culture', () => {
  const plain = requiredLevel(of('virus-57'), 'unculturedInfectious')
  const tissue = requiredLevel(of('virus-57'), 'unculturedInfectious', { tissue: true })
  assert.deepEqual([plain.level, tissue.level], ['BSL-2', 'BSL-3'])
  assert.match(tissue.why, /注 c/)
})

test('a recombinant follows its parent, a deficient one never falls below BSL-2', () => {
  const hiv = of('virus-57')
  assert.equal(requiredLevel(hiv, 'culture', { recombinant: 'competent' }).level, 'BSL-3')
  assert.equal(requiredLevel(hiv, 'culture', { recombinant: 'deficient' }).level, 'BSL-2')
  const mouse = of('virus-157')
  assert.equal(requiredLevel(mouse, 'culture').level, 'BSL-1')
  assert.equal(requiredLevel(mouse, 'culture', { recombinant: 'deficient' }).level, 'BSL-2')
  assert.equal(mostDangerous([mouse, hiv])?.id, 'virus-57')
})

test('an activity the table does not list is left to the biosafety committee', () => {
  const need = requiredLevel(of('bacteria-9'), 'inactivated')
  assert.equal(need.level, null)
  assert.match(need.why, /生物安全委员会/)
})

test('S2-184 a laboratory is compared with the level its work needs', () => {
  assert.ok(compareLabs(['BSL-2', 'BSL-3'], 'BSL-3').enough)
  assert.ok(compareLabs(['BSL-4'], 'BSL-2').enough)
  const low = compareLabs(['BSL-2'], 'BSL-3')
  assert.ok(!low.enough)
  assert.equal(low.message, '需要BSL-3实验室，填报的最高为BSL-2，防护等级不够。')
  assert.ok(!compareLabs(['BSL-3'], 'ABSL-3').enough, 'a BSL is no animal laboratory')
  assert.ok(!compareLabs(['ABSL-3'], 'BSL-3').enough)
  assert.deepEqual(requiredLevels(of('virus-43'), ['culture', 'animal', 'inactivated']), [
    'BSL-3',
    'ABSL-3',
  ])
})

test('S2-185 levels 3 and 4 must be accredited', () => {
  assert.deepEqual((['BSL-2', 'ABSL-2', 'BSL-3', 'ABSL-4'] as const).map(needsAccreditation), [
    false,
    false,
    true,
    true,
  ])
})

test('a laboratory level is read as people write it', () => {
  const written = [
    'bsl2',
    'P3',
    'ＢＳＬ－３',
    'absl 3',
    'BSL—4',
    '生物安全二级',
    '动物生物安全三级实验室',
  ]
  assert.deepEqual(written.map(parseLabLevel), [
    'BSL-2',
    'BSL-3',
    'BSL-3',
    'ABSL-3',
    'BSL-4',
    'BSL-2',
    'ABSL-3',
  ])
  assert.deepEqual(['BSL-5', '二级', '', 'BSL'].map(parseLabLevel), [null, null, null, null])
})

test('transport: category A for cultures only where the notice says so', () => {
  assert.equal(un('virus-28', 'specimen'), 'UN2814')
  assert.equal(un('virus-57', 'culture'), 'UN2814')
  assert.equal(un('virus-57', 'specimen'), 'UN3373')
  assert.equal(un('virus-132', 'specimen'), 'UN3373')
  assert.equal(un('virus-81', 'specimen'), 'UN2900')
  assert.equal(un('bacteria-66', 'culture'), 'UN2814')
  assert.equal(un('bacteria-66', 'specimen'), 'UN3373')
  assert.equal(un('bacteria-3', 'culture', 'vaccine'), 'UN3373')
  assert.equal(un('prion-1', 'specimen'), 'UN3373')
})
