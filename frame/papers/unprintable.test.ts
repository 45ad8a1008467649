import assert from 'node:assert/strict'
import { test } from 'node:test'
import { coverageOf, everyCharacter } from './coverage.ts'
import { unprintable } from './unprintable.ts'

const point = (character: string) => character.codePointAt(0)!
const range = (from: string, to = from) => [point(from), point(to)] as const
// Latin letters, a combining acute, é, and four ideographs
const coverage = coverageOf([
  range(' ', '~'),
  range('\u0301'),
  range('é'),
  range('京'),
  range('华'),
  range('豈'),
  range('㐂'),
])
const said = (text: string) =>
  unprintable(coverage, [{ at: 'consignor', where: '“发货人”', text }]).map((r) => r.message)
const named = (text: string) =>
  said(text)
    .join()
    .match(/U\+[0-9A-F]+/g) ?? []

const cases: [title: string, text: string, missing: string[]][] = [
  ['what the fonts have passes', 'Northfield 京华 㐂', []],
  ['a private-use character is named', '京\ue000华', ['U+E000']],
  ['a rare ideograph beyond the first plane is one character', '京𪚥', ['U+2A6A5']],
  ['each is named once, in the order of the text', '乙甲乙', ['U+4E59', 'U+7532']],
  [
    'line ends, tabs and what has no width need no drawing',
    '京\r\n\t\u200b\u200d\ufe0f\u00ad华',
    [],
  ],
  ['a letter and its mark pass as the whole', 'cafe\u0301', []],
  ['a composed letter that no font has is named', 'ń', ['U+0144']],
  ['a letter and its mark pass as such', 'n\u0301', []],
  ['a mark that no font has is named with its letter', 'n\u0303', ['U+00F1']],
  ['a mark alone is named', '\u0303', ['U+0303']],
  ['a compatibility ideograph is the one it stands for', '\uf900', []],
  ['an empty text has nothing against it', '', []],
]
for (const [title, text, missing] of cases)
  test(title, () => {
    assert.deepEqual(named(text), missing)
  })

test('the reason names field, character, code point and how to mend it; every field is told', () => {
  const texts = [
    { at: 'consignor', where: '“发货人”', text: '京𪚥' },
    { at: 'consignee', where: '“收货人”', text: '京华' },
    { at: 'lines.2.nameZh', where: '附表第 3 行的“中文名称”', text: '\ue000' },
  ]
  const reasons = unprintable(coverage, texts)
  assert.deepEqual(
    reasons.map(({ duty, code, at }) => [duty, code, at]),
    [
      [null, 'no-glyph', 'consignor'],
      [null, 'no-glyph', 'lines.2.nameZh'],
    ],
  )
  assert.match(reasons[0]!.message, /^“发货人”中的“𪚥”（U\+2A6A5）在文书字体里没有/)
  assert.match(reasons[0]!.message, /替换为可显示的字符.*系统管理员.*字体文件/)
  assert.match(reasons[1]!.message, /^附表第 3 行的“中文名称”中的“.”（U\+E000，自造字）/u)
})

test('a whole text in another script is told with eight of its characters and their number', () => {
  const [message = ''] = said('甲乙丙丁戊己庚辛壬癸')
  assert.equal(message.match(/U\+/g)?.length, 8)
  assert.match(message, /等 10 个字符/)
})

test('as long as no font has been read nothing is refused', () => {
  assert.deepEqual(unprintable(everyCharacter, [{ at: 'x', where: 'x', text: '\ue000' }]), [])
})
