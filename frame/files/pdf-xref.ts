import { decodeStream } from './pdf-filters.ts'
import type { PdfFile } from './pdf-file.ts'
import { PdfLexer } from './pdf-lexer.ts'
import { dictIn, nameIn, numberIn, type PdfDict, type PdfValue } from './pdf-values.ts'
import { Unreadable } from './finding.ts'

const mostSections = 500
const mostEntries = 500_000

/** What the cross-reference tables say, newest first. */
export interface CrossReferences {
  /** Object number → offset, the newest entry of each. */
  offsets: ReadonlyMap<number, number>
  /** Every offset any table names: readers differ in which of two tables counts. */
  listed: ReadonlySet<number>
  /** Numbers of the streams in which packed objects lie. */
  packers: ReadonlySet<number>
  trailers: readonly PdfDict[]
  /** Every entry leads to the object it names; readers then use the table and nothing else. */
  sound: boolean
}

interface Reading {
  file: Pick<PdfFile, 'bytes' | 'budget' | 'objectAt'>
  offsets: Map<number, number>
  listed: Set<number>
  decided: Set<number>
  packers: Set<number>
  trailers: PdfDict[]
}

/**
 * Follows startxref and every /Prev and /XRefStm. In: the file. Out: the entries; `sound` false when
 * anything in the chain is not as it should be. Errors: Unreadable too-complex beyond the limits.
 */
export function readCrossReferences(
  file: Pick<PdfFile, 'bytes' | 'budget' | 'objectAt'>,
): CrossReferences {
  const reading: Reading = {
    file,
    offsets: new Map(),
    listed: new Set(),
    decided: new Set(),
    packers: new Set(),
    trailers: [],
  }
  const sound = followChain(reading) && entriesLand(reading)
  return { ...reading, sound }
}

function followChain(reading: Reading): boolean {
  const { bytes, budget } = reading.file
  const at = bytes.lastIndexOf('startxref')
  if (at < 0) return false
  const start = numberIn(new PdfLexer(bytes, at + 9, budget).value())
  const waiting: (number | undefined)[] = [start]
  const visited = new Set<number>()
  while (waiting.length > 0) {
    const offset = waiting.shift()
    if (offset === undefined || offset < 0 || offset >= bytes.length) return false
    if (visited.has(offset)) continue
    visited.add(offset)
    if (visited.size > mostSections) throw new Unreadable('too-complex', '修订次数过多')
    const trailer = readSection(reading, offset)
    if (!trailer) return false
    reading.trailers.push(trailer)
    for (const key of ['XRefStm', 'Prev'])
      if (trailer.has(key)) waiting.push(numberIn(trailer.get(key)))
  }
  return true
}

function readSection(reading: Reading, offset: number): PdfDict | null {
  const lexer = new PdfLexer(reading.file.bytes, offset, reading.file.budget)
  lexer.skipSpace()
  if (lexer.peekWord() !== 'xref') return readStreamSection(reading, offset)
  lexer.skipToken()
  for (;;) {
    lexer.skipSpace()
    if (lexer.ended) return null
    if (lexer.peekWord() === 'trailer') {
      lexer.skipToken()
      return dictIn(lexer.value()) ?? null
    }
    if (!readSubsection(reading, lexer)) return null
  }
}

function readSubsection(reading: Reading, lexer: PdfLexer): boolean {
  const first = wholeWord(lexer)
  const count = wholeWord(lexer)
  if (first === null || count === null || count > mostEntries) return false
  for (let i = 0; i < count; i++) {
    const offset = wholeWord(lexer)
    const generation = wholeWord(lexer)
    lexer.skipSpace()
    const word = lexer.peekWord()
    if (offset === null || generation === null || (word !== 'n' && word !== 'f')) return false
    lexer.skipToken()
    // offset 0 in use is how some programs write a free entry
    decide(reading, first + i, word === 'n' && offset > 0 ? offset : null)
  }
  return true
}

function wholeWord(lexer: PdfLexer): number | null {
  lexer.skipSpace()
  const word = lexer.peekWord()
  if (!/^\d{1,10}$/.test(word)) return null
  lexer.skipToken()
  return Number(word)
}

function decide(reading: Reading, num: number, offset: number | null): void {
  if (offset !== null) reading.listed.add(offset)
  if (reading.listed.size > 2 * mostEntries) throw new Unreadable('too-complex', '对象过多')
  if (reading.decided.has(num)) return
  reading.decided.add(num)
  if (reading.decided.size > mostEntries) throw new Unreadable('too-complex', '对象过多')
  if (offset !== null) reading.offsets.set(num, offset)
}

function readStreamSection(reading: Reading, offset: number): PdfDict | null {
  const object = reading.file.objectAt(offset)
  const dict = dictIn(object?.value)
  if (!object?.data || !dict || nameIn(dict.get('Type')) !== 'XRef') return null
  const raw = reading.file.bytes.subarray(object.data.start, object.data.end)
  const widths = numbersIn(dict.get('W'))
  const size = numberIn(dict.get('Size')) ?? 0
  if (widths.length < 3 || widths.some((w) => w < 0 || w > 8)) return null
  const ranges = dict.has('Index') ? numbersIn(dict.get('Index')) : [0, size]
  readRows(reading, decodeStream(dict, raw), widths, ranges)
  return dict
}

function numbersIn(value: PdfValue | undefined): number[] {
  if (!Array.isArray(value)) return []
  return (value as readonly PdfValue[]).map((v) => numberIn(v) ?? -1)
}

function readRows(reading: Reading, bytes: Uint8Array, widths: number[], ranges: number[]): void {
  let at = 0
  const field = (i: number, absent: number) => {
    const width = widths[i]!
    let value = width === 0 ? absent : 0
    for (let k = 0; k < width; k++) value = value * 256 + (bytes[at++] ?? 0)
    return value
  }
  for (let r = 0; r + 1 < ranges.length; r += 2)
    for (let i = 0; i < ranges[r + 1]! && at < bytes.length; i++) {
      const kind = field(0, 1)
      const second = field(1, 0)
      field(2, 0)
      const num = ranges[r]! + i
      if (kind === 2) reading.packers.add(second)
      decide(reading, num, kind === 1 ? second : null)
    }
}

function entriesLand(reading: Reading): boolean {
  for (const [num, offset] of reading.offsets) {
    const lexer = new PdfLexer(reading.file.bytes, offset, reading.file.budget)
    lexer.skipSpace()
    if (lexer.objectHeader() !== num) return false
  }
  return true
}
