import { sql } from 'kysely'
import type { Tx } from '#frame/db/connect.ts'

/**
 * The next number of a series in a year, starting at 1. It is raised in the caller's transaction, so a
 * rolled-back act leaves no gap; two issuers wait for each other on the row.
 */
export async function nextNumber(tx: Tx, series: string, year: number): Promise<number> {
  const { last } = await tx
    .insertInto('running_number')
    .values({ series, year, last: 1 })
    .onConflict((c) =>
      c.columns(['series', 'year']).doUpdateSet({ last: sql<number>`running_number.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return last
}
