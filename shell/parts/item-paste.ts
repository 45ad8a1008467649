import {
  cellValue,
  isBlankRow,
  type GridColumn,
  type GridRow,
  type GridValue,
} from './item-rows.ts'

const headText = (text: string) => text.replace(/[\s*（）()]/g, '').toLowerCase()

/**
 * Which column each pasted column is, when a row is a heading (at least half of it are titles of ours);
 * null when it is data.
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
  const filled = first.filter((text) => text.trim() !== '').length
  return hits > 0 && hits * 2 >= filled ? found : null
}

/** A heading is looked for in so many rows: a title may stand above it. */
const headWithin = 5

/** Rows of a template of ours that are no data begin with one of these. */
const guide = /^\s*(说明|示例)[：:]/

/** What pasted or imported cells are: which column each is, and the rows of data. */
export interface PastedCells {
  /** Null when no heading was found: the columns follow one another. */
  heading: (GridColumn | null)[] | null
  body: string[][]
  /** Rows of explanation and example that were left out. */
  guides: number
  /** Headings that name no column of ours. */
  unknown: string[]
}

/** Finds the heading among cells, and what is data. In: every column a heading may name. */
export function readCells(columns: readonly GridColumn[], cells: readonly string[][]): PastedCells {
  const at = cells.slice(0, headWithin).findIndex((row) => headingOf(columns, row))
  const top = cells[at]
  if (!top) return { heading: null, body: [...cells], guides: 0, unknown: [] }
  const heading = headingOf(columns, top)!
  // the titles stand in two languages, one under the other
  const below = cells.slice(at + 1).filter((row) => !headingOf(columns, row))
  const body = below.filter((row) => !guide.test(row.find((text) => text.trim() !== '') ?? ''))
  const unknown = top.filter((text, k) => text.trim() !== '' && !heading[k])
  return { heading, body, guides: below.length - body.length, unknown }
}

/** Where cells go: from a row and a column on, and the most rows the list takes. */
export interface PasteAt {
  row: number
  column: number
  most: number
  blank(): GridRow
}

/**
 * Puts cells into the rows, from a cell on; rows are added as needed, up to `most`. In: the columns as they
 * stand side by side. Out: the new rows, how many were taken, how many did not fit, and how many filled cells
 * are overwritten by something else.
 */
export function pasteInto(
  rows: readonly GridRow[],
  columns: readonly GridColumn[],
  { heading, body }: Pick<PastedCells, 'heading' | 'body'>,
  at: PasteAt,
): { rows: GridRow[]; taken: number; left: number; overwritten: number } {
  const next = [...rows]
  let left = 0
  let overwritten = 0
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
      if (!column) return
      const value = cellValue(column, text)
      const old = changed[column.name]
      if (!isBlankRow({ old }) && old !== value) overwritten += 1
      changed[column.name] = value
    })
    next[index] = changed
  })
  return { rows: next, taken: body.length - left, left, overwritten }
}
