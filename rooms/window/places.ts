import { sql } from 'kysely'
import type { Day } from '#frame/calendar/day.ts'
import type { Tx } from '#frame/db/connect.ts'
import { reason, Refused } from '#frame/kernel/reason.ts'

/** One slot of the window of a branch. */
export interface Place {
  branchId: string
  day: Day
  from: string
}

/**
 * S2-006 takes a place in a slot, if it has one. The condition is asked by the database itself, so that a
 * slot is never overbooked, however many take at once and whatever anybody read before. In: how many places
 * it has. Out: false when it is full.
 */
export async function hasTakenPlace(tx: Tx, place: Place, places: number): Promise<boolean> {
  const taken = await tx
    .insertInto('window_place')
    .values({ branch_id: place.branchId, day: place.day, from_time: place.from, taken: 1 })
    .onConflict((c) =>
      c
        .columns(['branch_id', 'day', 'from_time'])
        .doUpdateSet({ taken: sql<number>`window_place.taken + 1` })
        .where(sql<boolean>`window_place.taken < ${places}`),
    )
    .returning('taken')
    .executeTakeFirst()
  return taken !== undefined
}

/** The same for whoever asks for this very slot. Errors: {@link Refused} when it is full. */
export async function takePlace(tx: Tx, place: Place, places: number): Promise<void> {
  if (!(await hasTakenPlace(tx, place, places)))
    throw new Refused('refused', [
      reason(
        'S2-006',
        'slot-full',
        `${place.day} ${place.from} 的名额刚刚约满。请另选一个时段；不预约、在接待时间直接到窗口也可以办理。`,
        'slot',
      ),
    ])
}

/** Gives a place back; it is at once free for others. */
export async function freePlace(tx: Tx, place: Place): Promise<void> {
  await tx
    .updateTable('window_place')
    .set({ taken: sql<number>`taken - 1` })
    .where('branch_id', '=', place.branchId)
    .where('day', '=', place.day)
    .where('from_time', '=', place.from)
    .where('taken', '>', 0)
    .execute()
}

/**
 * Gives one place back and takes another, in the order of their keys, so that two units who swap do not
 * wait for each other in a ring. Errors: {@link Refused} when the other is full.
 */
export async function movePlace(tx: Tx, old: Place, next: Place, places: number): Promise<void> {
  if (`${old.day} ${old.from}` < `${next.day} ${next.from}`) {
    await freePlace(tx, old)
    await takePlace(tx, next, places)
    return
  }
  await takePlace(tx, next, places)
  await freePlace(tx, old)
}
