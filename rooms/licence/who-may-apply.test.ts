import assert from 'node:assert/strict'
import { test } from 'node:test'
import { licenceFacts, serumForm, strainForm } from '#checks/samples/licence-facts.ts'
import type { CaseForm } from './forms.ts'
import { stillSpecial, unitMayNotApply } from './who-may-apply.ts'

const { unit } = licenceFacts('draft')
const everyClass = { ...unit, classes: ['producer', 'seller', 'user'] }
const against = (form: CaseForm, over = everyClass) =>
  unitMayNotApply({ form, unit: over, ruleSet: 'S2' }).map((r) => `${r.duty} ${r.code}`)

const antibody: CaseForm = {
  ...serumForm,
  articleClass: 'biological-product',
  articleKind: 'antibody',
}
const exit: CaseForm = {
  ...antibody,
  direction: 'exit',
  unitClass: 'producer',
  standing: 'sends-own-make',
  consignor: unit.nameZh,
  consignee: 'Northfield Biobank Ltd.',
  destination: 'London',
}

test('who receives and uses, who sends what it makes: nothing against them', () => {
  assert.deepEqual(against(serumForm), [])
  assert.deepEqual(against(exit), [])
})

test('S2-055 entry whose first destination is not Beijing belongs to another customs', () => {
  assert.deepEqual(against({ ...serumForm, destination: '上海市' }), ['S2-055 other-destination'])
  assert.deepEqual(against({ ...serumForm, destination: undefined }), [])
})

test('S2-056 the receiving user is the consignee and no sales unit', () => {
  assert.deepEqual(against({ ...serumForm, consignee: '别的单位' }), ['S2-056 not-consignee'])
  assert.deepEqual(against({ ...antibody, unitClass: 'seller' }), ['S2-056 user-class'])
  const forOther: CaseForm = { ...antibody, standing: 'receives-for-other' }
  assert.deepEqual(against({ ...forOther, unitClass: 'seller' }), ['S2-056 user-class'])
  assert.deepEqual(against({ ...forOther, consignee: '别的单位' }), ['S2-056 not-consignee'])
})

test('S2-057 a receiving sales company applies as such and is the consignee', () => {
  const sold: CaseForm = { ...antibody, standing: 'receives-to-sell', unitClass: 'seller' }
  assert.deepEqual(against(sold), [])
  assert.deepEqual(against({ ...sold, unitClass: 'user' }), ['S2-057 seller-class'])
  assert.deepEqual(against({ ...sold, consignee: '别的单位' }), ['S2-057 not-consignee'])
})

test('S2-058 a pure agent is no applicant, whichever way the article goes', () => {
  assert.deepEqual(against({ ...serumForm, standing: 'agent' }), ['S2-058 mere-agent'])
  assert.deepEqual(against({ ...exit, standing: 'agent' }), ['S2-058 mere-agent'])
})

const samples: [string, CaseForm][] = [
  ['human tissue', { ...serumForm, articleClass: 'human-tissue', articleKind: 'cell' }],
  ['blood', serumForm],
  ['microorganisms', { ...strainForm }],
  ['toxins', { ...antibody, articleKind: 'toxin' }],
]
test('S2-059 no sales unit applies for what is no merchandise, in all four classes named', () => {
  for (const [what, form] of samples) {
    const asked = { ...form, standing: 'receives-to-sell', unitClass: 'seller' } as const
    assert.ok(
      against({ ...asked, trade: 'non-commercial' }).includes('S2-059 seller-and-samples'),
      what,
    )
    assert.ok(!against({ ...asked, trade: 'commercial' }).includes('S2-059 seller-and-samples'))
  }
  const free = { ...antibody, standing: 'receives-to-sell', trade: 'non-commercial' } as const
  assert.deepEqual(against({ ...free, unitClass: 'seller' }), [])
})

test('S2-060 exit from a place that is not in Beijing belongs to another customs', () => {
  assert.deepEqual(against({ ...exit, useAddress: '天津市滨海新区' }), ['S2-060 other-place'])
})

test('S2-061 a maker or researcher who sends is the consignor', () => {
  assert.deepEqual(against({ ...exit, consignor: '别的单位' }), ['S2-061 not-consignor'])
})

test('S2-062 goods owned by a sales unit: it or the maker applies, no mere user', () => {
  const owned: CaseForm = { ...exit, standing: 'sends-to-sell' }
  assert.deepEqual(against({ ...owned, unitClass: 'seller' }), [])
  assert.deepEqual(against({ ...owned, unitClass: 'producer' }), [])
  assert.deepEqual(against({ ...owned, unitClass: 'user' }), ['S2-062 owner-class'])
})

test('S2-063 what contains pathogens is sold by its maker or researcher only', () => {
  const sold: CaseForm = {
    ...exit,
    standing: 'sends-to-sell',
    articleClass: 'microorganism',
    articleKind: 'bacterium',
    pathogenState: 'contained',
    trade: 'commercial',
  }
  assert.deepEqual(against({ ...sold, unitClass: 'seller' }), ['S2-063 seller-and-pathogens'])
  assert.deepEqual(against({ ...sold, unitClass: 'producer' }), [])
  // what enters to be sold is the receiving company's matter
  const control: CaseForm = {
    ...antibody,
    pathogenState: 'contained',
    standing: 'receives-to-sell',
  }
  assert.deepEqual(against({ ...control, unitClass: 'seller' }), [])
})

test('S2-026 only a class for which the unit is registered', () => {
  assert.deepEqual(against({ ...exit, unitClass: 'producer' }, { ...unit, classes: ['user'] }), [
    'S2-026 class-not-registered',
  ])
})

test('a standing of the other direction and a kind of another class are pointed out', () => {
  assert.deepEqual(against({ ...serumForm, standing: 'sends-own-make' }), [
    'S2-056 standing-direction',
  ])
  assert.deepEqual(against({ ...serumForm, articleKind: 'antibody' }), ['S2-013 kind-of-class'])
})

test('all reasons come at once', () => {
  const wrong: CaseForm = {
    ...serumForm,
    standing: 'receives-to-sell',
    unitClass: 'seller',
    trade: 'non-commercial',
    consignee: '别的单位',
    destination: '上海市',
  }
  assert.deepEqual(against(wrong), [
    'S2-055 other-destination',
    'S2-057 not-consignee',
    'S2-059 seller-and-samples',
  ])
})

const special = (form: CaseForm, ruleSet: string) =>
  stillSpecial(form, ruleSet).map((r) => `${r.duty} ${r.at}`)

test('S2-034 what a later rule set no longer counts among special articles needs no approval', () => {
  const agent = { ...strainForm, articleKind: 'environmental-agent' }
  const drug: CaseForm = { ...antibody, regulated: 'yes' }
  for (const set of ['2025', '2026']) {
    assert.deepEqual(special(agent, set), ['S2-034 articleKind'])
    assert.deepEqual(special(drug, set), ['S2-034 regulated'])
    assert.deepEqual(special({ ...drug, regulated: 'no' }, set), [])
  }
  assert.deepEqual(special(agent, 'S2'), [])
  assert.deepEqual(special(drug, 'S2'), [])
})
