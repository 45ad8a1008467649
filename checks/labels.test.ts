import assert from 'node:assert/strict'
import { test } from 'node:test'
import path from 'node:path'
import { filesOf, isForTests, refuseBreaches, root } from './tree.ts'

/** Latin words that Chinese readers of this field use as they are. */
const latinInChinese = new Set(
  `WHO J K DNA RNA HIV BSL ABSL GMP GLP ISO GB UN GS1 QR ID HS CIQ PDF JPEG PNG Word Excel WPS docx xlsx xls doc
   SHA-256 TOTP SMTP_URL SMS_URL ASVS https tlog-proof vkey Alt+Enter Enter F8 Shift+F8 Ctrl Tab Esc
   FreeOTP Microsoft Authenticator M tuberculosis jhfzgj ml mg kg MB KB API OpenAPI clamd GB/T USCC
   SIGNING_CERTIFICATE MAIL_FROM PUBLIC_URL CLAMD SMTP SMS USD V/W  A B C D n S1 S2 N95`
    .split(/\s+/)
    .concat(['A1', 'A2', 'B1', 'B2', 'C1', 'C2']),
)

/** Pages that show the parts to those who build pages name them in code. */
const forBuilders = /^shell\/examples\//

const pair =
  /\bzh:\s*(['"`])((?:\\.|(?!\1)[\s\S])*)\1(?:\s*,\s*en:\s*(['"`])((?:\\.|(?!\3)[\s\S])*)\3)?/g

/** Texts for Chinese papers only, by file. */
const forPapers = ['rooms/licence/pages/act-words.ts']
const chineseOnly = (at: string) => forPapers.some((file) => at.startsWith(`${file}:`))

/** The switch of languages names each in itself. */
const theSwitch = new Set(['English', 'Switch to English'])

interface Pair {
  at: string
  zh: string
  en: string | undefined
}

/** Every pair of words written in the code. */
function pairs(): Pair[] {
  return filesOf('{frame,rooms,shell}/**/*.{ts,tsx}')
    .filter(({ path: name }) => !isForTests(name) && !forBuilders.test(name))
    .flatMap(({ path: name, text }) =>
      Array.from(text.matchAll(pair), (m) => ({
        at: `${name}:${text.slice(0, m.index).split('\n').length}`,
        zh: m[2]!,
        en: m[4],
      })),
    )
    .filter(({ zh }) => !theSwitch.has(zh))
}

/** What stands between words for the program: {placeholders} and ${parts}. */
const withoutBlanks = (text: string) => text.replaceAll(/\$?\{[^{}]*\}/g, '')

test('words stand in Chinese and in English side by side, neither empty', () => {
  const wrong = pairs().filter(({ at, zh, en }) => {
    if (en === undefined) return true
    const nothing = zh === '' && en === ''
    // A measure word such as 件 has no English.
    const measure = zh.length === 1 && en === ''
    return !nothing && !measure && !chineseOnly(at) && (!zh.trim() || !en.trim())
  })
  refuseBreaches(
    'a word without its other language:',
    wrong.map(({ at, zh }) => `${at} ${zh}`),
  )
})

test('no English leaks into the Chinese words', () => {
  const wrong = pairs().flatMap(({ at, zh }) => {
    const latin =
      withoutBlanks(zh)
        .replaceAll(/\bS[12]-\d{3}\b/g, '')
        .match(/[A-Za-z][A-Za-z0-9+/_-]*/g) ?? []
    const strange = latin.filter((word) => !latinInChinese.has(word))
    return strange.length > 0 ? [`${at} “${zh}”: ${strange.join(' ')}`] : []
  })
  refuseBreaches('say it in Chinese, or list the word in checks/labels.test.ts:', wrong)
})

test('no Chinese is left in the English words', () => {
  // A Chinese name of a form or a paper may stand beside its English in brackets.
  const wrong = pairs().filter(({ en }) => {
    const rest = withoutBlanks(en ?? '').replaceAll(/[(（“"][^)）”"]*[)）”"]/g, '')
    return /[一-鿿]{2}/.test(rest)
  })
  refuseBreaches(
    'say it in English:',
    wrong.map(({ at, en }) => `${at} ${en ?? ''}`),
  )
})

test('the same blanks are filled in both languages', () => {
  const blanks = (text: string) => new Set(text.match(/(?<!\$)\{[a-zA-Z]+\}/g))
  const wrong = pairs().filter(({ zh, en }) => {
    // English leaves a number out where it says "one"; it never asks for more than the Chinese gives.
    const given = blanks(zh)
    return [...blanks(en ?? '')].some((blank) => !given.has(blank))
  })
  refuseBreaches(
    'a blank that the Chinese sentence does not have:',
    wrong.map(({ at, en }) => `${at} ${en ?? ''}`),
  )
})

test('files of words hold nothing but words', async () => {
  for (const { path: name } of filesOf('{frame,rooms,shell}/**/{labels,*-words,words}.ts')) {
    if (name.includes('/pages/') && name.endsWith('.tsx')) continue
    const module = (await import(path.join(root, name))) as Record<string, unknown>
    assert.ok(Object.keys(module).length > 0, `${name} exports nothing`)
    refuseBreaches(`${name} has half a pair:`, halves(module, ''))
  }
})

/** Where an object has one language without the other. */
function halves(value: unknown, at: string): string[] {
  if (typeof value !== 'object' || value === null) return []
  const own = value as Record<string, unknown>
  const half = 'zh' in own !== 'en' in own
  return [
    ...(half ? [at] : []),
    ...Object.entries(own).flatMap(([key, inner]) => halves(inner, `${at}.${key}`)),
  ]
}
