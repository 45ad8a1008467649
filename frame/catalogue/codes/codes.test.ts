import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { seed, sizes } from '#checks/sizes.ts'
import type { CodeCheck } from './check.ts'
import { checkLandline, checkMobile, checkPostcode } from './contact.ts'
import { checkCustomsCode, customsZone } from './customs-code.ts'
import { demoCustomsCode, demoIdCard, demoMobile, demoUscc } from './demo.ts'
import { checkIdCard, idCardCheckChar } from './id-card.ts'
import { checkOrgCode, orgCodeCheckChar, orgCodeFromUscc } from './org-code.ts'
import { checkUscc, usccAlphabet, usccCheckChar } from './uscc.ts'

const runs = { numRuns: sizes.properties, seed }
const valueOf = (check: CodeCheck) => (check.ok ? check.value : `refused: ${check.code}`)
const codeOf = (check: CodeCheck) => (check.ok ? 'ok' : check.code)
const messageOf = (check: CodeCheck) => (check.ok ? '' : check.message)

const usccs = [
  '91350100M000100Y43',
  '12100000400002259P',
  '91330100799655058B',
  '91110000802100433B',
  '9144030071526726XG',
]

const chars = (alphabet: string, length: number) =>
  fc
    .array(fc.constantFrom(...Array.from(alphabet)), { minLength: length, maxLength: length })
    .map((list) => list.join(''))

/** `text` with the character at `at` turned into another one of `alphabet`. */
const changed = (text: string, at: number, alphabet: string, step: number) => {
  const others = Array.from(alphabet).filter((char) => char !== text[at])
  return text.slice(0, at) + others[step % others.length]! + text.slice(at + 1)
}

test('C-30 a published 统一社会信用代码 is accepted, also pasted with spaces, lower case or full-width', () => {
  for (const code of usccs) {
    assert.equal(valueOf(checkUscc(code)), code)
    assert.equal(
      valueOf(checkUscc(` ${code.slice(0, 8).toLowerCase()} ${code.slice(8)}\u00A0`)),
      code,
    )
  }
  assert.equal(valueOf(checkUscc('９１１１００００８０２１００４３３Ｂ')), '91110000802100433B')
})

test('a 统一社会信用代码 says which place is wrong and never the expected check character', () => {
  assert.equal(codeOf(checkUscc('')), 'uscc.empty')
  assert.match(messageOf(checkUscc('9111000080210043')), /现为 16 位/)
  assert.match(messageOf(checkUscc('91110000O02100433B')), /第 9 位“O”/)
  assert.match(messageOf(checkUscc('91A10000802100433B')), /第 3 位“A”不是数字/)
  const mismatch = checkUscc('911100008021004330')
  assert.equal(codeOf(mismatch), 'uscc.check')
  assert.match(messageOf(mismatch), /第 18 位校验码与前 17 位不符/)
  assert.doesNotMatch(messageOf(mismatch), /B/)
  assert.equal(codeOf(checkUscc('91110000802100433🙂')), 'uscc.character')
})

test('any single character changed in a 统一社会信用代码 is found', () => {
  fc.assert(
    fc.property(
      chars('123456789ANY', 2),
      chars('0123456789', 6),
      chars(usccAlphabet, 9),
      fc.nat(17),
      fc.nat(40),
      (head, area, subject, at, step) => {
        const body = head + area + subject
        const code = body + usccCheckChar(body)
        assert.equal(valueOf(checkUscc(code)), code)
        assert.notEqual(codeOf(checkUscc(changed(code, at, usccAlphabet, step))), 'ok')
      },
    ),
    runs,
  )
})

test('two neighbouring characters swapped in a 统一社会信用代码 are found', () => {
  fc.assert(
    fc.property(chars('0123456789', 17), fc.nat(15), (body, at) => {
      const code = body + usccCheckChar(body)
      fc.pre(code[at] !== code[at + 1])
      const swapped = code.slice(0, at) + code[at + 1]! + code[at]! + code.slice(at + 2)
      assert.notEqual(codeOf(checkUscc(swapped)), 'ok')
    }),
    runs,
  )
})

