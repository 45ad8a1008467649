import { todayInBeijing } from '#frame/calendar/day.ts'
import type { Database, Tx } from '#frame/db/connect.ts'
import { absent } from '#frame/kernel/reason.ts'
import type { Actor } from '#frame/people/actor.ts'
import { slotSourceOf, type Slot, type SlotHolder } from './slot.ts'
import { fileUnit, type SlotPlace, type VersionRow } from './version-rows.ts'

/** Who looks, when, and whether he is about to write. */
export interface Looking {
  actor: Actor
  now: Date
  lock?: boolean
}

/** Opens the slots of a subject for somebody. Errors: absent when he may not know of it. */
export async function openSlots(
  db: Database | Tx,
  subject: string,
  subjectId: string,
  { actor, now, lock = false }: Looking,
): Promise<SlotHolder> {
  const source = slotSourceOf(subject)
  const holder = await source?.open(db, subjectId, { actor, now, today: todayInBeijing(now), lock })
  if (!holder) throw absent()
  return holder
}

/** One slot of a holder. Errors: absent when it is not there or not for this person. */
export function slotOf(holder: SlotHolder, code: string): Slot {
  const slot = holder.slots.find((s) => s.code === code)
  if (!slot) throw absent()
  return slot
}

/** Where the files of a slot lie. */
export function placeOf(holder: SlotHolder, slot: string): SlotPlace {
  const { kind, id, unitId } = holder.subject
  return { unitId: fileUnit(unitId), subject: kind, subjectId: id, slot }
}

/** A version with its slot, if this person may see it. Errors: absent. */
export async function openVersion(
  db: Database | Tx,
  row: VersionRow | undefined,
  looking: Looking,
): Promise<{ holder: SlotHolder; slot: Slot; row: VersionRow }> {
  if (!row) throw absent()
  const holder = await openSlots(db, row.subject_kind, row.subject_id, looking)
  const slot = slotOf(holder, row.slot)
  if (holder.sees && !holder.sees({ slot: row.slot, id: row.id, version: row.version }))
    throw absent()
  return { holder, slot, row }
}
