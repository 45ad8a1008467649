import { sql } from 'kysely'
import type { Tx } from '#frame/db/connect.ts'
import { newId } from '#frame/kernel/id.ts'
import { reason, Refused } from '#frame/kernel/reason.ts'

/** One change of a line's balance, in packing units. */
export interface Change {
  unitId: string
  permitId: string
  n: number
  writeOffId: string
  kind: 'reserve' | 'consume' | 'release'
  /** How many packing units; always positive. */
  quantity: number
}

const deltas: Record<Change['kind'], (quantity: number) => { reserved: number; used: number }> = {
  reserve: (q) => ({ reserved: q, used: 0 }),
  consume: (q) => ({ reserved: -q, used: q }),
  release: (q) => ({ reserved: -q, used: 0 }),
}

/**
 * Posts changes: a conditional update of each line and a movement row, in the order of the lines so that
 * two writers never wait for each other in a ring. The condition is asked by the database itself, so two
 * write-offs at once can never overdraw, whatever anybody read before.
 * Errors: {@link Refused} when a balance would be passed.
 */
export async function post(
  tx: Tx,
  changes: readonly Change[],
  at: Date,
  eventId: string,
): Promise<void> {
  for (const change of changes.toSorted((a, b) => a.n - b.n)) {
    if (change.quantity === 0) continue
    const { reserved, used } = deltas[change.kind](change.quantity)
    const moved = await tx
      .updateTable('permit_line')
      .set({ reserved: sql`reserved + ${reserved}`, used: sql`used + ${used}` })
      .where('unit_id', '=', change.unitId)
      .where('permit_id', '=', change.permitId)
      .where('n', '=', change.n)
      .where(
        sql<boolean>`reserved + ${reserved} >= 0 and reserved + used + ${reserved + used} <= approved`,
      )
      .returning('n')
      .executeTakeFirst()
    if (!moved) throw aboveBalance(change)
    await tx
      .insertInto('permit_movement')
      .values({
        unit_id: change.unitId,
        id: newId(),
        permit_id: change.permitId,
        n: change.n,
        write_off_id: change.writeOffId,
        kind: change.kind,
        reserved_delta: reserved,
        used_delta: used,
        at,
        audit_event_id: eventId,
      })
      .execute()
  }
}

function aboveBalance(change: Change): Refused {
  return new Refused('refused', [
    reason(
      'S2-041',
      'above-balance',
      `第 ${change.n} 行物品的可用余额不足，可能刚被另一次核销占用。请刷新后重新填写数量。`,
      `lines.${change.n}`,
    ),
  ])
}
