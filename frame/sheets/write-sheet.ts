import writeXlsxFile, { type Row } from 'write-excel-file/node'

/** One column of a sheet: its head, how wide it is in characters, and what stands in it for a row. */
export interface SheetColumn<T> {
  title: string
  width: number
  value(row: T): string | number | null
}

/** A sheet has no more rows than this; whoever needs more narrows the search. */
export const mostSheetRows = 20_000

/**
 * An .xlsx with one sheet, its head in bold and always in sight. In: the sheet's name, columns and rows.
 * What people typed stays text: nothing in a cell is ever worked out.
 */
export function writeSheet<T>(
  sheet: string,
  columns: readonly SheetColumn<T>[],
  rows: readonly T[],
): Promise<Buffer> {
  const head: Row = columns.map((c) => ({ value: c.title, type: String, fontWeight: 'bold' }))
  const body = rows.map((row): Row => columns.map((c) => cellOf(c.value(row))))
  return writeXlsxFile([head, ...body], {
    sheet,
    columns: columns.map((c) => ({ width: c.width })),
    stickyRowsCount: 1,
  }).toBuffer()
}

function cellOf(value: string | number | null) {
  if (value === null || value === '') return null
  if (typeof value === 'number') return { value, type: Number }
  return { value: defused(value), type: String }
}

/**
 * A text that a spreadsheet would take for a formula, with a quote before it: a cell of text is not worked
 * out, yet it may be once the sheet is saved as .csv and opened again (CWE-1236).
 */
export function defused(text: string): string {
  // XML cannot hold them
  const storable = text.replaceAll(/(?![\t\r\n])\p{Cc}/gu, ' ')
  return /^[=+\-@\t\r\n＝＋－＠]/.test(storable) ? `'${storable}` : storable
}
