import { orgCodeFromUscc } from '#frame/catalogue/codes/org-code.ts'
import { identityOf } from '#frame/catalogue/unit-identity.ts'
import type { Database, Tx } from '#frame/db/connect.ts'
import { documentsInForce } from './documents.ts'
import type { RegisteredUnit } from './facts.ts'
import { registrationForm } from './forms.ts'
import type { UnitStatus } from './states.ts'

/** A unit with what is in force for it. Out: null when there is none. */
export async function registeredUnit(
  db: Database | Tx,
  unitId: string,
): Promise<RegisteredUnit | null> {
  const row = await db
    .selectFrom('unit')
    .innerJoin('branch', 'branch.id', 'unit.branch_id')
    .select(['unit.id', 'unit.kind', 'unit.name_zh', 'unit.status', 'unit.version', 'unit.uscc'])
    .select(['unit.person_document', 'unit.profile', 'unit.documents', 'unit.branch_id'])
    .select(['branch.name_zh as branch_zh', 'branch.name_en as branch_en'])
    .where('unit.id', '=', unitId)
    .executeTakeFirst()
  if (!row) return null
  return {
    id: row.id,
    kind: row.kind as RegisteredUnit['kind'],
    nameZh: row.name_zh,
    status: row.status as UnitStatus,
    version: row.version,
    ...identityOf(row),
    orgCode: orgCodeOf(row.uscc),
    branch: { id: row.branch_id, name: { zh: row.branch_zh, en: row.branch_en } },
    profile: registrationForm.parse(row.profile),
    documents: documentsInForce.parse(row.documents),
  }
}

/** S2-074, C-30 the code of the organisation, taken out of the unit's code. */
export function orgCodeOf(uscc: string | null): string | null {
  const code = uscc === null ? null : orgCodeFromUscc(uscc)
  return code?.ok ? code.value : null
}

/**
 * Locks a unit for an act of this room: what is in force and what is open change one after the other.
 * Other rooms may go on naming the unit meanwhile.
 */
export async function lockUnit(tx: Tx, unitId: string): Promise<void> {
  await tx.selectFrom('unit').select('id').where('id', '=', unitId).forNoKeyUpdate().execute()
}
