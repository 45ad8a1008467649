import type { z } from 'zod'
import { addDays, todayInBeijing, type Day } from '#frame/calendar/day.ts'
import type { Database } from '#frame/db/connect.ts'
import type { Visit } from '#frame/http/open.ts'
import type { Actor } from '#frame/people/actor.ts'
import { reachOf, withinSql } from '#frame/people/policy.ts'
import type { dayDoor } from './doors.ts'
import { loadReception, nextWindowDays, slotsIn, windowOn, type Reception } from './reception.ts'
import { slotKey, takenIn } from './taken-places.ts'
import { windowOfficers } from './states.ts'
import { selectVisits, visitColumns, visitRowOf } from './visit-rows.ts'
import type { VisitRow } from './views.ts'

type Asked = z.output<NonNullable<(typeof dayDoor)['query']>>

/** S2-006 one day at the window of the officer's branch; at headquarters of all branches, or of one. */
export async function showDay(
  { house, actor }: Visit,
  asked: Asked,
): Promise<z.input<typeof dayDoor.reply>> {
  const { db } = house
  const now = house.clock.now()
  const today = todayInBeijing(now)
  const day = asked.day ?? today
  const reception = await loadReception(db)
  const reached = await branchesOf(db, actor)
  const branchIds = reached.map((b) => b.id).filter((id) => id === (asked.branch ?? id))
  const shown = visitsOfBranches(db, branchIds)
  const visits = (
    await shown
      .where('v.day', '=', day)
      .orderBy('v.from_time')
      .orderBy('v.received_at')
      .orderBy('v.id')
      .execute()
  ).map((row) => visitRowOf(row, now))
  const unfinished = await shown
    .where('v.day', '<', day)
    .where('v.status', '=', 'present')
    .orderBy('v.day')
    .orderBy('v.id')
    .limit(100)
    .execute()
  return {
    day,
    today,
    window: windowView(reception, day),
    reason: reception.calendar.day(day).reason,
    previous: previousDay(reception, day),
    next: nextWindowDays(reception, addDays(day, 1), 1)[0]?.day ?? null,
    branches: reached,
    counts: countsOf(visits),
    visits,
    unfinished: unfinished.map((row) => visitRowOf(row, now)),
    slots: await slotsOf(db, reception, day, branchIds),
  }
}

const visitsOfBranches = (db: Database, branchIds: readonly string[]) =>
  selectVisits(db).select(visitColumns).where('v.branch_id', 'in', noneIfEmpty(branchIds))

// `in ()` is no SQL; no visit has this branch
const noBranch = '00000000-0000-0000-0000-000000000000'
const noneIfEmpty = (ids: readonly string[]) => (ids.length > 0 ? [...ids] : [noBranch])

/** The branches whose window the officer looks after. */
async function branchesOf(db: Database, actor: Actor) {
  const reach = reachOf(actor, windowOfficers)
  const rows = await db
    .selectFrom('branch')
    .select(['id', 'name_zh', 'name_en'])
    .where(withinSql(reach, { unit: null, branch: 'branch.id' }))
    .orderBy('code')
    .execute()
  return rows.map((row) => ({ id: row.id, name: { zh: row.name_zh, en: row.name_en } }))
}

function windowView(reception: Reception, day: Day) {
  const window = windowOn(reception, day)
  return window && { from: window.from, to: window.to, provisional: window.provisional }
}

// the longest holiday leaves no wider gap between two window days
const lookBack = 40

function previousDay(reception: Reception, day: Day): Day | null {
  for (let n = 1; n <= lookBack; n += 1)
    if (windowOn(reception, addDays(day, -n))) return addDays(day, -n)
  return null
}

function countsOf(visits: readonly VisitRow[]) {
  const of = (status: string) => visits.filter((v) => v.status === status).length
  return {
    booked: of('booked'),
    late: visits.filter((v) => v.lateMinutes !== null).length,
    present: of('present'),
    complete: of('complete'),
    incomplete: of('incomplete'),
    missed: of('missed'),
    walkIns: visits.filter((v) => v.walkIn).length,
  }
}

/** How full each slot of the day is, over the branches shown. */
async function slotsOf(db: Database, reception: Reception, day: Day, branchIds: readonly string[]) {
  const taken = await takenIn(db, branchIds, { from: day, to: day })
  const places = reception.termsOn(day).places * branchIds.length
  return slotsIn(reception, { from: day, to: day }).map(({ from, to }) => ({
    from,
    to,
    taken: taken.get(slotKey(day, from)) ?? 0,
    places,
  }))
}
