import { z } from 'zod'
import type { Tx } from '#frame/db/connect.ts'
import { act, type ActReply, type SaveContext } from '#frame/kernel/act.ts'
import { granted } from '#frame/kernel/reason.ts'
import { personal } from '#frame/ledger/personal.ts'
import { lookUpSlot, type PickedSlot } from './book.ts'
import type { BookedTime, VisitFacts, VisitRemark } from './facts.ts'
import { loadVisit } from './load-visit.ts'
import { hasTakenPlace } from './places.ts'
import { slotReasons } from './rules.ts'
import { beijingMoment } from './slots.ts'
import { move } from './states.ts'
import { tellChange } from './tell.ts'
import { moveVisit } from './write-visit.ts'

interface StopFacts extends VisitFacts {
  /** The given-up time as the window has it now; null where none was given up. */
  picked: PickedSlot | null
}

/**
 * A visit ends without a result: opened by mistake, or the person had to leave. S2-006 a booking for a later
 * day that was given up when the visit began stands again if its place is still free; whoever had booked is
 * told either way.
 */
export const stopAct = act({
  name: 'visit.stop',
  move: move('stop'),
  input: z.strictObject({
    id: z.uuid(),
    version: z.int().positive(),
    why: z.string().trim().min(2, '请写明中止的原因').max(300, '最多 300 个字'),
  }),
  seen: (input) => input.version,
  async load(tx, said, ctx): Promise<StopFacts> {
    const facts = await loadVisit(tx, said, ctx)
    const { givenUp } = facts
    return { ...facts, picked: givenUp && (await lookUpSlot(tx, givenUp, ctx)) }
  },
  decide: (facts, { why }, { now }) =>
    granted({ why, back: mayStandAgain(facts, now) ? facts.givenUp : null }),
  async save(tx, facts, { why, back }, ctx) {
    ctx.record({ why: personal(why) })
    if (back && (await takesPlaceAgain(tx, facts, back))) return restore(tx, facts, back, ctx)
    const had = facts.givenUp ?? bookedTime(facts)
    if (had && facts.registration.status === 'awaiting')
      await tellChange(tx, facts, 'lost', had, ctx.now)
    const remarks: VisitRemark[] = [{ at: 'visit', where: ctx.act.move.title, what: why }]
    return moveVisit(
      tx,
      facts,
      'cancelled',
      { remarks: JSON.stringify(remarks), finished_at: ctx.now },
      ctx,
    )
  },
})

/** Pure: whether the given-up time could be booked now, places aside. */
function mayStandAgain({ picked, registration }: StopFacts, now: Date): boolean {
  return (
    picked !== null &&
    registration.status === 'awaiting' &&
    slotReasons(picked, beijingMoment(now)).length === 0
  )
}

const takesPlaceAgain = (tx: Tx, { subject, picked }: StopFacts, { day, from }: BookedTime) =>
  hasTakenPlace(tx, { branchId: subject.branchId, day, from }, picked!.places)

/** What was booked for the day on which the visit began; null for who came without a booking. */
const bookedTime = ({ day, from, to }: VisitFacts): BookedTime | null =>
  from !== null && to !== null ? { day, from, to } : null

/** The booking as it was before the visit began; what was ticked meanwhile goes with it. */
async function restore(
  tx: Tx,
  facts: VisitFacts,
  { day, from, to }: BookedTime,
  ctx: SaveContext,
): Promise<ActReply> {
  await tellChange(tx, facts, 'restored', { day, from }, ctx.now)
  await tx
    .deleteFrom('window_tick')
    .where('unit_id', '=', facts.subject.unitId)
    .where('visit_id', '=', facts.subject.id)
    .execute()
  ctx.record({ day, time: from })
  const booking = { day, from_time: from, to_time: to, walk_in: false }
  const unreceived = { received_by: null, received_at: null, given_up: null }
  return moveVisit(tx, facts, 'booked', { ...booking, ...unreceived }, ctx)
}
