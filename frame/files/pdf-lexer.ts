import { Unreadable } from './finding.ts'
import { isDigit, isRegular, isSpace, latin } from './pdf-chars.ts'
import { PdfName, PdfRef, PdfText, type PdfDict, type PdfValue } from './pdf-values.ts'

const deepest = 200
// An object of more values than this would cost more memory than a check may use.
const mostValues = 400_000
const keptText = 64
// Words that end an unfinished array or dictionary: readers recover there, so this one does too.
const boundaries = new Set(['endobj', 'endstream', 'obj', 'stream', 'xref', 'trailer', 'startxref'])

/** How much work one inspection may do, so that no file can make it quadratic. Counted in bytes read. */
export class Budget {
  #left: number
  constructor(bytes: number) {
    this.#left = bytes
  }

  /** Errors: Unreadable too-complex when used up. */
  spend(bytes: number): void {
    this.#left -= bytes
    if (this.#left < 0) throw new Unreadable('too-complex', '重复嵌套的内容过多')
  }
}

/**
 * Reads PDF values from bytes at `pos`, as forgiving as the readers people use: whatever one of them
 * would understand must be understood here too. Never throws for malformed text, only Unreadable when
 * nesting or work goes beyond the limits.
 */
export class PdfLexer {
  readonly bytes: Uint8Array
  pos: number
  readonly #budget: Budget
  #values = 0

  constructor(bytes: Uint8Array, pos: number, budget: Budget) {
    this.bytes = bytes
    this.pos = pos
    this.#budget = budget
  }

  get ended(): boolean {
    return this.pos >= this.bytes.length
  }

  /** Moves past white space and comments. */
  skipSpace(): void {
    const from = this.pos
    const { bytes } = this
    while (this.pos < bytes.length) {
      const c = bytes[this.pos]!
      if (c === 37)
        while (this.pos < bytes.length && bytes[this.pos] !== 10 && bytes[this.pos] !== 13)
          this.pos++
      else if (isSpace(c)) this.pos++
      else break
    }
    this.#budget.spend(this.pos - from)
  }

  /** The run of regular characters here, without moving. */
  peekWord(): string {
    let end = this.pos
    while (end < this.bytes.length && end - this.pos < 256 && isRegular(this.bytes[end]!)) end++
    return latin(this.bytes, this.pos, end)
  }

  /** Moves past one token of any sort: at least one byte. */
  skipToken(): void {
    const from = this.pos
    this.pos++
    if (isRegular(this.bytes[from]!))
      while (!this.ended && isRegular(this.bytes[this.pos]!)) this.pos++
    this.#budget.spend(this.pos - from)
  }

  /** `12 0 obj` here: the object's number, having moved past it; null (not moved) when it is not there. */
  objectHeader(): number | null {
    const from = this.pos
    const num = this.#wholeNumber()
    if (num !== null) {
      this.skipSpace()
      if (this.#wholeNumber() !== null) {
        this.skipSpace()
        if (latin(this.bytes, this.pos, this.pos + 3) === 'obj') {
          this.pos += 3
          return num
        }
      }
    }
    this.pos = from
    return null
  }

  #wholeNumber(): number | null {
    const from = this.pos
    while (this.pos - from < 12 && !this.ended && isDigit(this.bytes[this.pos]!)) this.pos++
    this.#budget.spend(this.pos - from + 1)
    return this.pos === from ? null : Number(latin(this.bytes, from, this.pos))
  }

