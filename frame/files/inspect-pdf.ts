import { Findings, Unreadable, type FindingCode } from './finding.ts'
import { PdfFile } from './pdf-file.ts'
import {
  dictIn,
  nameIn,
  PdfName,
  PdfText,
  type PdfDict,
  type PdfObject,
  type PdfValue,
} from './pdf-values.ts'
import type { KindInspection } from './inspection.ts'

const mostPages = 5000

/** Action types (the value of /S) that do more than move within the document. */
const actions = byName<FindingCode>({
  JavaScript: 'pdf-script',
  Launch: 'pdf-launch',
  GoToR: 'pdf-remote',
  GoToE: 'pdf-remote',
  SubmitForm: 'pdf-submit',
  ImportData: 'pdf-submit',
  Rendition: 'pdf-media',
  Movie: 'pdf-media',
  Sound: 'pdf-media',
  GoTo3DView: 'pdf-media',
  RichMediaExecute: 'pdf-media',
})

/** Annotation types whose content no page shows. */
const annotations = byName<FindingCode>({
  RichMedia: 'pdf-media',
  Screen: 'pdf-media',
  Movie: 'pdf-media',
  Sound: 'pdf-media',
  '3D': 'pdf-media',
  FileAttachment: 'pdf-attachment',
})

/**
 * Inspects a PDF by its objects, also those inside object streams: text that merely speaks of scripts is
 * no finding, a script hidden in a compressed object is. In: the whole file. Out: page count and findings.
 */
export function inspectPdf(bytes: Buffer): KindInspection {
  const findings = new Findings()
  checkEnds(bytes, findings)
  const file = new PdfFile(bytes)
  const check = new PdfCheck(file, findings)
  file.walk(
    (object) => check.object(object),
    (trailer) => check.trailer(trailer),
  )
  check.finish()
  return { reasons: findings.list(), facts: { pages: check.pages } }
}

function checkEnds(bytes: Buffer, findings: Findings): void {
  const end = bytes.lastIndexOf('%%EOF')
  if (end < 0) throw new Unreadable('truncated')
  const after = bytes.subarray(end + 5)
  if (!after.every((c) => c === 0 || c === 9 || c === 10 || c === 12 || c === 13 || c === 32))
    findings.add('content-after')
}

class PdfCheck {
  readonly #file: PdfFile
  readonly #findings: Findings
  readonly #pages = new Set<number>()
  // Judged at the end, when every object can be resolved.
  readonly #later: (() => void)[] = []
  #catalogs = 0

  constructor(file: PdfFile, findings: Findings) {
    this.#file = file
    this.#findings = findings
  }

  get pages(): number {
    return this.#pages.size
  }

  object(object: PdfObject): void {
    const dict = dictIn(object.value)
    const type = dict && nameIn(dict.get('Type'))
    if (type === 'Page') this.#pages.add(object.num)
    if (type === 'Catalog') this.#catalogs++
    if (type === 'XRef') this.trailer(dict!)
    if (dict && object.data) this.#stream(dict, type)
    this.#value(object.value)
  }

  trailer(trailer: PdfDict): void {
    if (trailer.has('Encrypt')) throw new Unreadable('encrypted')
    this.#value(trailer)
  }

  finish(): void {
    for (const judge of this.#later) judge()
    if (this.#catalogs === 0) throw new Unreadable('broken', '没有文档目录')
    if (this.#pages.size === 0) throw new Unreadable('broken', '没有页面')
    if (this.#pages.size > mostPages) this.#findings.add('pdf-pages', String(this.#pages.size))
  }

  #stream(dict: PdfDict, type: string | undefined): void {
    if (type === 'EmbeddedFile') this.#findings.add('pdf-attachment')
    // the data of this stream lies in another file
    if (dict.has('F') && dict.get('F') !== null) this.#findings.add('pdf-remote', '外部数据文件')
  }

  // Not recursive by call: nesting is limited by the lexer, but breadth is not.
  #value(value: PdfValue): void {
    const waiting: PdfValue[] = [value]
    while (waiting.length > 0) {
      const next = waiting.pop()
      if (next instanceof Map) {
        this.#dict(next)
        for (const inner of next.values()) if (isNested(inner)) waiting.push(inner)
      } else if (Array.isArray(next)) {
        for (const inner of next as readonly PdfValue[]) if (isNested(inner)) waiting.push(inner)
      }
    }
  }

  #dict(dict: PdfDict): void {
    for (const [key, value] of dict) {
      if (value === null) continue
      const judge = entries.get(key)
      if (!judge) continue
      // A plain name or number can be judged at once; whatever needs another object waits for all of them.
      if (value instanceof PdfName) judge(this.#file, value, this.#findings, dict)
      else this.#later.push(() => judge(this.#file, value, this.#findings, dict))
    }
  }
}

const isNested = (value: PdfValue) => value instanceof Map || Array.isArray(value)

type Judge = (file: PdfFile, value: PdfValue, findings: Findings, dict: PdfDict) => void

const isFilled = (file: PdfFile, value: PdfValue): boolean => {
  const resolved = file.resolve(value)
  return resolved instanceof Map
    ? resolved.size > 0
    : Array.isArray(resolved) && resolved.length > 0
}

const whenFilled =
  (code: FindingCode): Judge =>
  (file, value, findings) => {
    if (isFilled(file, value)) findings.add(code)
  }

// A names tree counts when it has a name in it; some programs write an empty one.
const whenNames =
  (code: FindingCode): Judge =>
  (file, value, findings) => {
    const tree = dictIn(file.resolve(value))
    if (tree && ['Names', 'Kids'].some((key) => isFilled(file, tree.get(key) ?? null)))
      findings.add(code)
  }

/** What an entry of a dictionary means, by its key. */
const entries = byName<Judge>({
  S: (file, value, findings) => {
    const code = actions.get(nameIn(file.resolve(value)) ?? '')
    if (code) findings.add(code, '跳转到别的文件')
  },
  JS: (file, value, findings) => {
    if (file.resolve(value) instanceof PdfText || file.isStream(value)) findings.add('pdf-script')
  },
  JavaScript: whenNames('pdf-script'),
  EmbeddedFiles: whenNames('pdf-attachment'),
  EF: whenFilled('pdf-attachment'),
  Collection: whenFilled('pdf-attachment'),
  RichMediaContent: whenFilled('pdf-media'),
  AA: whenFilled('pdf-additional-action'),
  XFA: (file, value, findings) => {
    if (isFilled(file, value) || file.isStream(value)) findings.add('pdf-xfa')
  },
  Subtype: (file, value, findings) => {
    const code = annotations.get(nameIn(file.resolve(value)) ?? '')
    if (code) findings.add(code)
  },
  OpenAction: (file, value, findings) => {
    const action = dictIn(file.resolve(value))
    const type = action && (nameIn(file.resolve(action.get('S'))) ?? '未知')
    if (type && type !== 'GoTo') findings.add('pdf-open-action', type)
  },
  // an imported page of another file
  Ref: (file, value, findings) => {
    if (dictIn(file.resolve(value))?.has('F')) findings.add('pdf-remote', '别的文件中的页面')
  },
  URI: (file, value, findings) => {
    const target = file.resolve(value)
    const start = target instanceof PdfText ? target.start.trim().toLowerCase() : ''
    if (start.startsWith('javascript:')) findings.add('pdf-script')
    if (start.startsWith('file:')) findings.add('pdf-remote', '本机文件的链接')
  },
})

// A map, because a name taken from a file may be "constructor".
function byName<T>(table: Record<string, T>): ReadonlyMap<string, T> {
  return new Map(Object.entries(table))
}