test('S2-074 an 组织机构代码 is accepted with and without hyphen and printed with it', () => {
  for (const code of ['D2143569-X', '71526726-X', '80210043-3']) {
    assert.equal(valueOf(checkOrgCode(code)), code)
    assert.equal(valueOf(checkOrgCode(code.replace('-', '').toLowerCase())), code)
  }
  assert.match(messageOf(checkOrgCode('8021004-3')), /现为 8 位/)
  assert.match(messageOf(checkOrgCode('8021004*-3')), /第 8 位“\*”/)
  assert.match(messageOf(checkOrgCode('80210043-Y')), /第 9 位“Y”/)
  assert.equal(codeOf(checkOrgCode('80210043-4')), 'orgCode.check')
  assert.equal(codeOf(checkOrgCode(' ')), 'orgCode.empty')
})

test('C-30 the 组织机构代码 is characters 9–17 of the 统一社会信用代码 and itself valid', () => {
  assert.equal(valueOf(orgCodeFromUscc('91110000802100433B')), '80210043-3')
  assert.equal(valueOf(orgCodeFromUscc('9144030071526726XG')), '71526726-X')
  for (const code of usccs) {
    const derived = valueOf(orgCodeFromUscc(code))
    assert.equal(valueOf(checkOrgCode(derived)), derived)
  }
  assert.equal(codeOf(orgCodeFromUscc('911100008021004330')), 'uscc.check')
})

test('any single digit, or the check character, changed in an 组织机构代码 is found', () => {
  // Letters differing by a multiple of 11 (0 and B, A and L) are beyond the standard's check.
  fc.assert(
    fc.property(chars('0123456789', 8), fc.nat(8), fc.nat(40), (body, at, step) => {
      const code = body + orgCodeCheckChar(body)
      const alphabet = at === 8 ? '0123456789X' : '0123456789'
      assert.equal(codeOf(checkOrgCode(code)), 'ok')
      assert.equal(codeOf(checkOrgCode(changed(code, at, alphabet, step))), 'orgCode.check')
    }),
    runs,
  )
})

test('S2-125 an ID number is accepted, and refused with the place that is wrong', () => {
  assert.equal(valueOf(checkIdCard('11010519491231002x')), '11010519491231002X')
  assert.match(messageOf(checkIdCard('11010519491331002X')), /“1949-13-31”不是存在的日期/)
  assert.match(messageOf(checkIdCard('110105194902290021')), /1949-02-29/)
  assert.equal(codeOf(checkIdCard('1101051949123100２1')), 'idCard.check')
  assert.equal(codeOf(checkIdCard('110105491231002')), 'idCard.old')
  assert.equal(codeOf(checkIdCard('1101051949123100')), 'idCard.length')
  assert.match(messageOf(checkIdCard('11010519491231O02X')), /第 15 位“O”不是数字/)
  assert.match(messageOf(checkIdCard('11010519491231002Y')), /第 18 位“Y”/)
  assert.equal(codeOf(checkIdCard('00010519491231002X')), 'idCard.region')
  assert.equal(codeOf(checkIdCard('11010519491231002X', '1949-12-31')), 'ok')
  assert.equal(codeOf(checkIdCard('11010519491231002X', '1949-12-30')), 'idCard.birth')
})

test('any single character changed in an ID number is found', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1900, max: 2025 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
      chars('0123456789', 3),
      fc.nat(17),
      fc.nat(40),
      (year, month, day, order, at, step) => {
        const birth = `${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}`
        const body = `110108${birth}${order}`
        const code = body + idCardCheckChar(body)
        assert.equal(valueOf(checkIdCard(code)), code)
        assert.notEqual(codeOf(checkIdCard(changed(code, at, '0123456789X', step))), 'ok')
      },
    ),
    runs,
  )
})