  /** The value here; null for anything that is none. */
  value(depth = 0): PdfValue {
    this.#values = depth === 0 ? 0 : this.#values + 1
    if (depth > deepest) throw new Unreadable('too-complex', '嵌套层数过多')
    if (this.#values > mostValues) throw new Unreadable('too-complex', '单个对象过大')
    this.skipSpace()
    if (this.ended) return null
    const c = this.bytes[this.pos]!
    if (c === 47) return new PdfName(this.#name())
    if (c === 40) return this.#literalText()
    if (c === 60) return this.bytes[this.pos + 1] === 60 ? this.#dict(depth) : this.#hexText()
    if (c === 91) return this.#array(depth)
    if (isDigit(c) || c === 43 || c === 45 || c === 46) return this.#numberOrRef()
    return this.#keyword()
  }

  #keyword(): PdfValue {
    const word = this.peekWord()
    if (boundaries.has(word)) return null
    this.skipToken()
    return word === 'true' ? true : word === 'false' ? false : null
  }

  #numberOrRef(): PdfValue {
    const from = this.pos
    const word = this.peekWord()
    this.pos += Math.max(word.length, 1)
    this.#budget.spend(this.pos - from)
    if (!/^\d{1,10}$/.test(word)) return Number.parseFloat(word) || 0
    const after = this.pos
    this.skipSpace()
    if (this.#wholeNumber() !== null) {
      this.skipSpace()
      if (this.bytes[this.pos] === 82 && !isRegular(this.bytes[this.pos + 1] ?? 32)) {
        this.pos++
        return new PdfRef(Number(word))
      }
    }
    this.pos = after
    return Number(word)
  }

  #name(): string {
    const from = ++this.pos
    while (!this.ended && isRegular(this.bytes[this.pos]!)) this.pos++
    this.#budget.spend(this.pos - from + 1)
    const raw = latin(this.bytes, from, Math.min(this.pos, from + 512))
    return raw.includes('#')
      ? raw.replace(/#([0-9a-f]{2})/gi, (_, hex: string) =>
          String.fromCharCode(Number.parseInt(hex, 16)),
        )
      : raw
  }

  #literalText(): PdfText {
    const from = ++this.pos
    let open = 1
    while (!this.ended && open > 0) {
      const c = this.bytes[this.pos++]!
      if (c === 92) this.pos++
      else if (c === 40) open++
      else if (c === 41) open--
    }
    this.#budget.spend(this.pos - from + 1)
    return new PdfText(latin(this.bytes, from, Math.min(this.pos - 1, from + keptText)))
  }

  #hexText(): PdfText {
    const from = ++this.pos
    while (!this.ended && this.bytes[this.pos] !== 62) this.pos++
    const hex = latin(this.bytes, from, Math.min(this.pos, from + 2 * keptText)).replace(
      /[^0-9a-f]/gi,
      '',
    )
    this.pos++
    this.#budget.spend(this.pos - from + 1)
    return new PdfText(Buffer.from(hex, 'hex').toString('latin1'))
  }

  #atBoundary(): boolean {
    return this.ended || (isRegular(this.bytes[this.pos]!) && boundaries.has(this.peekWord()))
  }

  #array(depth: number): PdfValue[] {
    const items: PdfValue[] = []
    this.pos++
    for (;;) {
      this.skipSpace()
      if (this.#atBoundary()) return items
      const c = this.bytes[this.pos]!
      if (c === 93) {
        this.pos++
        return items
      }
      // a stray delimiter is stepped over, as readers do
      if (c === 62 || c === 41 || c === 123 || c === 125) this.skipToken()
      else items.push(this.value(depth + 1))
    }
  }

  #dict(depth: number): PdfDict {
    const dict: PdfDict = new Map()
    this.pos += 2
    for (;;) {
      this.skipSpace()
      if (this.#atBoundary()) return dict
      const c = this.bytes[this.pos]!
      if (c === 62) {
        this.pos += this.bytes[this.pos + 1] === 62 ? 2 : 1
        return dict
      }
      if (c !== 47) {
        this.skipToken()
        continue
      }
      const key = this.#name()
      this.skipSpace()
      const value = this.bytes[this.pos] === 62 ? null : this.value(depth + 1)
      if (dict.has(key)) refuseAmbiguous(key, dict.get(key), value)
      dict.set(key, value)
    }
  }
}

// Readers disagree on which of two entries counts; where that decides what an object is, neither may.
function refuseAmbiguous(key: string, first: PdfValue | undefined, second: PdfValue): void {
  if (key !== 'S' && key !== 'Subtype' && key !== 'Type') return
  if (first instanceof PdfName && second instanceof PdfName && first.name === second.name) return
  throw new Unreadable('broken', `同一对象里 /${key} 出现两次`)
}
