import type { Database, Tx } from '#frame/db/connect.ts'

/** Names of some accounts. Out: a function from id to name; null for null. */
export async function accountNames(
  db: Database | Tx,
  ids: readonly (string | null)[],
): Promise<(id: string | null) => string | null> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  if (wanted.length === 0) return () => null
  const rows = await db
    .selectFrom('account')
    .select(['id', 'name'])
    .where('id', 'in', wanted)
    .execute()
  const names = new Map(rows.map((r) => [r.id, r.name]))
  return (id) => (id === null ? null : (names.get(id) ?? null))
}
