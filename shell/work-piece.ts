import type { Words } from '#frame/kernel/lifecycle.ts'
import type { Role } from '#frame/people/roles.ts'
import type { ChartData } from './parts/chart-box.tsx'
import type { TablePage, TableQuery, TableSource } from './parts/table-source.ts'
import type { WorkFigure, WorkItem } from './parts/workbench-frame.tsx'

type Say = (words: Words | string) => string

/**
 * One list of the workbench, as a room offers it: for whom, what it asks, how a row reads. A room exports
 * an array of them from `pages/work.ts`; the workbench finds them there and shows each person his own.
 */
export interface WorkPiece<Row> {
  key: string
  /** Smaller stands higher: what waits for me below 100, what I wait for below 200, what ends after. */
  order: number
  who: readonly Role[]
  title: Words
  source: TableSource<Row>
  /** What is asked besides; a `size` of 100 is enough to count by days. */
  query: TableQuery
  item: (row: Row, say: Say) => WorkItem
  /** The register with the same filters. */
  more: string
  empty: { title: Words; hint?: Words; action?: { to: string; label: Words } }
  /** What one may do with the things listed, on a page of its own. */
  tool?: { to: string; label: Words }
  /** Numbers for the top of the workbench. */
  figures?: (page: TablePage<Row>, say: Say) => readonly WorkFigure[]
  /** A question this list answers as a chart; the first one of a person's pieces is shown. */
  chart?: { title: Words; hint?: Words; data: (rows: readonly Row[], say: Say) => ChartData }
}

/** A piece whose row type nobody outside needs to know. */
export type AnyWorkPiece = WorkPiece<never>

/** Declares a piece; only fixes the type of its rows. */
export function workPiece<Row>(piece: WorkPiece<Row>): AnyWorkPiece {
  return piece as unknown as AnyWorkPiece
}
