import { z } from 'zod'
import { settingsOn } from '#frame/catalogue/stored-settings.ts'
import type { Tx } from '#frame/db/connect.ts'
import { act, type DecideContext } from '#frame/kernel/act.ts'
import { decided } from '#frame/kernel/reason.ts'
import type { NewVisitFacts } from './facts.ts'
import { loadForNew } from './load-visit.ts'
import { takePlace } from './places.ts'
import { loadReception } from './reception.ts'
import { oneAtATime, slotReasons, stillAwaits, type SlotAsk } from './rules.ts'
import { beijingMoment, slotAt } from './slots.ts'
import { move } from './states.ts'
import { addVisit } from './write-visit.ts'

/** The day and time a unit picks. */
export const pickedSlot = {
  day: z.iso.date('请从列出的日期中选择'),
  from: z.string().regex(/^\d{2}:\d{2}$/, '请从列出的时段中选择'),
}

/** What the window has at the picked time, with how many places. */
export interface PickedSlot extends SlotAsk {
  places: number
}

/** Looks the picked time up in the calendar and the settings of its day. */
export async function lookUpSlot(
  tx: Tx,
  picked: { day: string; from: string },
  ctx: DecideContext,
): Promise<PickedSlot> {
  const { calendar, termsOn } = await loadReception(tx)
  const terms = termsOn(picked.day)
  const settings = await settingsOn(tx, ctx.today)
  return {
    day: picked.day,
    slot: slotAt(calendar, picked.day, picked.from, terms),
    aheadDays: settings('registration.window-ahead-days'),
    places: terms.places,
  }
}

/**
 * S2-006, S2-129 a unit books a time at the window for a registration that waits for its originals; a help,
 * never a condition (C-27): whoever comes without is served too.
 */
export const bookAct = act({
  name: 'visit.book',
  move: move('book'),
  input: z.strictObject({ registrationId: z.uuid(), ...pickedSlot }),
  async load(tx, said, ctx): Promise<NewVisitFacts & { picked: PickedSlot }> {
    const facts = await loadForNew(tx, said.registrationId, ctx, true)
    return { ...facts, picked: await lookUpSlot(tx, said, ctx) }
  },
  ready: bookReady,
  decide: ({ picked }, said, ctx) =>
    decided(slotReasons(picked, beijingMoment(ctx.now)), () => said),
  async save(tx, facts, { day, from }, ctx) {
    const { slot, places } = facts.picked
    await takePlace(tx, { branchId: facts.registration.branchId, day, from }, places)
    ctx.record({ day, time: from })
    const to = slot!.to
    return addVisit(tx, facts, { status: 'booked', day, from, to, receivedBy: null }, ctx)
  },
})

/** Why nothing may be booked now, whatever time is picked. */
export function bookReady({ registration, open }: NewVisitFacts) {
  return [...stillAwaits(registration), ...oneAtATime(open)]
}
