import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { serumForm, serumLine } from '#checks/samples/licence-facts.ts'
import {
  licenceStand,
  toGrant,
  type LicenceStand,
  type Problem,
} from '#checks/samples/licence-stand.ts'
import { readCoverage } from '#frame/papers/held-coverage.ts'
import { tinyFont } from '#frame/papers/tiny-font.ts'

let s: LicenceStand
before(async () => {
  s = await licenceStand()
})
after(() => s.close())

const ownSign = '\ue000'
const reasonsOf = async (
  who: Parameters<LicenceStand['act']>[0],
  id: string,
  act: string,
  said = {},
) => (await s.act(who, id, act, said)).json<Problem>().reasons

test('rare characters that the fonts have do not stand in the way of a submission', async () => {
  const form = { ...serumForm, consignor: '㐂堃生物 𬭎𫟼 Łódź Škoda', destination: '北京市镕囧彧' }
  const id = await s.draft(form, [{ ...serumLine, nameZh: '人血清 α₁ β ℃ μl ≥10⁶' }])
  assert.deepEqual((await s.see('operator', id)).problems, [])
  await s.do('operator', id, 'submit')
})

test('a submission with characters that no font has is refused, each field with its reason', async () => {
  const form = { ...serumForm, consignor: `甲${ownSign}乙`, remarks: '备注不印：𪚥' }
  const lines = [serumLine, { ...serumLine, nameZh: '人血清𪚥', ingredients: '成分不印：𪚥' }]
  const id = await s.draft(form, lines)
  const reasons = await reasonsOf('operator', id, 'submit')
  assert.deepEqual(
    reasons.map((r) => [r.code, r.at]),
    [
      ['no-glyph', 'consignor'],
      ['no-glyph', 'lines.1.nameZh'],
    ],
  )
  assert.match(reasons[0]!.message, /“发货人”中的“\ue000”（U\+E000.*替换为可显示的字符/)
  assert.match(reasons[1]!.message, /附表第 2 行的“中文名称”中的“𪚥”（U\+2A6A5）/)
  // the page says the same beforehand
  assert.deepEqual((await s.see('operator', id)).problems, reasons)
})

test('a name of the unit that cannot be printed stops the submission, not the decision', async () => {
  const id = await s.draft()
  const name = async (name_zh: string) =>
    void (await s.t.house.db
      .updateTable('unit')
      .set({ name_zh })
      .where('id', '=', s.unitId)
      .execute())
  const { nameZh } = (await s.see('operator', id)).unit
  await name('京华𪚥大学')
  const reasons = await reasonsOf('operator', id, 'submit')
  // the consignee on the form bears the former name, and that is said as well
  assert.deepEqual(
    reasons.map((r) => r.at),
    ['consignee', 'unit.nameZh'],
  )
  await name(nameZh)
  await s.do('operator', id, 'submit')
})

test('what officers type is checked before it stands on a paper', async () => {
  const id = await s.draft()
  await s.do('operator', id, 'submit')
  const items = [
    { at: 'consignor', what: '请填写全称' },
    { at: 'consignee', what: `请填写全称${ownSign}` },
  ]
  const correction = await reasonsOf('window', id, 'ask-correction', { items })
  assert.deepEqual(
    correction.map((r) => r.at),
    ['items.1.what'],
  )
  await s.do('window', id, 'accept')
  const step = { kind: 'expert', reason: '需专家评估𪚥', expectedDays: 5 }
  assert.deepEqual(
    (await reasonsOf('first', id, 'open-step', step)).map((r) => r.at),
    ['reason'],
  )
  await s.do('first', id, 'propose', { ...toGrant, conclusion: 'refuse' })
  const said = { facts: `事实如上${ownSign}`, reasons: '理由如上𪚥', basis: '第三十八条' }
  const refusal = await reasonsOf('second', id, 'refuse', said)
  assert.deepEqual(
    refusal.map((r) => [r.code, r.at]),
    [
      ['no-glyph', 'facts'],
      ['no-glyph', 'reasons'],
    ],
  )
})

test('while a correction is asked, only what was unlocked is held against the applicant', async () => {
  const id = await s.draft()
  await s.do('operator', id, 'submit')
  await s.do('window', id, 'ask-correction', { items: [{ at: 'consignor', what: '请填写全称' }] })
  // a case filed before a font was taken away
  await s.t.house.db
    .updateTable('licence_case')
    .set({ form: JSON.stringify({ ...serumForm, consignor: '𪚥', destination: '𪚥' }) })
    .where('id', '=', id)
    .execute()
  const reasons = await reasonsOf('operator', id, 'submit')
  assert.deepEqual(
    reasons.map((r) => r.at),
    ['consignor'],
  )
})

test('a font that an administrator adds counts without a restart', async () => {
  const id = await s.draft({ ...serumForm, consignor: `甲${ownSign}乙` })
  const font = path.join(s.t.house.config.dataDir, 'fonts', 'own.ttf')
  await writeFile(font, tinyFont('Own Signs', ownSign))
  assert.deepEqual(await s.refusal('operator', id, 'submit'), ['no-glyph'])
  await readCoverage(s.t.house)
  await s.do('operator', id, 'submit')
})
