import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkPassport } from './passport.ts'

test('S2-125 numbers of passports are letters and digits, however they are typed', () => {
  for (const typed of ['E12345678', ' e1234 5678', 'Ｅ12345678', 'E-12345678'])
    assert.deepEqual(checkPassport(typed), { ok: true, value: 'E12345678' })
  assert.deepEqual(checkPassport('123456'), { ok: true, value: '123456' })
})

test('what cannot be the number of a passport says why and how to mend it', () => {
  const wrong: [string, string][] = [
    ['', 'passport.empty'],
    ['E123', 'passport.length'],
    ['E123456789012345', 'passport.length'],
    ['E1234_5678', 'passport.character'],
    ['ABCDEFGH', 'passport.digit'],
  ]
  for (const [typed, code] of wrong) {
    const checked = checkPassport(typed)
    assert.ok(!checked.ok, typed)
    assert.equal(checked.code, code)
    assert.match(checked.message, /请/)
  }
})
