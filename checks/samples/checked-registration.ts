import type { TestHouse } from '#checks/house.ts'
import { todayInBeijing } from '#frame/calendar/day.ts'
import { newId } from '#frame/kernel/id.ts'
import { loadActor } from '#frame/people/load-actor.ts'
import { checkSheet, settleCheck } from '#rooms/registration/public.ts'
import { move } from '#rooms/registration/states.ts'

/** One copy as somebody looked at it. */
export type SeenFile = Parameters<typeof settleCheck>[2]['seen'][number]

/** What the window found wanting. */
export type Remarks = { at: string; what: string }[]

/** The end of a visit, as the window's own act brings it about. */
export async function checkAt(
  { house }: TestHouse,
  accountId: string,
  id: string,
  remarks: Remarks,
  saw?: SeenFile[],
): Promise<void> {
  const now = house.clock.now()
  const today = todayInBeijing(now)
  const actor = (await loadActor(house.db, accountId, today))!
  const sheet = await checkSheet(house.db, id, today)
  const onFile = (sheet?.rows ?? []).map(({ slot, file }) => ({ slot, fileId: file?.id ?? null }))
  await house.db.transaction().execute((tx) =>
    settleCheck(
      tx,
      id,
      { visitId: newId(), complete: remarks.length === 0, remarks, seen: saw ?? onFile },
      {
        actor,
        now,
        today,
        act: { name: 'visit.finish', move: move('check') },
        eventId: newId(),
        plan: async () => {},
        record: () => {},
      },
    ),
  )
}
