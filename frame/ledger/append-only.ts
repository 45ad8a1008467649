import { sql } from 'kysely'
import type { Database, Tx } from '#frame/db/connect.ts'

/**
 * Tables declared append-only that the serving role could nevertheless change, because it owns them or was
 * granted too much. In: the serving role; the connection's own when null. Out: their names, none when the
 * database itself keeps the ledger append-only.
 */
export async function changeableTables(
  db: Database | Tx,
  role: string | null = null,
): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name
      from pg_class c, coalesce(${role}::name, current_user) as serving
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
       and obj_description(c.oid, 'pg_class') like 'append-only%'
       and (has_table_privilege(serving, c.oid, 'update, delete, truncate')
            or has_any_column_privilege(serving, c.oid, 'update')
            or pg_has_role(serving, c.relowner, 'member'))
     order by c.relname`.execute(db)
  return rows.map((r) => r.name)
}

/** The role that the house made for serving, as seen by the owner; null when there is none. */
export async function servingRole(db: Database | Tx): Promise<string | null> {
  const { rows } = await sql<{ name: string }>`
    select rolname as name from pg_roles where rolname = left(current_database() || '_app', 63)`.execute(
    db,
  )
  return rows[0]?.name ?? null
}

/** The same as a sentence for the operator; null when the database enforces it. */
export async function appendOnlyTrouble(
  db: Database | Tx,
  role: string | null = null,
): Promise<string | null> {
  const names = await changeableTables(db, role)
  if (names.length === 0) return null
  return `数据库没有强制“只增不改”：提供服务的数据库角色可以改动 ${names.join('、')}。请用 DATABASE_OWNER_URL（迁移）与 DATABASE_URL（服务）两个不同的角色，服务角色不拥有表。改动仍会被 ledger:verify 发现，但不会被拒绝。`
}
