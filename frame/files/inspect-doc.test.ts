import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeCompound, wordStream, type CompoundPart } from './corpus/doc.ts'
import { makeZip } from './corpus/zip.ts'
import { inspect } from './inspect.ts'

const document: CompoundPart = { path: 'WordDocument', content: wordStream() }
const some = Buffer.alloc(600, 1)

async function codesOf(bytes: Buffer): Promise<string[]> {
  const seen = await inspect(bytes)
  return seen.ok ? [] : seen.reasons.map((r) => r.code)
}

test('S2-170 a Word 97-2003 document is accepted, also with an emptied object pool', async () => {
  const plain = makeCompound([document, { path: '1Table', content: some }, { path: 'ObjectPool' }])
  assert.deepEqual(await inspect(plain), { ok: true, kind: 'doc', facts: {} })
})

const hostile: [string, string, CompoundPart[]][] = [
  [
    'macros',
    'office-macro',
    [
      document,
      { path: 'Macros' },
      { path: 'Macros/VBA' },
      { path: 'Macros/VBA/ThisDocument', content: some },
    ],
  ],
  [
    'macros under another name',
    'office-macro',
    [document, { path: 'x' }, { path: 'x/_VBA_PROJECT', content: some }],
  ],
  [
    'an embedded object',
    'office-object',
    [document, { path: 'ObjectPool' }, { path: 'ObjectPool/_1' }],
  ],
  [
    'an embedded file',
    'office-object',
    [document, { path: 'x' }, { path: 'x/\u0001Ole10Native', content: some }],
  ],
  ['a password', 'encrypted', [{ path: 'WordDocument', content: wordStream(true) }]],
  ['the package of an encrypted docx', 'encrypted', [{ path: 'EncryptedPackage', content: some }]],
  ['a workbook', 'legacy-other', [{ path: 'Workbook', content: some }]],
  ['a presentation', 'legacy-other', [{ path: 'PowerPoint Document', content: some }]],
  [
    'a text of Word 6',
    'legacy-other',
    [{ path: 'WordDocument', content: wordStream(false, 0x65) }],
  ],
]
for (const [what, code, parts] of hostile)
  test(`a compound file with ${what} is refused`, async () => {
    assert.deepEqual(await codesOf(makeCompound(parts)), [`file-${code}`])
  })

test('a compound file cut short, circular or followed by something is refused', async () => {
  const plain = makeCompound([document])
  assert.deepEqual(await codesOf(plain.subarray(0, 1024)), ['file-truncated'])
  const circle = Buffer.from(plain)
  circle.writeUInt32LE(9, 512 + 9 * 4)
  assert.deepEqual(await codesOf(circle), ['file-broken'])
  assert.deepEqual(await codesOf(Buffer.concat([plain, Buffer.from('MZ')])), ['file-content-after'])
  const zip = makeZip([{ name: 'a', content: 'a' }])
  const padded = Buffer.concat([plain, Buffer.alloc(512 - zip.length), zip])
  assert.deepEqual(await codesOf(padded), ['file-hidden-zip'])
})
