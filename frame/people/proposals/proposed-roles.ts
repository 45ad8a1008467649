import type { Database, Tx } from '#frame/db/connect.ts'
import { isRole, type Role } from '../roles.ts'

/** Administrator roles of an account that wait for a second person. */
export async function proposedRoles(db: Database | Tx, accountId: string): Promise<Role[]> {
  const rows = await db
    .selectFrom('account_proposal')
    .select('role')
    .where('account_id', '=', accountId)
    .where('status', '=', 'proposed')
    .execute()
  return rows.map((r) => r.role ?? '').filter(isRole)
}
