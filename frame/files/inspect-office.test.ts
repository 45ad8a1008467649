import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hostileOffice } from './corpus/office-hostile.ts'
import { innocentOffice } from './corpus/office-innocent.ts'
import { makeOffice, officeEntries } from './corpus/office.ts'
import { makeZip, type ZipEntry } from './corpus/zip.ts'
import { inspect } from './inspect.ts'

async function codesOf(bytes: Buffer): Promise<string[]> {
  const seen = await inspect(bytes)
  return seen.ok ? [] : seen.reasons.map((r) => r.code)
}

for (const { what, code, plan } of hostileOffice)
  test(`an office document with ${what} is refused`, async () => {
    assert.deepEqual(await codesOf(makeOffice(plan)), [`file-${code}`])
  })

for (const { what, kind, plan } of innocentOffice)
  test(`an office document with ${what} is accepted`, async () => {
    assert.deepEqual(await inspect(makeOffice(plan)), { ok: true, kind, facts: {} })
  })

test('a document written by a streaming program (sizes after the data) is accepted', async () => {
  const entries = officeEntries().map((e) => ({ ...e, described: true }))
  assert.deepEqual(await codesOf(makeZip(entries)), [])
})

const oddities: [string, string, Partial<ZipEntry>][] = [
  [
    'a name that differs between header and directory',
    'zip-layout',
    { localName: 'word/other.xml' },
  ],
  ['a symbolic link', 'zip-layout', { unixMode: 0o120777 }],
  ['an encrypted part', 'encrypted', { encrypted: true }],
  ['a size that is not true', 'zip-layout', { claimedSize: 3 }],
  [
    'a name that climbs out',
    'zip-layout',
    { name: '../document.xml', localName: '../document.xml' },
  ],
]
for (const [what, code, change] of oddities)
  test(`an archive with ${what} is refused`, async () => {
    const entries = officeEntries()
    entries[3] = { ...entries[3]!, ...change }
    assert.deepEqual(await codesOf(makeZip(entries)), [`file-${code}`])
  })

test('an archive with two parts of one name is refused', async () => {
  const entries = officeEntries()
  assert.deepEqual(
    await codesOf(makeZip([...entries, { ...entries[3]!, name: 'WORD/document.xml' }])),
    ['file-zip-layout'],
  )
})

test('bytes between the parts and the directory, before or after the archive are refused', async () => {
  const entries = officeEntries()
  assert.deepEqual(await codesOf(makeZip(entries, Buffer.from('MZ'))), ['file-zip-layout'])
  assert.deepEqual(await codesOf(makeZip(entries, undefined, 'MZ')), ['file-content-after'])
  assert.deepEqual(await codesOf(Buffer.concat([makeZip(entries), Buffer.from('x')])), [
    'file-content-after',
  ])
  assert.deepEqual(await codesOf(Buffer.concat([Buffer.from('PK\x03\x04'), makeZip(entries)])), [
    'file-zip-layout',
  ])
})

test('an archive that is no office document, or is cut off, says so', async () => {
  assert.deepEqual(await codesOf(makeZip([{ name: 'a.txt', content: 'a' }])), ['file-plain-zip'])
  const whole = makeOffice()
  assert.deepEqual(await codesOf(whole.subarray(0, whole.length / 2)), ['file-truncated'])
})

test('every reason says in Chinese what was found and how to mend it', async () => {
  for (const { plan } of hostileOffice) {
    const seen = await inspect(makeOffice(plan))
    for (const reason of seen.ok ? [] : seen.reasons)
      assert.match(reason.message, /请.+(上传|图片)/)
  }
})
