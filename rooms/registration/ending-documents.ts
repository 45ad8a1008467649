import { sql } from 'kysely'
import type { Day } from '#frame/calendar/day.ts'
import type { Database } from '#frame/db/connect.ts'

/** A document in force whose certificate ends. */
export interface EndingDocument {
  unitId: string
  slot: string
  fileId: string
  validTo: Day
}

/** Documents in force that end on a day or before it. In: of these units only, when given. */
export async function endingDocuments(
  db: Database,
  until: Day,
  unitIds?: readonly string[],
): Promise<EndingDocument[]> {
  const { rows } = await sql<EndingDocument>`
    select unit.id as "unitId", d.key as slot, d.value->>'fileId' as "fileId", d.value->>'validTo' as "validTo"
      from unit cross join lateral jsonb_each(unit.documents) d
     where unit.status in ('registered', 'suspended') and d.value->>'validTo' <= ${until}
       and ${unitIds ? sql`unit.id = any(${unitIds}::uuid[])` : sql`true`}
     order by unit.id, d.key`.execute(db)
  return rows
}
