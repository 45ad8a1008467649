import type { Words } from '#frame/kernel/lifecycle.ts'
import { sheetFault } from './sheet-bounds.ts'
import { itemWords } from './item-words.ts'

/** The rows of a sheet as texts, or why it was not read. */
export type SheetRead = { ok: true; cells: string[][] } | { ok: false; fault: Words }

/**
 * Reads the first sheet of an .xlsx as texts, in the person's own browser; the reader is loaded when it
 * is first needed, and its directory is walked before anything is unpacked.
 */
export async function readSheet(file: File): Promise<SheetRead> {
  const fault = sheetFault(new Uint8Array(await file.arrayBuffer()))
  if (fault) return { ok: false, fault }
  try {
    const { readSheet: read } = await import('read-excel-file/browser')
    const rows = await read(file)
    const cells = rows.map((row) => row.map(textOf))
    return { ok: true, cells: cells.filter((row) => row.some((text) => text.trim() !== '')) }
  } catch {
    return { ok: false, fault: itemWords.badFile }
  }
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  return typeof cell === 'string' ? cell : JSON.stringify(cell)
}
