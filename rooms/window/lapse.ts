import { z } from 'zod'
import type { Tx } from '#frame/db/connect.ts'
import { act, type DecideContext } from '#frame/kernel/act.ts'
import { granted, reason, type Reason } from '#frame/kernel/reason.ts'
import type { VisitFacts } from './facts.ts'
import { loadVisit, type OnVisit } from './load-visit.ts'
import { lapsedNotice, missedNotice } from './notices.ts'
import { freePlace } from './places.ts'
import { loadReception, windowOn } from './reception.ts'
import { move } from './states.ts'
import { tellUnit } from './tell.ts'
import { moveVisit } from './write-visit.ts'

const onVisit = z.strictObject({ id: z.uuid() })

/** The booked day is over and nobody came. The unit may simply come; nothing is held against it. */
export const missAct = act({
  name: 'visit.miss',
  move: move('miss'),
  input: onVisit,
  load: loadVisit,
  ready: ({ day }, { today }) =>
    day < today ? [] : [reason(null, 'day-not-over', '预约的日子还没有过去，不能记为未到。')],
  decide: () => granted(null),
  async save(tx, facts, _next, ctx) {
    const params = { day: facts.day, number: facts.registration.number ?? '' }
    if (facts.registration.status === 'awaiting')
      await tellUnit(tx, facts, { kind: missedNotice, params }, ctx.now)
    return moveVisit(tx, facts, 'missed', {}, ctx)
  },
})

/** A booking with whether its window is still open. */
type LapseFacts = VisitFacts & { open: boolean }

/**
 * C-27 a booking lapses when its day turned into a holiday or the hours were changed, or when nothing is
 * left to be shown; its place is free at once.
 */
export const releaseAct = act({
  name: 'visit.release',
  move: move('release'),
  input: onVisit,
  load: loadLapse,
  ready: lapseReasons,
  decide: () => granted(null),
  async save(tx, facts, _next, ctx) {
    const { day, from, registration, subject } = facts
    await freePlace(tx, { branchId: subject.branchId, day, from: from! })
    const params = { day, from: from!, number: registration.number ?? '' }
    if (registration.status === 'awaiting')
      await tellUnit(tx, facts, { kind: lapsedNotice, params }, ctx.now)
    ctx.record({ day, time: from, open: facts.open })
    return moveVisit(tx, facts, 'cancelled', {}, ctx)
  },
})

async function loadLapse(tx: Tx, on: OnVisit, ctx: DecideContext): Promise<LapseFacts> {
  const facts = await loadVisit(tx, on, ctx)
  const window = windowOn(await loadReception(tx), facts.day)
  const from = facts.from ?? ''
  return { ...facts, open: window !== null && window.from <= from && from < window.to }
}

/** Why a booking does not lapse. */
function lapseReasons({ open, registration }: LapseFacts): Reason[] {
  if (!open || registration.status !== 'awaiting') return []
  return [reason('S2-006', 'still-open', '预约的时间窗口照常接待，预约仍然有效。')]
}
