import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { seed, sizes } from '#checks/sizes.ts'
import { makeCompound, wordStream } from './corpus/doc.ts'
import { makeOffice } from './corpus/office.ts'
import { hostileOffice } from './corpus/office-hostile.ts'
import { hostilePdfs, innocentPdfs, makePdf } from './corpus/pdf.ts'
import { makeJpeg, makePng } from './corpus/pictures.ts'
import { inspect } from './inspect.ts'

const longest = 2000
const memory = 256 * 1024 * 1024

const corpus: Buffer[] = [
  ...[...hostilePdfs, ...innocentPdfs].flatMap(({ objects }) => [
    makePdf({ objects }),
    makePdf({ objects, packed: true }),
    makePdf({ objects, lostTable: true }),
  ]),
  ...hostileOffice.slice(0, 20).map(({ plan }) => makeOffice(plan)),
  makeOffice(),
  makeCompound([{ path: 'WordDocument', content: wordStream() }, { path: 'Macros' }]),
  makeJpeg(40, 30),
  makePng(40, 30),
]

/** One change: cut a piece out, repeat it, overwrite a byte, or put in a piece of another file. */
const change = fc.record({
  how: fc.constantFrom('cut', 'repeat', 'byte', 'graft', 'number'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(200),
  byte: fc.nat(255),
  other: fc.nat(corpus.length - 1),
})

function apply(
  bytes: Buffer,
  c: { how: string; at: number; length: number; byte: number; other: number },
) {
  const at = Math.floor(c.at * bytes.length)
  const end = Math.min(bytes.length, at + c.length)
  const piece = bytes.subarray(at, end)
  if (c.how === 'cut') return Buffer.concat([bytes.subarray(0, at), bytes.subarray(end)])
  if (c.how === 'repeat') return Buffer.concat([bytes.subarray(0, end), piece, bytes.subarray(at)])
  if (c.how === 'graft') {
    const other = corpus[c.other]!
    const from = Math.floor(c.at * other.length)
    return Buffer.concat([
      bytes.subarray(0, at),
      other.subarray(from, from + c.length),
      bytes.subarray(at),
    ])
  }
  const copy = Buffer.from(bytes)
  // extreme lengths and offsets are where walkers go astray
  if (c.how === 'number') copy.fill(c.byte > 127 ? 0xff : 0, at, Math.min(copy.length, at + 4))
  else if (copy.length > 0) copy[Math.min(at, copy.length - 1)] = c.byte
  return copy
}

test('no alteration of any file makes the inspection throw, hang or swallow memory', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat(corpus.length - 1),
      fc.array(change, { minLength: 1, maxLength: 6 }),
      async (index, changes) => {
        const file = changes.reduce<Buffer>(apply, corpus[index]!)
        const began = process.cpuUsage()
        const seen = await inspect(file)
        const used = process.cpuUsage(began)
        assert.ok((used.user + used.system) / 1000 < longest)
        assert.ok(process.memoryUsage.rss() < memory * 2)
        if (!seen.ok) assert.ok(seen.reasons.length > 0)
      },
    ),
    { numRuns: sizes.properties * 5, seed },
  )
})

// Files built to be slow: each would be quadratic or without end for a careless reader.
const slow: [string, () => Buffer][] = [
  ['deep arrays', () => pdfWith('['.repeat(2_000_000))],
  ['deep dictionaries', () => pdfWith('<< /A '.repeat(400_000))],
  ['unclosed strings, each beginning an object', () => pdfWith('1 0 obj ( '.repeat(300_000))],
  ['streams without an end', () => pdfWith('1 0 obj << >> stream '.repeat(200_000))],
  ['a million references in a row', () => pdfWith(`[${'1 0 R '.repeat(1_000_000)}]`)],
  [
    'a table that leads to itself',
    () => Buffer.from('%PDF-1.4\nxref\n0 1\n0 0 f \ntrailer << /Prev 9 >>\nstartxref\n9\n%%EOF'),
  ],
  ['an object stream of a million objects', () => packedPdf(1_000_000)],
  [
    'an XML part of one endless tag',
    () => makeOffice({ body: `<w:p ${'a="b" '.repeat(500_000)}` }),
  ],
  [
    'an XML part of open fields',
    () =>
      makeOffice({
        body: '<w:fldChar w:fldCharType="begin"/><w:instrText>x</w:instrText>'.repeat(100_000),
      }),
  ],
]

function pdfWith(text: string): Buffer {
  return Buffer.from(`%PDF-1.7\n1 0 obj\n${text}\n%%EOF\n`, 'latin1')
}

function packedPdf(count: number): Buffer {
  const index = Array.from({ length: count }, (_, i) => `${i + 10} 0`).join(' ')
  return makePdf({
    objects: [
      `<< /Type /Catalog /Pages 2 0 R >>`,
      `<< /Type /ObjStm /N ${count} /First ${index.length} /Length ${index.length + 5} >>\nstream\n${index} null\nendstream`,
    ],
  })
}

for (const [what, make] of slow)
  test(`a file of ${what} is refused in time`, async () => {
    const file = make()
    const began = process.cpuUsage()
    const seen = await inspect(file)
    const used = process.cpuUsage(began)
    assert.equal(seen.ok, false)
    assert.ok((used.user + used.system) / 1000 < longest)
  })
