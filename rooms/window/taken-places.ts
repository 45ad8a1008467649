import type { Day, Span } from '#frame/calendar/day.ts'
import type { Database } from '#frame/db/connect.ts'

/** Key of a slot in {@link takenIn}. */
export const slotKey = (day: Day, from: string) => `${day} ${from}`

/** Places taken by slot in the windows of some branches together; slots nobody took are left out. */
export async function takenIn(
  db: Database,
  branchIds: readonly string[],
  span: Span,
): Promise<Map<string, number>> {
  if (branchIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('window_place')
    .select(['day', 'from_time', (e) => e.fn.sum<number>('taken').as('taken')])
    .where('branch_id', 'in', [...branchIds])
    .where('day', '>=', span.from)
    .where('day', '<=', span.to)
    .groupBy(['day', 'from_time'])
    .execute()
  return new Map(rows.map((row) => [slotKey(row.day, row.from_time), row.taken]))
}
