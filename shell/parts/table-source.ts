import type { z } from 'zod'
import type { Door } from '#frame/http/door.ts'
import { call } from '#shell/call.ts'
import { keyOf } from '#shell/query.ts'

/** What a register asks for: search, sort (`-day` is descending), page or cursor, and its filters, flat. */
export type TableQuery = Record<string, string>

/**
 * One page of a register. With `next` it goes on by a key, with `total` alone it has numbered pages. With
 * `atLeast` there are more than `total`, which were not counted.
 */
export interface TablePage<Row> {
  rows: readonly Row[]
  total?: number
  atLeast?: boolean
  next?: string | null
}

/** Where a register's rows come from. */
export interface TableSource<Row> {
  key: readonly unknown[]
  load: (query: TableQuery, signal?: AbortSignal) => Promise<TablePage<Row>>
}

type Schema = z.core.$ZodType

/**
 * A register fed by a list door. In: the door, whose query takes `q`, `sort`, `page`, `size` (or `after`)
 * and the filters by their keys, and whose reply has `rows` with `total` or `next`; `fixed` filters are
 * always sent.
 */
export function doorSource<
  P extends Schema,
  Q extends Schema,
  B extends Schema,
  R extends z.core.$ZodType<TablePage<unknown>>,
>(
  door: Door<P, Q, B, R>,
  fixed: { params?: z.input<P>; query?: TableQuery } = {},
): TableSource<z.output<R>['rows'][number]> {
  return {
    key: keyOf(door, fixed),
    load: (query, signal) =>
      call(
        door as unknown as Door<Schema, Schema, Schema, R>,
        { params: fixed.params, query: { ...query, ...fixed.query } } as never,
        signal ? { signal } : {},
      ),
  }
}
