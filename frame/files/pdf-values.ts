/** A PDF name such as /Page, with #xx already decoded. */
export class PdfName {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

/** A PDF string; only its beginning is kept, nothing here needs the rest. */
export class PdfText {
  readonly start: string
  constructor(start: string) {
    this.start = start
  }
}

/** A reference to another object: `12 0 R`. */
export class PdfRef {
  readonly num: number
  constructor(num: number) {
    this.num = num
  }
}

export type PdfDict = Map<string, PdfValue>
export type PdfValue =
  | null
  | boolean
  | number
  | PdfName
  | PdfText
  | PdfRef
  | PdfDict
  | readonly PdfValue[]

/** One object of the file. `data` is the raw extent of its stream, if it has one. */
export interface PdfObject {
  num: number
  value: PdfValue
  data: { start: number; end: number } | null
  /** Offset after the object. */
  end: number
}

/** Text of a name value, else undefined. */
export function nameIn(value: PdfValue | undefined): string | undefined {
  return value instanceof PdfName ? value.name : undefined
}

/** A number value, else undefined. */
export function numberIn(value: PdfValue | undefined): number | undefined {
  return typeof value === 'number' ? value : undefined
}

/** A dictionary value, else undefined. */
export function dictIn(value: PdfValue | undefined): PdfDict | undefined {
  return value instanceof Map ? value : undefined
}
