import type { Database } from '#frame/db/connect.ts'
import { visitsFor } from './about.ts'
import type { UnitVisit } from './views.ts'

/** The visits of a registration, the newest first, as its unit may see them. */
export function visitsOf(
  db: Database,
  registration: { unitId: string; id: string },
): Promise<UnitVisit[]> {
  return visitsFor(db, registration, () => false)
}
