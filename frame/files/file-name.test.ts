import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { seed, sizes } from '#checks/sizes.ts'
import { cleanName, nameFromHeader } from './file-name.ts'

test('a Chinese name arrives whole, plain or in the spelling of RFC 5987', () => {
  const name = '描述性文件（终稿）.docx'
  assert.equal(nameFromHeader(encodeURIComponent(name)), name)
  assert.equal(nameFromHeader(`UTF-8''${encodeURIComponent(name)}`), name)
})

test('folders, line breaks and marks that turn the reading direction are taken out', () => {
  assert.equal(cleanName('C:\\Users\\王某\\a.pdf'), 'a.pdf')
  assert.equal(cleanName('../../etc/passwd'), 'passwd')
  assert.equal(cleanName('a\r\nSet-Cookie: b.pdf'), 'aSet-Cookie: b.pdf')
  // shown as “说明exe.pdf” were the mark kept
  assert.equal(cleanName('说明\u202Efdp.exe'), '说明fdp.exe')
})

test('a name too long keeps its ending', () => {
  const clean = cleanName(`${'长'.repeat(300)}.docx`)!
  assert.equal(clean.length, 200)
  assert.ok(clean.endsWith('.docx'))
})

test('no name at all, or a spelling that is none, is no name', () => {
  for (const header of [undefined, '', '  ', '..', '%E4%BD', '%00', 'a/'])
    assert.equal(nameFromHeader(header), null)
})

test('whatever comes in, a name is one safe line that can be written into a header', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
      const clean = cleanName(given)
      if (clean === null) return
      assert.ok(clean.length > 0 && clean.length <= 200)
      assert.doesNotMatch(clean, /[\\/\p{Cc}\p{Cf}]/u)
      assert.equal(nameFromHeader(encodeURIComponent(clean)), clean)
    }),
    { numRuns: sizes.properties, seed },
  )
})
