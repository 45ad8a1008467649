import type { z } from 'zod'
import type { Visit } from '#frame/http/open.ts'
import { reachOf } from '#frame/people/policy.ts'
import { unitRoles } from '#frame/people/roles.ts'
import type { startDoor } from './doors.ts'
import { applicantOf } from './load-case.ts'
import { unitRegistered } from './rules.ts'

/** The units a person may file for, each with the reasons why it may not. */
export async function unitsToFileFor({
  house,
  actor,
}: Visit): Promise<z.input<typeof startDoor.reply>> {
  const ids = [...new Set(reachOf(actor, unitRoles).unitIds)]
  const units = await Promise.all(ids.map((id) => applicantOf(house.db, id)))
  return {
    units: units.map((unit) => ({
      id: unit.id,
      nameZh: unit.nameZh,
      reasons: unitRegistered(unit).map((r) => r.message),
    })),
  }
}
