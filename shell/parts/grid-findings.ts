import type { GridColumn, GridError, GridSeverity } from './item-rows.ts'

/** Worst first. */
export const severities = ['error', 'warning', 'hint'] as const

export const severityOf = (one: GridError): GridSeverity => one.severity ?? 'error'

/** Findings in the order of the cells they name. */
export function inOrder(
  findings: readonly GridError[],
  columns: readonly GridColumn[],
): GridError[] {
  const place = new Map(columns.map((column, k) => [column.name, k]))
  const of = (one: GridError) => place.get(one.name) ?? columns.length
  return [...findings].sort((a, b) => a.row - b.row || of(a) - of(b))
}

/** What a cell shows of all that is found in it: the worst, and every message. */
export interface CellFinding {
  severity: GridSeverity
  message: string
}

/** What is found in each cell, by `<row>.<column>`. */
export function byCell(findings: readonly GridError[]): Map<string, CellFinding> {
  const cells = new Map<string, CellFinding>()
  for (const severity of severities)
    for (const one of findings) {
      if (severityOf(one) !== severity) continue
      const key = `${one.row}.${one.name}`
      const worse = cells.get(key)
      cells.set(
        key,
        worse
          ? { ...worse, message: `${worse.message}\n${one.message}` }
          : { severity, message: one.message },
      )
    }
  return cells
}

/**
 * The finding after (or before) a cell, round the end to the beginning. In: findings in order, the cell one
 * stands in, and the columns.
 */
export function nextFinding(
  findings: readonly GridError[],
  from: { row: number; name: string } | null,
  step: 1 | -1,
  columns: readonly GridColumn[],
): GridError | undefined {
  if (!from) return step > 0 ? findings[0] : findings.at(-1)
  const place = (one: { row: number; name: string }) =>
    one.row * (columns.length + 1) + columns.findIndex((c) => c.name === one.name)
  const here = place(from)
  return step > 0
    ? (findings.find((one) => place(one) > here) ?? findings[0])
    : (findings.findLast((one) => place(one) < here) ?? findings.at(-1))
}
