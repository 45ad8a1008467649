import type { z } from 'zod'
import { addDays, todayInBeijing, type Day, type Span } from '#frame/calendar/day.ts'
import { settingsOn } from '#frame/catalogue/stored-settings.ts'
import type { Database } from '#frame/db/connect.ts'
import type { Visit } from '#frame/http/open.ts'
import { canDo } from '#frame/kernel/can-do.ts'
import { checkSheet, type RegistrationSubject } from '#rooms/registration/public.ts'
import { aboutOf, visitsFor } from './about.ts'
import { bookAct } from './book.ts'
import { cancelAct } from './cancel.ts'
import type { bookingDoor } from './doors.ts'
import type { NewVisitFacts } from './facts.ts'
import { hoursWords } from './hours-words.ts'
import { findVisit, loadForNew } from './load-visit.ts'
import { rebookAct } from './rebook.ts'
import { closedDays, loadReception, nextWindowDays, slotsIn, type Reception } from './reception.ts'
import { standingStatus } from './rules.ts'
import { beijingMoment, liesAhead } from './slots.ts'
import { visitLife } from './states.ts'
import { slotKey, takenIn } from './taken-places.ts'
import type { BookingView } from './views.ts'

// whoever is late, or whose week has but one day left, still finds a choice
const leastDays = 4

/** S2-006, S2-024 times and places, the booking, and what to bring. Errors: absent. */
export async function showBooking(
  visit: Visit,
  id: string,
): Promise<z.input<typeof bookingDoor.reply>> {
  const { house, actor } = visit
  const { db } = house
  const now = house.clock.now()
  const today = todayInBeijing(now)
  const ctx = { actor, now, today }
  const facts = asItStands(await loadForNew(db, id, ctx))
  const { registration, open } = facts
  const settings = await settingsOn(db, today)
  const reception = await loadReception(db)
  const span = spanShown(reception, registration, today)
  const visits = await visitsFor(db, registration, (day) => reception.calendar.day(day).provisional)
  const sheet = await checkSheet(db, id, today)
  const openFacts = open && (await findVisit(db, open.id))
  const acts = openFacts
    ? canDo(visitLife, [rebookAct, cancelAct], openFacts, ctx)
    : canDo(visitLife, [bookAct], facts, ctx)
  return {
    registration: aboutOf(registration, today),
    branch: await branchName(db, registration.branchId),
    hours: hoursWords(reception.termsOn(today).hours),
    address: settings('papers.window-address'),
    phone: settings('papers.window-phone'),
    today,
    days: await daysOf(db, reception, registration, span, now),
    closed: closedDays(reception, span).map(({ day, reason }) => ({ day, reason })),
    visit: visits.find((v) => v.id === open?.id) ?? null,
    past: visits.filter((v) => v.id !== open?.id),
    bring: (sheet?.rows ?? []).map(({ slot, title, duty, required, file, inForce }) => ({
      slot,
      title,
      duty,
      required,
      hasFile: file !== null,
      inForce,
    })),
    acts,
  }
}

/** Without a booking that is as good as cancelled. */
function asItStands(facts: NewVisitFacts): NewVisitFacts {
  const { open, registration } = facts
  const over = open !== null && standingStatus(open.status, registration) === 'cancelled'
  return over ? { ...facts, open: null } : facts
}

/** The week to the last day for handing in, or the next few days of the window when those reach further. */
function spanShown(reception: Reception, { handInBy }: RegistrationSubject, today: Day): Span {
  const next = nextWindowDays(reception, today, leastDays).at(-1)?.day ?? addDays(today, 7)
  return { from: today, to: handInBy !== null && handInBy > next ? handInBy : next }
}

async function daysOf(
  db: Database,
  reception: Reception,
  { branchId, handInBy }: RegistrationSubject,
  span: Span,
  now: Date,
): Promise<BookingView['days']> {
  const taken = await takenIn(db, [branchId], span)
  const moment = beijingMoment(now)
  const days = new Map<Day, BookingView['days'][number]>()
  for (const { day, from, to, provisional } of slotsIn(reception, span)) {
    const inTime = handInBy === null || day <= handInBy
    const own = days.get(day) ?? { day, provisional, inTime, slots: [] }
    days.set(day, own)
    const { places } = reception.termsOn(day)
    const left = Math.max(0, places - (taken.get(slotKey(day, from)) ?? 0))
    own.slots.push({ from, to, left, open: left > 0 && liesAhead({ day, from }, moment) })
  }
  return [...days.values()]
}

async function branchName(db: Database, id: string) {
  const row = await db
    .selectFrom('branch')
    .select(['name_zh', 'name_en'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return { zh: row.name_zh, en: row.name_en }
}
