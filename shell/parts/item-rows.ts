import type { Words } from '#frame/kernel/lifecycle.ts'

/** One column of an item list. Rooms declare theirs once in `forms.ts`; what stands there fits here. */
export interface GridColumn {
  name: string
  title: Words
  duty?: string | null
  required?: boolean
  kind?: 'text' | 'integer' | 'choice'
  width?: number
  choices?: Record<string, Words>
}

/** What stands in a cell: text, a whole number, or what was typed in its place. */
export type GridValue = string | number | null | undefined

export type GridRow = Readonly<Record<string, GridValue>>

/** What is wrong with one cell; rows count from 0. */
export interface GridError {
  row: number
  name: string
  message: string
  duty?: string | null
}

/**
 * Cells as a spreadsheet copies them: tabs between cells, line ends between rows, quotes around a cell
 * that holds either. Out: rows of texts; the empty last line is left out.
 */
export function parseCells(text: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  const endCell = () => {
    rows.at(-1)!.push(cell)
    cell = ''
  }
  const clean = text.replace(/\r\n?/g, '\n')
  for (let i = 0; i < clean.length; i += 1) {
    const c = clean[i]!
    if (quoted) {
      if (c === '"' && clean[i + 1] === '"') {
        cell += '"'
        i += 1
      } else if (c === '"') quoted = false
      else cell += c
    } else if (c === '"' && cell === '') quoted = true
    else if (c === '\t') endCell()
    else if (c === '\n') {
      endCell()
      rows.push([])
    } else cell += c
  }
  endCell()
  if (rows.at(-1)!.every((t) => t === '')) rows.pop()
  return rows
}

/** A pasted or typed text as the column keeps it: choices by their words, whole numbers as numbers. */
export function cellValue(column: GridColumn, text: string): GridValue {
  const trimmed = text.trim()
  if (column.kind === 'integer') {
    const plain = trimmed.replace(/[,，\s]/g, '')
    if (plain === '') return null
    return /^\d+$/.test(plain) ? Number(plain) : trimmed
  }
  if (column.kind === 'choice' && column.choices) {
    const found = Object.entries(column.choices).find(
      ([code, words]) => code === trimmed || words.zh === trimmed || words.en === trimmed,
    )
    return found?.[0] ?? (trimmed || null)
  }
  return trimmed
}

const headText = (text: string) => text.replace(/[\s*（）()]/g, '').toLowerCase()

/**
 * Which column each pasted column is, when the first row is a heading (at least half of it are titles of
 * ours); null when it is data.
 */
export function headingOf(
  columns: readonly GridColumn[],
  first: readonly string[],
): (GridColumn | null)[] | null {
  const found = first.map(
    (text) =>
      columns.find((c) =>
        [c.name, c.title.zh, c.title.en].some((title) => headText(title) === headText(text)),
      ) ?? null,
  )
  const hits = found.filter(Boolean).length
  return hits > 0 && hits * 2 >= first.length ? found : null
}

/**
 * Puts pasted cells into the rows, from a cell on; rows are added as needed, up to `most`. A heading row
 * decides the columns by its titles and is no row. Out: the new rows, how many were taken, how many did not
 * fit.
 */
export function pasteInto(
  rows: readonly GridRow[],
  columns: readonly GridColumn[],
  cells: readonly string[][],
  at: { row: number; column: number; most: number; blank(): GridRow },
): { rows: GridRow[]; taken: number; left: number } {
  const heading = cells[0] ? headingOf(columns, cells[0]) : null
  const body = heading ? cells.slice(1) : cells
  const next = [...rows]
  let left = 0
  body.forEach((line, i) => {
    const index = at.row + i
    if (index >= at.most) {
      left += 1
      return
    }
    while (next.length <= index) next.push(at.blank())
    const changed: Record<string, GridValue> = { ...next[index] }
    line.forEach((text, k) => {
      const column = heading ? heading[k] : columns[at.column + k]
      if (column) changed[column.name] = cellValue(column, text)
    })
    next[index] = changed
  })
  return { rows: next, taken: body.length - left, left }
}

/** Whether nothing is filled in a row. */
export function isBlankRow(row: GridRow): boolean {
  return Object.values(row).every((v) => v === '' || v === null || v === undefined)
}
