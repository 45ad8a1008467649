import { sql, type Expression, type SqlBool } from 'kysely'
import type { z } from 'zod'
import { identityOf } from '#frame/catalogue/unit-identity.ts'
import type { Visit } from '#frame/http/open.ts'
import { reachOf, withinSql } from '#frame/people/policy.ts'
import { unitRoles } from '#frame/people/roles.ts'
import type { unitsDoor } from './doors.ts'
import type { RegisteredUnit } from './facts.ts'
import type { UnitClass } from './forms.ts'
import { containing, listed } from './search-text.ts'
import { officerReaders } from './states.ts'

type Asked = z.output<NonNullable<typeof unitsDoor.query>>
type Reply = z.input<typeof unitsDoor.reply>

/** The register of units within reach. */
export async function listUnits({ house, actor }: Visit, asked: Asked): Promise<Reply> {
  const reach = reachOf(actor, [...unitRoles, ...officerReaders])
  let query = house.db
    .selectFrom('unit')
    .innerJoin('branch', 'branch.id', 'unit.branch_id')
    .where(withinSql(reach, { unit: 'unit.id', branch: 'unit.branch_id' }))
  const [statuses, classes] = [listed(asked.status), listed(asked.class)]
  if (statuses.length > 0) query = query.where('unit.status', 'in', statuses)
  if (classes.length > 0) query = query.where(sql<SqlBool>`unit.classes && ${classes}::text[]`)
  if (asked.branch) query = query.where('unit.branch_id', '=', asked.branch)
  if (asked.q?.trim()) query = query.where(matches(asked.q))
  const { total } = await query
    .select((e) => e.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await query
    .select(unitColumns)
    .orderBy(orderOf(asked.sort))
    .orderBy('unit.id')
    .limit(asked.size)
    .offset((asked.page - 1) * asked.size)
    .execute()
  return { total, rows: rows.map(shownUnit) }
}

/** What a row of the register is made of. */
export const unitColumns = [
  'unit.id',
  'unit.kind',
  'unit.name_zh',
  'unit.name_en',
  'unit.uscc',
  'unit.person_document',
  'unit.status',
  'unit.branch_id',
  'branch.name_zh as branch_zh',
  'branch.name_en as branch_en',
  'unit.classes',
  'unit.contact_name',
  'unit.contact_phone',
  'unit.contact_mailbox',
  'unit.registered_at',
] as const

interface UnitColumns {
  id: string
  kind: string
  name_zh: string
  name_en: string | null
  uscc: string | null
  person_document: unknown
  status: string
  branch_id: string
  branch_zh: string
  branch_en: string
  classes: string[]
  contact_name: string
  contact_phone: string
  contact_mailbox: string
  registered_at: Date | null
}

/** A unit as the register shows it; of a person's document only what may be shown. */
export function shownUnit(row: UnitColumns): Reply['rows'][number] {
  return {
    id: row.id,
    kind: row.kind as RegisteredUnit['kind'],
    nameZh: row.name_zh,
    nameEn: row.name_en,
    ...identityOf(row),
    status: row.status,
    branch: { id: row.branch_id, name: { zh: row.branch_zh, en: row.branch_en } },
    classes: row.classes as UnitClass[],
    contactName: row.contact_name,
    contactPhone: row.contact_phone,
    contactMailbox: row.contact_mailbox,
    registeredAt: row.registered_at?.toISOString() ?? null,
  }
}

/** Part of a name, code, contact or phone. */
function matches(text: string): Expression<SqlBool> {
  const like = containing(text)
  return sql<SqlBool>`(unit.name_zh ilike ${like} or unit.name_en ilike ${like} or unit.uscc ilike ${like}
    or unit.contact_name ilike ${like} or unit.contact_phone ilike ${like})`
}

function orderOf(sort: Asked['sort']) {
  const column = {
    name: sql`unit.name_zh`,
    code: sql`unit.uscc`,
    since: sql`unit.registered_at`,
  }[sort.replace(/^-/, '') as 'name' | 'code' | 'since']
  return sort.startsWith('-') ? sql`${column} desc nulls last` : sql`${column} asc nulls last`
}
