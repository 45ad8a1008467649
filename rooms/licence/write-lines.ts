import type { Tx } from '#frame/db/connect.ts'
import type { ItemLine } from './item-lines.ts'
import { changedRange } from './line-edit.ts'
import { columnsOf } from './stored-lines.ts'

/** The list of a case. */
interface ListOf {
  unitId: string
  caseId: string
}

/** Writes rows of 附表, in order. In: how many rows stand before them; the case has none at their places. */
export async function insertLines(
  tx: Tx,
  at: ListOf,
  lines: readonly ItemLine[],
  before = 0,
): Promise<void> {
  const rows = lines.map((line, i) => ({
    unit_id: at.unitId,
    case_id: at.caseId,
    n: before + i + 1,
    ...columnsOf(line),
  }))
  // a multi-row VALUES list of 2,000 rows would pass the parameter limit's half
  for (let from = 0; from < rows.length; from += 1000)
    await tx
      .insertInto('licence_line')
      .values(rows.slice(from, from + 1000))
      .execute()
}

/** Makes the list of a case what it is to be, and writes only the rows that are no longer the same. */
export async function rewriteLines(
  tx: Tx,
  at: ListOf,
  old: readonly ItemLine[],
  lines: readonly ItemLine[],
): Promise<void> {
  const { from, removed, added } = changedRange(old, lines)
  // where rows moved, all behind them have another number
  const to = added.length === removed ? from + removed : Math.max(old.length, lines.length)
  if (to === from) return
  await tx
    .deleteFrom('licence_line')
    .where('unit_id', '=', at.unitId)
    .where('case_id', '=', at.caseId)
    .where('n', '>', from)
    .where('n', '<=', to)
    .execute()
  await insertLines(tx, at, lines.slice(from, to), from)
}
