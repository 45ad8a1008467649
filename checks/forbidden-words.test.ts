import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { filesOf, isForTests, ownFolders, readText, refuseBreaches, sharedText } from './tree.ts'

const print = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16)

/**
 * Hashes, so that what is forbidden does not stand here either: words of the tools a text was written
 * with or in, which say nothing to who reads the product. One word, two words, or a word and a number (0).
 */
const toolWords = new Set([
  'c857d09db23e6822',
  'c70eca6b0f88f44d',
  '60965168ce762e94',
  '7d3194f79e645c42',
  '053ea4804ef1bb33',
  '3ea125d0bff386e6',
  '5d72436256ada538',
  '487b91042c7cf27a',
  'de2187af3fb01170',
  '94a168d2da574b00',
  'd298391b07433318',
  'c5f9d8f01eaaecc5',
  'ee662f0a4316976d',
  '31a85e22a24a7a4f',
  '5eff592cc497fccb',
  'e16202309c921807',
  '9b5509b9bded4b9a',
  '1e32847769dc4a15',
  'cdb56ba0afdce587',
  'db0009aace41b0ea',
  '7b8208d11b1b6f48',
  '09a723c237d91d44',
  '6362a966d9f2a89d',
  '3893f61419a63aac',
  '3c05e0dd8ce331e0',
  '161332dd5ba244f1',
  'dfb62ce6a43b090e',
  '2df7697dbb612878',
  '25d7abe5864ab04a',
])

/** Hashes of the address, the telephones, the server and the mailbox that the guide of 2016 names. */
const realContacts = new Set([
  '2a5f1f775b25cddd',
  '74e3b9fb66366075',
  '825c64029eac4020',
  '8d45957127cbb712',
  '42e7d00bab05d7c2',
  'b818412f6540de1d',
  'c7e6775b04910d6f',
])

const ours = filesOf([
  `{${ownFolders.join(',')}}/**/*.{ts,tsx,mjs,css,html,json,sql,typ,md,lock}`,
  '*.{md,json,ts}',
])

function* toolTerms(text: string): Generator<string> {
  const words = text.toLowerCase().match(/[a-z]+|\d+|[一-鿿]+/g) ?? []
  let before = ''
  for (const raw of words) {
    const word = /^\d/.test(raw) ? '0' : raw
    if (/[一-鿿]/.test(word))
      for (let i = 0; i < word.length; i += 1)
        for (const length of [3, 4]) yield word.slice(i, i + length)
    else {
      yield word
      yield `${before} ${word}`
    }
    before = word
  }
}

function contacts(text: string): string[] {
  return [
    ...(text.match(/(?<![\d.])\d{8}(?!\d)/g) ?? []),
    ...(text.match(/(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])/g) ?? []),
    ...(text.match(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g) ?? []),
    ...(text.match(/[一-鿿]{4}\d+号/g) ?? []),
  ]
}

test('the product speaks of itself, not of the tools it was written with', () => {
  const seen = new Map<string, boolean>()
  const forbidden = (term: string) => {
    let known = seen.get(term)
    if (known === undefined) seen.set(term, (known = toolWords.has(print(term))))
    return known
  }
  const wrong = ours.flatMap(({ path, text }) => {
    const found = new Set<string>()
    for (const term of toolTerms(text)) if (forbidden(term)) found.add(term)
    return [...found].map((term) => `${path}: ${term}`)
  })
  refuseBreaches('words of a workshop:', wrong)
})

test('no real contact of an authority stands in the product', () => {
  const wrong = ours.flatMap(({ path, text }) =>
    contacts(text)
      .filter((contact) => realContacts.has(print(contact)))
      .map((contact) => `${path}: ${contact}`),
  )
  refuseBreaches('real contacts of 2016; make it a setting:', wrong)
})

test('the list of real contacts is whole', (t) => {
  const text = sharedText('obligations.json')
  if (text === null) return t.skip('the source papers are not on this machine')
  const rows = JSON.parse(text) as { id: string; text: string }[]
  const named = ['S2-004', 'S2-005', 'S2-021', 'S2-069']
  const found = rows.filter((row) => named.includes(row.id)).flatMap((row) => contacts(row.text))
  assert.ok(found.length >= 7)
  assert.deepEqual(
    found.filter((contact) => !realContacts.has(print(contact))),
    [],
  )
})

test('mailboxes are at example.cn and telephones plainly invented', () => {
  const wrong = ours.flatMap(({ path, text }) => {
    // An address in a URL of a database is no mailbox.
    const mails = text.replaceAll(/\w+:\/\/\S*/g, '').match(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g) ?? []
    const phones = text.match(/(?<![\w.-])1[3-9]\d{9}(?!\d)/g) ?? []
    return [
      ...mails.filter((mail) => !/[@.]example\.(cn|com|org)$/.test(mail)),
      ...phones.filter((phone) => !/^1\d{2}0000\d{4}$/.test(phone)),
    ].map((what) => `${path}: ${what}`)
  })
  refuseBreaches('could be somebody’s:', wrong)
})

test('no host of a package registry stands in the product', () => {
  const lock = readText('package-lock.json')
  assert.doesNotMatch(lock, /"resolved":/)
  const wrong = [...ours, { path: 'package-lock.json', text: lock }, rc()]
    .filter(({ text }) => /\bregistry[.][a-z0-9-]+[.][a-z]|_auth[T]oken|\bregistry[=]/.test(text))
    .map(({ path }) => path)
  refuseBreaches('belongs to the machine, not to the project:', wrong)
})

const rc = () => ({ path: '.npmrc', text: readText('.npmrc') })

test('no path of one machine stands in documents and code', () => {
  const folders = ['work', 'root', 'home', 'Users'].map((name) => `/${name}/`)
  const wrong = ours.flatMap(({ path, text }) =>
    [...folders, ...(isForTests(path) ? [] : ['/tmp/'])]
      .filter((folder) => new RegExp(`(?<![\\w.~-])${folder}\\w`).test(text))
      .map((folder) => `${path}: ${folder}`),
  )
  refuseBreaches('a path of one machine:', wrong)
})

test('product code reads nothing outside the project', () => {
  const wrong = filesOf('{frame,rooms,shell,law,tools}/**/*.{ts,tsx,mjs}')
    .filter(({ path }) => !isForTests(path))
    .filter(({ text }) => /['"`](?:\.\.\/)+shared\//.test(text))
    .map(({ path }) => path)
  refuseBreaches('copy the fact into law/ with its source:', wrong)
})
