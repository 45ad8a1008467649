import { z } from 'zod'
import { reason, type Decision } from '#frame/kernel/reason.ts'
import { itemLine, lineColumns, mostLinesEver, type ItemLine } from './item-lines.ts'

/** Where two lists differ: from a row on, so many rows are replaced by others. */
export interface ChangedRange {
  from: number
  removed: number
  added: readonly ItemLine[]
}

const sameLine = (a: ItemLine, b: ItemLine) =>
  a === b || lineColumns.every(({ name }) => (a[name] ?? '') === (b[name] ?? ''))

/** The one range in which two lists differ. In: the list as it was, and as it is to be. */
export function changedRange(old: readonly ItemLine[], lines: readonly ItemLine[]): ChangedRange {
  const shorter = Math.min(old.length, lines.length)
  let from = 0
  while (from < shorter && sameLine(old[from]!, lines[from]!)) from += 1
  let behind = 0
  while (
    behind < shorter - from &&
    sameLine(old[old.length - 1 - behind]!, lines[lines.length - 1 - behind]!)
  )
    behind += 1
  return {
    from,
    removed: old.length - from - behind,
    added: lines.slice(from, lines.length - behind),
  }
}

/**
 * What two persons made of one list, where their ranges do not touch: both. Ranges that touch are no matter
 * of a program, and one's own rows that come back from the server touch what one typed since. Out: null then.
 */
export function joinedLines(
  base: readonly ItemLine[],
  mine: readonly ItemLine[],
  theirs: readonly ItemLine[],
): ItemLine[] | null {
  const [a, b] = [changedRange(base, mine), changedRange(base, theirs)]
  const apart = a.from + a.removed < b.from || b.from + b.removed < a.from
  if (!apart) return null
  // the later range first, so that the earlier one still stands where it stood
  const [early, late] = a.from < b.from ? [a, b] : [b, a]
  return base
    .toSpliced(late.from, late.removed, ...late.added)
    .toSpliced(early.from, early.removed, ...early.added)
}

/** What a page sends of a long list: the range it changed, and a mark of the rows it replaces. */
export const lineEdit = z.strictObject({
  /** Rows the page had seen. */
  of: z.int().min(0).max(mostLinesEver),
  from: z.int().min(0).max(mostLinesEver),
  removed: z.int().min(0).max(mostLinesEver),
  /** {@link rowsMark} of the rows that are replaced, as the page had seen them. */
  mark: z.string().max(20),
  added: z.array(itemLine).max(mostLinesEver),
})
export type LineEdit = z.output<typeof lineEdit>

/** A short mark of rows (FNV-1a), by which it shows that a colleague changed them. No protection against malice. */
export function rowsMark(rows: readonly ItemLine[]): string {
  let hash = 0x811c9dc5
  for (const row of rows)
    for (const { name } of lineColumns) {
      const text = `${row[name] ?? ''}\u0000`
      for (let i = 0; i < text.length; i += 1)
        hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
    }
  return (hash >>> 0).toString(36)
}

/** What is to be sent so that one list becomes the other; null when nothing is. */
export function editBetween(
  seen: readonly ItemLine[],
  lines: readonly ItemLine[],
): LineEdit | null {
  const { from, removed, added } = changedRange(seen, lines)
  if (removed === 0 && added.length === 0) return null
  const mark = rowsMark(seen.slice(from, from + removed))
  return { of: seen.length, from, removed, mark, added: [...added] }
}

/** The list after an edit; a no when a colleague changed the same rows, or how many there are. */
export function applyEdit(lines: readonly ItemLine[], edit: LineEdit): Decision<ItemLine[]> {
  const { of, from, removed, mark, added } = edit
  const replaced = lines.slice(from, from + removed)
  if (lines.length !== of || replaced.length !== removed || rowsMark(replaced) !== mark) {
    const words = `同事刚刚改动了附表（第 ${from + 1} 行附近），这次的改动没有保存。请先记下您刚改的内容，刷新页面看到同事的改动后再改。`
    return { ok: false, reasons: [reason(null, 'lines-changed', words, 'lines')] }
  }
  return { ok: true, next: lines.toSpliced(from, removed, ...added) }
}
