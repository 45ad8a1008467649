/**
 * Just enough of the PDF file format to add objects behind a file that the typesetter wrote: one classic
 * cross-reference table, dictionaries without comments. Texts are latin1, so that bytes survive unchanged.
 */
export interface PdfFile {
  /** Byte offset of each object by its number. */
  offsets: Map<number, number>
  /** Byte offset of the last cross-reference table. */
  xref: number
  /** Text of the last trailer dictionary, without its brackets. */
  trailer: string
  /** One above the highest object number. */
  size: number
}

/** Reads where the objects are. Errors: throws for a file with cross-reference streams or none. */
export function readPdf(bytes: Buffer): PdfFile {
  const tail = bytes.toString('latin1', Math.max(0, bytes.length - 2048))
  const start = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)
  const xref = Number(start?.[1])
  if (!start || bytes.toString('latin1', xref, xref + 4) !== 'xref')
    throw new Error('the file has no classic cross-reference table')
  const text = bytes.toString('latin1', xref)
  const trailerAt = text.indexOf('trailer')
  const trailer = /<<([\s\S]*)>>\s*startxref/.exec(text.slice(trailerAt))?.[1] ?? ''
  const offsets = readTable(text.slice(4, trailerAt))
  const size = Number(/\/Size\s+(\d+)/.exec(trailer)?.[1])
  if (!Number.isInteger(size) || offsets.size === 0) throw new Error('the trailer cannot be read')
  return { offsets, xref, trailer, size }
}

function readTable(table: string): Map<number, number> {
  const offsets = new Map<number, number>()
  const lines = table.trim().split(/\r?\n/)
  for (let i = 0; i < lines.length;) {
    const [first, count] = (lines[i] ?? '').trim().split(/\s+/).map(Number)
    if (first === undefined || count === undefined)
      throw new Error('the cross-reference table is broken')
    for (let n = 0; n < count; n++) {
      const entry = /^(\d{10}) \d{5} n/.exec(lines[i + 1 + n] ?? '')
      if (entry) offsets.set(first + n, Number(entry[1]))
    }
    i += count + 1
  }
  return offsets
}

/** The dictionary text of an object, brackets included. In: its number. Errors: throws when it is absent. */
export function dictionaryOf(bytes: Buffer, file: PdfFile, object: number): string {
  const at = file.offsets.get(object)
  if (at === undefined) throw new Error(`object ${object} is absent`)
  const end = bytes.indexOf('endobj', at, 'latin1')
  const body = bytes.toString('latin1', at, end)
  return body.slice(body.indexOf('<<'), body.lastIndexOf('>>') + 2)
}

/** The object number behind a key such as /Root, or null. */
export function referenceIn(dictionary: string, key: string): number | null {
  const found = new RegExp(`/${key}\\s+(\\d+)\\s+\\d+\\s+R`).exec(dictionary)
  return found ? Number(found[1]) : null
}

/** The object numbers of the pages in order, through a page tree of any depth. */
export function pagesOf(bytes: Buffer, file: PdfFile): number[] {
  const root = referenceIn(file.trailer, 'Root')
  const top = root === null ? null : referenceIn(dictionaryOf(bytes, file, root), 'Pages')
  if (top === null) throw new Error('the page tree is absent')
  const walk = (node: number): number[] => {
    const kids = /\/Kids\s*\[([^\]]*)\]/.exec(dictionaryOf(bytes, file, node))
    if (!kids) return [node]
    return [...(kids[1] ?? '').matchAll(/(\d+)\s+\d+\s+R/g)].flatMap((m) => walk(Number(m[1])))
  }
  return walk(top)
}

/**
 * The file with objects added or replaced behind it (an incremental update): the bytes before stay as
 * they are. In: object number → its whole body. The new trailer keeps /Root, /Info and /ID, which PDF/A
 * asks for in every trailer.
 */
export function withObjects(bytes: Buffer, file: PdfFile, objects: Map<number, string>): Buffer {
  const parts: Buffer[] = [bytes, Buffer.from('\n')]
  let at = bytes.length + 1
  const rows: string[] = []
  for (const [number, body] of [...objects].sort(([a], [b]) => a - b)) {
    const part = Buffer.from(`${number} 0 obj\n${body}\nendobj\n`, 'latin1')
    rows.push(`${number} 1\n${String(at).padStart(10, '0')} 00000 n \n`)
    parts.push(part)
    at += part.length
  }
  const size = Math.max(file.size, ...[...objects.keys()].map((n) => n + 1))
  const kept = file.trailer.replace(/\/Size\s+\d+/, `/Size ${size}`).replace(/\/Prev\s+\d+/, '')
  parts.push(
    Buffer.from(
      `xref\n${rows.join('')}trailer\n<<${kept.trimEnd()}\n/Prev ${file.xref}\n>>\nstartxref\n${at}\n%%EOF\n`,
      'latin1',
    ),
  )
  return Buffer.concat(parts)
}
