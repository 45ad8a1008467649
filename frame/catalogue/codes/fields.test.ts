import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  customsCodeField,
  idCardField,
  landlineField,
  mobileField,
  orgCodeField,
  postcodeField,
  usccField,
} from './fields.ts'
import { checkUscc } from './uscc.ts'

test("a form field hands on the normal form and says what is wrong in the check's own words", () => {
  const fields: [{ parse(text: unknown): string }, string, string][] = [
    [usccField, ' 91110000802100433b', '91110000802100433B'],
    [orgCodeField, '802100433', '80210043-3'],
    [idCardField, '11010519491231002x', '11010519491231002X'],
    [mobileField, '139 0000 0001', '13900000001'],
    [landlineField, '(010)55500101', '010-55500101'],
    [postcodeField, '１０００８３', '100083'],
    [customsCodeField, '11089600a1', '11089600A1'],
  ]
  for (const [field, typed, kept] of fields) assert.equal(field.parse(typed), kept)
  const expected = checkUscc('911100008021004330')
  const refused = usccField.safeParse('911100008021004330')
  assert.equal(refused.error?.issues[0]?.message, expected.ok ? '' : expected.message)
})
