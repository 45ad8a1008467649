import { xmlPieces } from './xml-tags.ts'

/** Field words that fetch from outside or start a program. */
const dangerous = new Set([
  'DDE',
  'DDEAUTO',
  'INCLUDETEXT',
  'INCLUDEPICTURE',
  'IMPORT',
  'LINK',
  'DATABASE',
  'RD',
])
const nested = '由别的域拼出的域'

/**
 * Looks through the fields of one Word part; an instruction may be spread over many runs. In: the part.
 * Out: the word of the first dangerous field, else null. Errors: Unreadable when it is no XML.
 */
export function dangerousField(content: Buffer): string | null {
  const open: string[] = []
  let inInstruction = false
  for (const piece of xmlPieces(content)) {
    if (piece.kind === 'text') {
      if (inInstruction && open.length > 0) open[open.length - 1] += piece.text
      continue
    }
    if (piece.name === 'instrText' || piece.name === 'delInstrText')
      inInstruction = piece.kind === 'open'
    if (piece.kind !== 'open') continue
    if (piece.name === 'fldSimple') {
      const word = wordOf(piece.attributes.get('instr') ?? '')
      if (dangerous.has(word)) return word
    }
    const mark = piece.name === 'fldChar' ? piece.attributes.get('fldCharType') : undefined
    if (mark === 'begin') {
      // A field whose very first word comes out of another field could become anything.
      if (open.length > 0 && open.at(-1)!.trim() === '') return nested
      open.push('')
    } else if (mark === 'separate' || mark === 'end') {
      const word = wordOf(open.at(-1) ?? '')
      if (dangerous.has(word)) return word
      if (mark === 'end') open.pop()
      // after the separator comes the shown result, which may hold fields of its own
      else if (open.length > 0) open[open.length - 1] = ' shown '
    }
  }
  return null
}

function wordOf(instruction: string): string {
  return /^[\s\\]*([A-Za-z]+)/.exec(instruction)?.[1]?.toUpperCase() ?? ''
}