test('S2-084 a mobile number is accepted in the ways people write it', () => {
  for (const text of [
    '13900000001',
    '139 0000 0001',
    '+86 139-0000-0001',
    '１３９０００００００１',
  ])
    assert.equal(valueOf(checkMobile(text)), '13900000001')
  assert.equal(codeOf(checkMobile('')), 'mobile.empty')
  assert.equal(codeOf(checkMobile('1390000000a')), 'mobile.character')
  assert.match(messageOf(checkMobile('1390000000')), /现为 10 位/)
  assert.match(messageOf(checkMobile('12900000001')), /以“12”开头/)
})

test('S2-086 a landline keeps its area code, number and extension', () => {
  assert.equal(valueOf(checkLandline('010-55500101')), '010-55500101')
  assert.equal(valueOf(checkLandline('（010）5550 0101 转 8001')), '010-55500101-8001')
  assert.equal(valueOf(checkLandline('+86-10-55500101')), '010-55500101')
  assert.equal(valueOf(checkLandline('0312-5550101')), '0312-5550101')
  assert.equal(valueOf(checkLandline('01055500101')), '010-55500101')
  assert.equal(codeOf(checkLandline('55500101')), 'landline.form')
  assert.equal(codeOf(checkLandline('010-555001')), 'landline.form')
  assert.equal(codeOf(checkLandline('010-5550010Q')), 'landline.character')
  assert.equal(codeOf(checkLandline('')), 'landline.empty')
})

test('S2-087 a postcode has six digits', () => {
  assert.equal(valueOf(checkPostcode('１０００８３')), '100083')
  for (const text of ['10008', '1000833', '10008a', '000000'])
    assert.equal(codeOf(checkPostcode(text)), 'postcode.form')
  assert.equal(codeOf(checkPostcode('')), 'postcode.empty')
})

test('a 海关注册编码 has ten places and no check digit', () => {
  assert.equal(valueOf(checkCustomsCode('11089600a1')), '11089600A1')
  assert.equal(customsZone('1108960001'), '其他')
  assert.equal(customsZone('1113260001'), '经济技术开发区')
  assert.match(messageOf(checkCustomsCode('91110000802100433B')), /现为 18 位/)
  assert.match(messageOf(checkCustomsCode('11A8960001')), /第 3 位“A”/)
  assert.equal(codeOf(checkCustomsCode('1108060001')), 'customsCode.zone')
  assert.match(messageOf(checkCustomsCode('110896000*')), /第 10 位“\*”/)
  assert.equal(codeOf(checkCustomsCode('')), 'customsCode.empty')
})

test('fictitious codes are valid, repeatable and do not collide', () => {
  const many = Array.from({ length: 500 }, (_, i) => demoUscc(i))
  assert.equal(new Set(many).size, 500)
  for (const code of many) assert.equal(codeOf(checkUscc(code)), 'ok')
  assert.equal(demoUscc('university'), demoUscc('university'))
  for (const seed of [0, 1, 'window', 'director']) {
    assert.equal(codeOf(checkOrgCode(valueOf(orgCodeFromUscc(demoUscc(seed))))), 'ok')
    assert.equal(codeOf(checkIdCard(demoIdCard(seed), '2026-11-23')), 'ok')
    assert.equal(codeOf(checkMobile(demoMobile(seed))), 'ok')
    assert.equal(codeOf(checkCustomsCode(demoCustomsCode(seed))), 'ok')
  }
})

test('no text whatever makes a check throw, and every refusal tells how to mend it', () => {
  const checks = [
    checkUscc,
    checkOrgCode,
    (text: string) => checkIdCard(text),
    checkMobile,
    checkLandline,
    checkPostcode,
    checkCustomsCode,
  ]
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 24 }), (text) => {
      for (const check of checks) {
        const answer = check(text)
        if (!answer.ok) assert.match(answer.message, /请/)
      }
    }),
    runs,
  )
})
