import type pg from 'pg'
import type { DumpedSequence } from './manifest.ts'

/** The schemas that belong to the house. */
const schemas = ['public', 'pgboss']

/** A name as SQL takes it. */
export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

/** A table with the columns that are written, not computed. */
export interface TableShape {
  schema: string
  name: string
  columns: string[]
}

/** A table's name as SQL takes it. */
export const tableName = (t: { schema: string; name: string }) =>
  `${quoted(t.schema)}.${quoted(t.name)}`

/** Every table that holds rows, partitions instead of their parents, by name. */
export async function tablesOf(client: pg.ClientBase): Promise<TableShape[]> {
  const { rows } = await client.query<TableShape>(
    `select n.nspname as schema, c.relname as name,
            array_agg(a.attname::text order by a.attnum) as columns
       from pg_class c
       join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid
      where c.relkind = 'r' and n.nspname = any($1)
        and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      group by 1, 2 order by 1, 2`,
    [schemas],
  )
  return rows
}

/** Where every sequence stands. Sequences follow no snapshot: they may be ahead of it, never behind. */
export async function sequencesOf(client: pg.ClientBase): Promise<DumpedSequence[]> {
  const { rows } = await client.query<{ schema: string; name: string }>(
    `select schemaname as schema, sequencename as name from pg_sequences
      where schemaname = any($1) order by 1, 2`,
    [schemas],
  )
  const sequences: DumpedSequence[] = []
  for (const { schema, name } of rows) {
    const found = await client.query<{ last: string; called: boolean }>(
      `select last_value::text as last, is_called as called from ${tableName({ schema, name })}`,
    )
    sequences.push({ schema, name, ...found.rows[0]! })
  }
  return sequences
}

/** A foreign key and how it is made. */
export interface ForeignKey {
  table: string
  name: string
  definition: string
}

/** Foreign keys of all tables, each once. In: a session whose search path is empty, so that names are whole. */
export async function foreignKeysOf(client: pg.ClientBase): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(
    `select c.conrelid::regclass::text as "table", c.conname as name,
            pg_get_constraintdef(c.oid) as definition
       from pg_constraint c join pg_namespace n on n.oid = c.connamespace
      where c.contype = 'f' and c.conparentid = 0 and n.nspname = any($1)
      order by 1, 2`,
    [schemas],
  )
  return rows
}

/** Names and hashes of the migrations a database was made by. */
export async function migrationsOf(
  client: pg.ClientBase,
): Promise<{ name: string; sha256: string }[]> {
  const { rows } = await client.query<{ name: string; sha256: string }>(
    'select name, sha256 from public.schema_migration order by name',
  )
  return rows
}
