import type { Database, Tx } from '#frame/db/connect.ts'
import type { Day } from '#frame/calendar/day.ts'
import type { Subject } from '#frame/kernel/act.ts'
import type { RegistrationKind } from './facts.ts'
import { lockUnit } from './registered-unit.ts'
import type { RegistrationStatus } from './states.ts'

/** Whose a registration is and how it stands, as another room asks before it acts on it. */
export interface RegistrationSubject extends Subject {
  unitId: string
  branchId: string
  status: RegistrationStatus
  /** Kind of registration; `kind` is the kind of subject. */
  about: RegistrationKind
  number: string | null
  unitName: string
  handInBy: Day | null
}

/**
 * A registration as other rooms need it. In: `lock` for an act that must find it so until it is done. Out: null
 * when there is none; whether one may see it is theirs to ask.
 */
export async function registrationSubject(
  db: Database | Tx,
  id: string,
  lock = false,
): Promise<RegistrationSubject | null> {
  if (lock) await lockUnitOf(db as Tx, id)
  const row = await db
    .selectFrom('registration as r')
    .innerJoin('unit', 'unit.id', 'r.unit_id')
    .select(['r.unit_id', 'r.branch_id', 'r.status', 'r.version', 'r.kind', 'r.number'])
    .select(['r.hand_in_by', 'unit.name_zh'])
    .where('r.id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  return {
    kind: 'registration',
    id,
    unitId: row.unit_id,
    branchId: row.branch_id,
    status: row.status as RegistrationStatus,
    version: row.version,
    about: row.kind as RegistrationKind,
    number: row.number,
    unitName: row.name_zh,
    handInBy: row.hand_in_by,
  }
}

// whoever moves a registration locks its unit first, so it stands still as long as the unit is held
async function lockUnitOf(tx: Tx, id: string): Promise<void> {
  const row = await tx
    .selectFrom('registration')
    .select('unit_id')
    .where('id', '=', id)
    .executeTakeFirst()
  if (row) await lockUnit(tx, row.unit_id)
}
