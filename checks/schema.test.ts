import { after, before, test } from 'node:test'
import pg from 'pg'
import { scratchDatabase, type ScratchDatabase } from './database.ts'
import { filesOf, refuseBreaches } from './tree.ts'

let scratch: ScratchDatabase
let client: pg.Client

before(async () => {
  scratch = await scratchDatabase()
  client = new pg.Client({ connectionString: scratch.url })
  await client.connect()
})

after(async () => {
  await client.end()
  await scratch.drop()
})

async function rows<T>(sql: string): Promise<T[]> {
  return (await client.query(sql)).rows as T[]
}

/** Tables that name a unit but do not grow with units, so they stay on one node. */
const central: Record<string, string> = {
  audit_event: 'the ledger has one order for the whole house',
  enrolment: 'a request comes before its unit, whose id it names once it is made',
  role_grant: 'people are central; the unit is how far a role reaches',
  role_grant_past: 'people are central',
}

const unitTables = `
  select c.oid, c.relname
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'unit_id' and not a.attisdropped
   where n.nspname = 'public' and c.relkind in ('r', 'p')`

test('a table that grows with units has unit_id first in its primary key and in unique keys', async () => {
  const wrong = await rows<{ table: string; index: string }>(`
    select t.relname as "table", pg_get_indexdef(i.indexrelid) as index
      from (${unitTables}) t
      join pg_index i on i.indrelid = t.oid and i.indisunique
      join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]
     where a.attname <> 'unit_id'
    union all
    select t.relname, 'no primary key'
      from (${unitTables}) t
     where not exists (select 1 from pg_index i where i.indrelid = t.oid and i.indisprimary)`)
  refuseBreaches(
    'unit_id comes first:',
    wrong.filter((w) => !(w.table in central)).map((w) => `${w.table}: ${w.index}`),
  )
})

test('a foreign key between such tables carries unit_id', async () => {
  const wrong = await rows<{ table: string; name: string }>(`
    select f.relname as "table", k.conname as name
      from pg_constraint k
      join (${unitTables}) f on f.oid = k.conrelid
      join (${unitTables}) t on t.oid = k.confrelid
     where k.contype = 'f'
       and not exists (
         select 1 from unnest(k.conkey, k.confkey) as pair (mine, theirs)
           join pg_attribute a on a.attrelid = k.conrelid and a.attnum = pair.mine
           join pg_attribute b on b.attrelid = k.confrelid and b.attnum = pair.theirs
          where a.attname = 'unit_id' and b.attname = 'unit_id')`)
  refuseBreaches(
    'unit_id is missing in the key:',
    wrong.filter((w) => !(w.table in central)).map((w) => `${w.table}.${w.name}`),
  )
})

/** Tables whose names sound like history and that may yet change, with the reason. */
const changingHistory: Record<string, string> = {
  auth_password_past: 'old hashes are erased when they need not be remembered any more',
  role_grant_past: 'rows are only added; the comment is still to come with a migration',
}

test('history is append-only, and says so', async () => {
  const wrong = await rows<{ table: string }>(`
    select c.relname as "table"
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind in ('r', 'p')
       and c.relname ~ '_(event|entry|filing|step|movement|move|log|leaf|past|start|value|change)$'
       and coalesce(obj_description(c.oid), '') !~ '^append-only: .'`)
  refuseBreaches(
    "comment on table … is 'append-only: why':",
    wrong.map((w) => w.table).filter((table) => !(table in changingHistory)),
  )
})

test('no code changes or deletes what is append-only', async () => {
  const tables = await rows<{ table: string }>(`
    select c.relname as "table"
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and obj_description(c.oid) ~ '^append-only'`)
  const names = tables.map((t) => t.table).join('|')
  const pattern = new RegExp(
    `(updateTable|deleteFrom)\\('(${names})'|(update|delete from|truncate)\\s+(${names})\\b`,
    'g',
  )
  const wrong = filesOf('{frame,rooms}/**/*.{ts,sql}')
    // Tests alter the ledger to see that it is noticed.
    .filter(({ path }) => !/\.test\.ts$|\/alterations\.ts$|\/test-/.test(path))
    .flatMap(({ path, text }) => Array.from(text.matchAll(pattern), ([hit]) => `${path}: ${hit}`))
  refuseBreaches('append-only:', wrong)
})

test('a row whose status acts change names the event that changed it last', async () => {
  const wrong = await rows<{ table: string }>(`
    select c.relname as "table"
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute s on s.attrelid = c.oid and s.attname = 'status'
      join pg_attribute v on v.attrelid = c.oid and v.attname = 'version'
     where n.nspname = 'public' and c.relkind in ('r', 'p')
       and not exists (
         select 1 from pg_attribute e where e.attrelid = c.oid and e.attname = 'audit_event_id')`)
  refuseBreaches(
    'audit_event_id is missing:',
    wrong.map((w) => w.table),
  )
})

test('nothing hides in the database: no trigger, rule, deferred constraint or own function', async () => {
  const wrong = await rows<{ what: string }>(`
    select 'trigger ' || t.tgname as what
      from pg_trigger t
      join pg_class c on c.oid = t.tgrelid
      join pg_namespace n on n.oid = c.relnamespace
     where not t.tgisinternal and n.nspname = 'public'
    union all
    select 'rule ' || rulename from pg_rules where schemaname = 'public'
    union all
    select 'deferrable ' || k.conname
      from pg_constraint k join pg_namespace n on n.oid = k.connamespace
     where k.condeferrable and n.nspname = 'public'
    union all
    select 'function ' || p.proname
      from pg_proc p
      join pg_namespace n on n.oid = p.pronamespace
     where n.nspname = 'public'
       and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')`)
  refuseBreaches(
    'portable SQL has none of these:',
    wrong.map((w) => w.what),
  )
})

/** Columns of another type, with the reason. */
const otherTypes: Record<string, string> = {
  'auth_bucket.tokens': 'parts of a token flow back between two tries; nothing legal counts them',
}

test('times have a zone and quantities are whole numbers', async () => {
  const wrong = await rows<{ column: string }>(`
    select c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) as "column"
      from pg_attribute a
      join pg_class c on c.oid = a.attrelid
      join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind in ('r', 'p') and a.attnum > 0
       and not a.attisdropped
       and a.atttypid in ('timestamp'::regtype, 'time'::regtype, 'float4'::regtype,
                          'float8'::regtype, 'money'::regtype, 'json'::regtype, 'varchar'::regtype)`)
  refuseBreaches(
    'use timestamptz, date, bigint, jsonb or text:',
    wrong.map((w) => w.column).filter((column) => !((column.split(' ')[0] ?? '') in otherTypes)),
  )
})

test('every foreign key holds for every row', async () => {
  const wrong = await rows<{ key: string }>(`
    select k.conrelid::regclass || '.' || k.conname as key
      from pg_constraint k
      join pg_namespace n on n.oid = k.connamespace
     where n.nspname = 'public' and k.contype = 'f' and not k.convalidated`)
  refuseBreaches(
    'a key that was never checked:',
    wrong.map((w) => w.key),
  )
})
