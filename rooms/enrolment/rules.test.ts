import assert from 'node:assert/strict'
import { test } from 'node:test'
import { demoUscc } from '#frame/catalogue/codes/demo.ts'
import type { TypedDocument } from './facts.ts'
import { activities, classesOf, fieldsOf, type EnrolmentForm } from './forms.ts'
import { choicesOf } from './labels.ts'
import { filingReasons, takenReason, type Filing } from './rules.ts'

const area = { code: '110108', name: { zh: '海淀区', en: 'Haidian' }, branchId: null }
const file = { slot: 'sealed-form', fileId: 'f', name: '申请表.pdf', usable: true }
const document: TypedDocument = { kind: 'id-card', masked: '1***2', sealed: 'x', sound: true }

const unit: Filing = {
  kind: 'organisation',
  form: {
    nameZh: '晴川医学检验所',
    uscc: demoUscc(7),
    activities: ['testing'],
    reasons: ['beijing-port'],
    area: '110108',
    contact: '赵敏行',
    mobile: '13900000001',
    mailbox: 'a@example.cn',
  },
  document: null,
  identity: demoUscc(7),
  brought: [file],
  taken: null,
  areas: [area],
}
const person: Filing = {
  ...unit,
  kind: 'person',
  form: {
    nameZh: '钱思齐',
    documentKind: 'id-card',
    mobile: '13900000001',
    mailbox: 'a@example.cn',
  },
  document,
  identity: 'hash',
  brought: [{ ...file, slot: 'id-copy' }],
}

const against = (facts: Filing) => filingReasons(facts).map((r) => `${r.duty} ${r.code} ${r.at}`)
const withForm = (facts: Filing, form: EnrolmentForm): Filing => ({
  ...facts,
  form: { ...facts.form, ...form },
})

test('S2-064 what is whole can be filed, by a unit and by a person', () => {
  assert.deepEqual(against(unit), [])
  assert.deepEqual(against(person), [])
  // a person may leave his district out
  assert.deepEqual(against(withForm(person, { area: '110108' })), [])
})

test('S2-064 every missing field is told at once, at its place and with its duty', () => {
  const empty: Filing = { ...unit, form: {}, brought: [] }
  assert.deepEqual(against(empty), [
    ...fieldsOf('organisation').map((f) => `${f.duty} missing ${f.name}`),
    'S2-064 document-missing slot.sealed-form',
  ])
  assert.deepEqual(against({ ...person, form: {}, document: null, brought: [] }), [
    'S2-064 missing nameZh',
    'S2-125 missing documentKind',
    'S2-125 missing documentNumber',
    'S2-070 missing mobile',
    'S2-069 missing mailbox',
    'S2-125 document-missing slot.id-copy',
  ])
  assert.deepEqual(against(withForm(unit, { nameZh: '   ' })), ['S2-064 missing nameZh'])
})

const wrong: { duty: string; form: EnrolmentForm; at: string; code: string }[] = [
  { duty: 'S2-023', form: { uscc: '91110000' }, at: 'uscc', code: 'uscc.length' },
  { duty: 'S2-023', form: { uscc: '91110000802100433A' }, at: 'uscc', code: 'uscc.check' },
  { duty: 'S2-070', form: { mobile: '12345' }, at: 'mobile', code: 'mobile.length' },
  { duty: 'S2-069', form: { mailbox: 'nobody' }, at: 'mailbox', code: 'mailbox' },
  { duty: 'S2-067', form: { area: 'moon' }, at: 'area', code: 'area' },
]
for (const { duty, form, at, code } of wrong)
  test(`${duty} what was typed and cannot be right stands at its field: ${code}`, () => {
    assert.deepEqual(against(withForm(unit, form)), [`${duty} ${code} ${at}`])
  })

test('S2-125 a number that did not pass its check, and a copy that waits for its scan, are no documents', () => {
  const unsound = { ...person, document: { ...document, sound: false } }
  assert.deepEqual(against(unsound), ['S2-125 document-number documentNumber'])
  const waiting = { ...person, brought: [{ ...file, slot: 'id-copy', usable: false }] }
  assert.deepEqual(against(waiting), ['S2-125 document-waiting slot.id-copy'])
})

test('S2-023 a unit that has its account is told how to join; a person is told nothing by this door', () => {
  const taken = { by: 'account', contact: '赵**', phone: '139****0001' } as const
  assert.deepEqual(against({ ...unit, taken }), ['S2-023 taken uscc'])
  assert.deepEqual(against({ ...person, taken }), [])
  const { message } = takenReason(taken)
  assert.match(message, /一个单位只能有一个账号.*联系本单位联系人赵\*\*（139\*\*\*\*0001）/)
  assert.match(takenReason({ ...taken, by: 'request' }).message, /正在办理/)
})

test('S2-052 each of the seven activities makes a unit of a class, and a class counts once', () => {
  assert.deepEqual(
    activities.map((one) => classesOf([one])),
    [['producer'], ['user'], ['seller'], ['user'], ['user'], ['user'], ['user']],
  )
  assert.deepEqual(classesOf(['research', 'testing', 'production']), ['user', 'producer'])
  assert.deepEqual(classesOf([]), [])
  assert.deepEqual(Object.keys(choicesOf('activities') ?? {}), [...activities])
})

test('S2-050 S2-051 the two reasons to register are those of the guide', () => {
  const reasons = choicesOf('reasons') ?? {}
  assert.match(reasons['beijing-port']!.zh, /从北京口岸进出口特殊物品/)
  assert.match(reasons['identification']!.zh, /特殊物品识别问题.*V\/W/)
  assert.deepEqual(against(withForm(unit, { reasons: ['identification'] })), [])
  assert.deepEqual(against(withForm(unit, { reasons: [] })), ['S2-050 missing reasons'])
})
