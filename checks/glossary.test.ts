import assert from 'node:assert/strict'
import { test } from 'node:test'
import { glossaryPage, writtenPart } from '#tools/generate-glossary.ts'
import { filesOf, readText, refuseBreaches } from './tree.ts'

/** Rows of the written tables: Chinese terms and the word. */
const rows = Array.from(writtenPart().matchAll(/^\| ([^|]+) \| ([^|]+) \| ([^|]+) \|$/gm))
  .map(([, zh, word]) => ({ zh: zh!.trim(), word: word!.trim() }))
  .filter(({ zh }) => /[一-鿿]/.test(zh) && zh !== '中文')

test('docs/glossary.md is what `npm run docs` writes now', async () => {
  assert.ok(
    readText('docs/glossary.md') === (await glossaryPage()),
    'docs/glossary.md is stale: run `npm run docs` and commit it',
  )
})

test('one term, one word: neither stands twice', () => {
  const all = [
    ...rows.flatMap(({ zh }) => zh.split('、')),
    ...rows.flatMap(({ word }) => word.split(', ')),
  ]
  refuseBreaches(
    'listed twice:',
    all.filter((term, i) => all.indexOf(term) !== i),
  )
})

test('every word of a built room is really used in code', () => {
  const [built = ''] = writtenPart().split('## Later rooms')
  const code = filesOf('{frame,rooms,shell}/**/*.{ts,tsx}')
    .map(({ text }) => text)
    .join('\n')
    .toLowerCase()
  const unused = rows
    .filter(({ zh }) => built.includes(`| ${zh} |`))
    .flatMap(({ word }) => word.split(', '))
    .filter((word) => {
      const spellings = [
        word,
        word.replaceAll(' ', '-'),
        word.replaceAll(' ', ''),
        word.replaceAll('-', ''),
      ]
      return !spellings.some((spelling) => code.includes(spelling.toLowerCase()))
    })
  refuseBreaches('no code says so:', unused)
})
