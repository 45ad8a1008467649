import { sql } from 'kysely'
import type { Database, Tx } from '#frame/db/connect.ts'
import type { Findings } from './findings.ts'

/** A table whose rows name the event that wrote them. */
interface AuditedTable {
  name: string
  hasId: boolean
  hasStatus: boolean
  hasVersion: boolean
}

/**
 * Joins business rows and events both ways. A row must name an event that exists: an event suppressed
 * before it got its place shows here. A row that is the subject of its event must be as the event left it;
 * and what an act created must still be there, unless the newest event says `removed: true`.
 * Out: how many rows name an event.
 */
export async function checkBusiness(db: Database | Tx, findings: Findings): Promise<number> {
  let rows = 0
  for (const table of await auditedTables(db)) {
    rows += await checkNamedEvents(db, table, findings)
    if (!table.hasId) continue
    if (table.hasVersion) await checkLeftAs(db, table, findings)
    await checkStillThere(db, table, findings)
  }
  return rows
}

async function auditedTables(db: Database | Tx): Promise<AuditedTable[]> {
  const { rows } = await sql<AuditedTable>`
    select c.relname as name, bool_or(a.attname = 'id') as "hasId",
           bool_or(a.attname = 'status') as "hasStatus", bool_or(a.attname = 'version') as "hasVersion"
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
     group by c.relname having bool_or(a.attname = 'audit_event_id')
     order by c.relname`.execute(db)
  return rows
}

async function checkNamedEvents(
  db: Database | Tx,
  { name }: AuditedTable,
  findings: Findings,
): Promise<number> {
  const { rows: lost } = await sql<{ event: string; count: number }>`
    select r.audit_event_id as event, count(*) as count
      from ${sql.table(name)} r left join audit_event e on e.id = r.audit_event_id
     where r.audit_event_id is not null and e.id is null
     group by r.audit_event_id`.execute(db)
  for (const { event, count } of lost)
    findings.add(
      null,
      `业务表 ${name} 有 ${count} 行由事件 ${event} 写成，而留痕中没有这个事件：事件被删除。`,
      `${count} row(s) of ${name} were written by event ${event}, which the ledger lacks: the event was deleted.`,
    )
  const { rows } = await sql<{ count: number }>`
    select count(audit_event_id) as count from ${sql.table(name)}`.execute(db)
  return rows[0]?.count ?? 0
}

/** Status and version of a row against the event it names, and against later events of the same subject. */
async function checkLeftAs(
  db: Database | Tx,
  { name, hasStatus }: AuditedTable,
  findings: Findings,
): Promise<void> {
  const status = hasStatus ? sql`r.status::text` : sql`null::text`
  const { rows } = await sql<{
    id: string
    leaf: number | null
    event: string
    is: string
    said: string
  }>`
    select r.id::text as id, l.leaf_index as leaf, e.id as event,
           concat_ws(' / ', r.version, ${status}) as is,
           concat_ws(' / ', said.version, said.status) as said
      from ${sql.table(name)} r
      join audit_event own on own.id = r.audit_event_id and own.subject_id = r.id::text
      join audit_event e on e.subject_kind = own.subject_kind and e.subject_id = own.subject_id
      left join audit_leaf l on l.event_id = e.id
      cross join lateral (select case jsonb_typeof(e.body_json #> '{body,version}') when 'number'
                                 then (e.body_json #>> '{body,version}')::numeric end as version,
                                 e.body_json #>> '{body,to}' as status) said
     where (e.id = own.id and said.version <> r.version)
        or (e.id = own.id and said.status <> ${status})
        or said.version > r.version`.execute(db)
  for (const row of rows)
    findings.add(
      row.leaf,
      `业务表 ${name} 的行 ${row.id} 现为“${row.is}”，而事件 ${row.event} 记的是“${row.said}”：该行被绕过程序改动或改回。`,
      `row ${row.id} of ${name} is "${row.is}" but event ${row.event} left it "${row.said}": the row was altered or set back around the program.`,
    )
}

/**
 * Acts that create rows of this table are learnt from the rows that are there: every subject such an act
 * created must still have its row.
 */
async function checkStillThere(
  db: Database | Tx,
  { name }: AuditedTable,
  findings: Findings,
): Promise<void> {
  const { rows } = await sql<{ id: string; leaf: number | null; event: string }>`
    with created as (
      select e.id, e.act, e.subject_kind, e.subject_id from audit_event e
       where e.subject_id is not null and e.body_json #> '{body,from}' = 'null'::jsonb
    ), here as (
      select distinct c.act from created c join ${sql.table(name)} r on r.id::text = c.subject_id
    )
    select c.subject_id as id, l.leaf_index as leaf, c.id as event
      from created c join here using (act)
      left join audit_leaf l on l.event_id = c.id
     where not exists (select from ${sql.table(name)} r where r.id::text = c.subject_id)
       and not exists (select from audit_event x
                        where x.subject_kind = c.subject_kind and x.subject_id = c.subject_id
                          and x.body_json #> '{body,removed}' = 'true'::jsonb)`.execute(db)
  for (const row of rows)
    findings.add(
      row.leaf,
      `事件 ${row.event} 在业务表 ${name} 中建立的行 ${row.id} 不在了：该行被绕过程序删除。`,
      `row ${row.id} that event ${row.event} created in ${name} is gone: it was deleted around the program.`,
    )
}
