import type { Words } from '#frame/kernel/lifecycle.ts'

/** One column of an item list. Rooms declare theirs once in `forms.ts`; what stands there fits here. */
export interface GridColumn {
  name: string
  title: Words
  duty?: string | null
  required?: boolean
  kind?: 'text' | 'integer' | 'choice'
  width?: number
  /** How it is filled, shown at its head. */
  hint?: Words
  /** The words of a choice by code; those of the empty code stand for an empty cell. */
  choices?: Record<string, Words>
  /** Texts that are offered; another may be typed. */
  offers?: readonly string[]
}

/** What stands in a cell: text, a whole number, or what was typed in its place. */
export type GridValue = string | number | null | undefined

export type GridRow = Readonly<Record<string, GridValue>>

/** An error must be mended, a warning looked at; a hint only helps. */
export type GridSeverity = 'error' | 'warning' | 'hint'

/** What is found in one cell, an error unless told; rows count from 0. */
export interface GridError {
  row: number
  name: string
  message: string
  duty?: string | null
  severity?: GridSeverity
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

/** Whether nothing is filled in a row. */
export function isBlankRow(row: GridRow): boolean {
  return Object.values(row).every((v) => v === '' || v === null || v === undefined)
}
