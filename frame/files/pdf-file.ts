import { Unreadable } from './finding.ts'
import { decodeStream } from './pdf-filters.ts'
import { Budget, PdfLexer } from './pdf-lexer.ts'
import { readCrossReferences, type CrossReferences } from './pdf-xref.ts'
import {
  dictIn,
  nameIn,
  numberIn,
  PdfRef,
  type PdfDict,
  type PdfObject,
  type PdfValue,
} from './pdf-values.ts'

const mostObjects = 300_000
const mostUnpacked = 64 * 1024 * 1024

/** An object taken out of an object stream. */
interface Packed {
  bytes: Uint8Array
  offset: number
}

/**
 * A PDF as its readers may see it. Objects are found in every way a reader could find them: through the
 * cross-reference table, by walking the file outside streams, inside object streams and, when the table
 * is not sound (readers then search the whole file), at every "n g obj" anywhere.
 */
export class PdfFile {
  readonly bytes: Buffer
  readonly references: CrossReferences
  readonly budget: Budget
  readonly #byNumber = new Map<number, number>()
  readonly #packed = new Map<number, Packed>()
  readonly #seen = new Set<number>()
  readonly #packedIn = new Set<number>()
  #unpacked = 0
  #noStreamEndAfter = Infinity

  constructor(bytes: Buffer) {
    this.bytes = bytes
    // Every byte may be looked at a few times; more is a file made to be slow.
    this.budget = new Budget(bytes.length * 12 + 4_000_000)
    this.references = readCrossReferences(this)
  }

  /**
   * Hands every object and every trailer of the file to the caller, each place once.
   * Errors: Unreadable beyond the limits.
   */
  walk(onObject: (object: PdfObject) => void, onTrailer: (trailer: PdfDict) => void): void {
    for (const trailer of this.references.trailers) onTrailer(trailer)
    const streams: PdfObject[] = []
    const visit = (object: PdfObject | null) => {
      if (!object) return
      if (this.#isObjectStream(object)) streams.push(object)
      onObject(object)
    }
    this.#walkOutsideStreams(visit, onTrailer)
    for (const offset of this.references.listed) visit(this.#objectOnce(offset))
    if (!this.references.sound) this.#walkEverywhere(visit, onTrailer)
    for (const stream of streams) this.#unpack(stream, onObject)
  }

  #walkOutsideStreams(visit: (o: PdfObject | null) => void, onTrailer: (t: PdfDict) => void): void {
    const lexer = new PdfLexer(this.bytes, 0, this.budget)
    for (lexer.skipSpace(); !lexer.ended; lexer.skipSpace()) {
      const at = lexer.pos
      if (lexer.objectHeader() !== null) {
        const object = this.#objectOnce(at)
        visit(object)
        lexer.pos = Math.max(object?.end ?? 0, lexer.pos)
      } else if (lexer.peekWord() === 'trailer') {
        lexer.skipToken()
        const trailer = dictIn(lexer.value())
        if (trailer) onTrailer(trailer)
      } else lexer.skipToken()
    }
  }

  #walkEverywhere(visit: (o: PdfObject | null) => void, onTrailer: (t: PdfDict) => void): void {
    for (let at = this.bytes.indexOf('obj'); at >= 0; at = this.bytes.indexOf('obj', at + 3)) {
      const before = this.bytes.toString('latin1', Math.max(0, at - 40), at)
      const header = /(\d{1,11})[\0\t\n\f\r ]+\d{1,11}[\0\t\n\f\r ]*$/.exec(before)
      if (header) visit(this.#objectOnce(at - header[0].length))
    }
    for (
      let at = this.bytes.indexOf('trailer');
      at >= 0;
      at = this.bytes.indexOf('trailer', at + 7)
    ) {
      const trailer = dictIn(new PdfLexer(this.bytes, at + 7, this.budget).value())
      if (trailer) onTrailer(trailer)
    }
  }

  #objectOnce(offset: number): PdfObject | null {
    if (this.#seen.has(offset)) return null
    this.#seen.add(offset)
    const object = this.objectAt(offset)
    if (!object) return null
    if (this.#seen.size + this.#packed.size > mostObjects)
      throw new Unreadable('too-complex', '对象过多')
    this.#byNumber.set(object.num, offset)
    return object
  }

  /** The object whose header is at this offset (white space and comments before it allowed), or null. */
  objectAt(offset: number): PdfObject | null {
    const lexer = new PdfLexer(this.bytes, offset, this.budget)
    lexer.skipSpace()
    const num = lexer.objectHeader()
    if (num === null) return null
    const value = lexer.value()
    lexer.skipSpace()
    const dict = dictIn(value)
    if (!dict || lexer.peekWord() !== 'stream') return { num, value, data: null, end: lexer.pos }
    const data = this.#extent(dict, lexer.pos + 6)
    return { num, value, data, end: data.end }
  }

  #extent(dict: PdfDict, afterWord: number): { start: number; end: number } {
    let start = afterWord
    if (this.bytes[start] === 13) start++
    if (this.bytes[start] === 10) start++
    const length = this.#lengthOf(dict)
    if (length !== undefined && length >= 0 && start + length <= this.bytes.length) {
      const lexer = new PdfLexer(this.bytes, start + length, this.budget)
      lexer.skipSpace()
      if (lexer.peekWord() === 'endstream') return { start, end: start + length }
    }
    if (start >= this.#noStreamEndAfter) return { start, end: this.bytes.length }
    const end = this.bytes.indexOf('endstream', start)
    this.budget.spend(Math.max(0, end - start))
    if (end >= 0) return { start, end }
    this.#noStreamEndAfter = start
    return { start, end: this.bytes.length }
  }

  #lengthOf(dict: PdfDict): number | undefined {
    const length = dict.get('Length')
    if (!(length instanceof PdfRef)) return numberIn(length)
    const offset = this.references?.offsets.get(length.num)
    if (offset === undefined) return undefined
    const lexer = new PdfLexer(this.bytes, offset, this.budget)
    return lexer.objectHeader() === length.num ? numberIn(lexer.value()) : undefined
  }

  #isObjectStream(object: PdfObject): boolean {
    const dict = dictIn(object.value)
    if (!object.data || !dict) return false
    return nameIn(dict.get('Type')) === 'ObjStm' || this.references.packers.has(object.num)
  }

