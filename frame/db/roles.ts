import { randomBytes } from 'node:crypto'
import pg from 'pg'

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

/**
 * Gives a role what serving needs and nothing more: tables whose comment begins with "append-only" only
 * take rows. In: the owner's connection and the serving role's name.
 */
export async function grantServing(owner: pg.ClientBase, role: string): Promise<void> {
  const to = quoted(role)
  const { rows } = await owner.query<{ schema: string; name: string; note: string | null }>(
    `select n.nspname as schema, c.relname as name, obj_description(c.oid, 'pg_class') as note
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p', 'v') and n.nspname in ('public', 'pgboss')`,
  )
  const schemas = [...new Set(rows.map((r) => r.schema))]
  const statements = schemas.flatMap((s) => [
    `grant usage on schema ${quoted(s)} to ${to}`,
    `grant usage, select, update on all sequences in schema ${quoted(s)} to ${to}`,
    `grant execute on all functions in schema ${quoted(s)} to ${to}`,
  ])
  for (const { schema, name, note } of rows) {
    const table = `${quoted(schema)}.${quoted(name)}`
    if (name === 'schema_migration') statements.push(`grant select on ${table} to ${to}`)
    else if (note?.startsWith('append-only'))
      statements.push(
        `revoke all on ${table} from ${to}`,
        `grant select, insert on ${table} to ${to}`,
      )
    else statements.push(`grant select, insert, update, delete on ${table} to ${to}`)
  }
  // One round trip: dozens of statements one by one would be felt at every start.
  await owner.query(statements.join(';\n'))
}

/**
 * Makes the serving role of a database if the owner may. Out: its URL, or null when the owner may not
 * make roles (then the owner serves, and the house says that append-only is not enforced).
 */
export async function makeServingRole(
  owner: pg.ClientBase,
  ownerUrl: string,
  password: string,
): Promise<string | null> {
  const { rows } = await owner.query<{ may: boolean; database: string }>(
    'select rolcreaterole or rolsuper as may, current_database() as database from pg_roles where rolname = current_user',
  )
  if (!rows[0]?.may) return null
  const role = `${rows[0].database}_app`.slice(0, 63)
  const known = await owner.query('select 1 from pg_roles where rolname = $1', [role])
  const verb = known.rowCount ? 'alter' : 'create'
  await owner.query(
    `${verb} role ${quoted(role)} with login nosuperuser nocreatedb nocreaterole password '${password.replaceAll("'", "''")}'`,
  )
  const url = new URL(ownerUrl)
  url.username = encodeURIComponent(role)
  url.password = encodeURIComponent(password)
  return url.href
}

/** A password nobody has to type. */
export function randomPassword(): string {
  return randomBytes(24).toString('base64url')
}