  #unpack(stream: PdfObject, onObject: (object: PdfObject) => void): void {
    if (!stream.data || this.#packedIn.has(stream.data.start)) return
    this.#packedIn.add(stream.data.start)
    const dict = stream.value as PdfDict
    const bytes = decodeStream(dict, this.bytes.subarray(stream.data.start, stream.data.end))
    this.#unpacked += bytes.length
    if (this.#unpacked > mostUnpacked) throw new Unreadable('too-complex', '结构数据解压后过大')
    const head = new PdfLexer(bytes, 0, new Budget(bytes.length * 12 + 10_000))
    const first = numberIn(dict.get('First')) ?? 0
    const count = numberIn(dict.get('N')) ?? 0
    for (let i = 0; i < count && !head.ended; i++) {
      const num = numberIn(head.value())
      const offset = first + (numberIn(head.value()) ?? Infinity)
      if (num === undefined || !(offset < bytes.length)) continue
      this.#packed.set(num, { bytes, offset })
      if (this.#packed.size + this.#seen.size > mostObjects)
        throw new Unreadable('too-complex', '对象过多')
      const value = new PdfLexer(bytes, offset, this.budget).value()
      onObject({ num, value, data: null, end: 0 })
    }
  }

  /** What a value stands for, following references. Out: null for a missing object or a circle. */
  resolve(value: PdfValue | undefined, hops = 0): PdfValue {
    if (!(value instanceof PdfRef)) return value ?? null
    if (hops > 10) return null
    const packed = this.#packed.get(value.num)
    const listed = this.references.offsets.get(value.num)
    if (listed === undefined && packed)
      return this.resolve(new PdfLexer(packed.bytes, packed.offset, this.budget).value(), hops + 1)
    const offset = listed ?? this.#byNumber.get(value.num)
    return offset === undefined ? null : this.resolve(this.objectAt(offset)?.value, hops + 1)
  }

  /** Whether a reference leads to an object that is a stream. */
  isStream(value: PdfValue | undefined): boolean {
    if (!(value instanceof PdfRef)) return false
    const offset = this.references.offsets.get(value.num) ?? this.#byNumber.get(value.num)
    const object = offset === undefined ? null : this.objectAt(offset)
    return object !== null && object.data !== null
  }
}
