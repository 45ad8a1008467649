import { z } from 'zod'
import { actView, instant, paperView, words } from '#frame/http/reply-parts.ts'

const day = z.string()
const time = z.string()

/** S2-006 when the window receives: hours and the next days, the same for everybody. */
export const hoursView = z.object({
  words,
  weekdays: z.array(z.number().int()),
  from: time,
  to: time,
  slotMinutes: z.number().int(),
  /** S2-004, S2-005 where, and whom to ask. */
  address: z.string(),
  phone: z.string(),
  today: day,
  days: z.array(z.object({ day, from: time, to: time, provisional: z.boolean() })),
  /** Mondays and Thursdays that give none, with the reason. */
  closed: z.array(z.object({ day, reason: words })),
})

/** The registration a visit is about. */
const aboutView = z.object({
  id: z.string(),
  number: z.string().nullable(),
  kindWords: words,
  status: z.string(),
  statusWords: words,
  unitName: z.string(),
  handInBy: day.nullable(),
  overdue: z.boolean(),
})

const remarkView = z.object({ at: z.string(), where: words, what: z.string() })

/** A visit as the unit sees it. */
const unitVisitView = z.object({
  id: z.string(),
  status: z.string(),
  statusWords: words,
  version: z.number().int(),
  day,
  from: time.nullable(),
  to: time.nullable(),
  provisional: z.boolean(),
  walkIn: z.boolean(),
  remarks: z.array(remarkView),
  receipt: paperView.nullable(),
})
export type UnitVisit = z.infer<typeof unitVisitView>

/** The booking page of one registration. */
export const bookingView = z.object({
  registration: aboutView,
  branch: words,
  hours: words,
  address: z.string(),
  phone: z.string(),
  today: day,
  days: z.array(
    z.object({
      day,
      provisional: z.boolean(),
      /** S2-024 within the week after the submission. */
      inTime: z.boolean(),
      slots: z.array(z.object({ from: time, to: time, left: z.number().int(), open: z.boolean() })),
    }),
  ),
  closed: z.array(z.object({ day, reason: words })),
  /** The visit that is not over. */
  visit: unitVisitView.nullable(),
  past: z.array(unitVisitView),
  /** S2-025 originals and sealed copies. */
  bring: z.array(
    z.object({
      slot: z.string(),
      title: words,
      duty: z.string(),
      required: z.boolean(),
      hasFile: z.boolean(),
      inForce: z.boolean(),
    }),
  ),
  acts: z.array(actView),
})
export type BookingView = z.infer<typeof bookingView>

/** A visit in a list. */
export const visitRow = z.object({
  id: z.string(),
  registrationId: z.string(),
  number: z.string().nullable(),
  kindWords: words,
  unitName: z.string(),
  branch: words,
  status: z.string(),
  statusWords: words,
  version: z.number().int(),
  day,
  from: time.nullable(),
  to: time.nullable(),
  walkIn: z.boolean(),
  /** Minutes past the booked time; null when nobody is awaited. */
  lateMinutes: z.number().int().nullable(),
  receivedAt: instant.nullable(),
  finishedAt: instant.nullable(),
  handInBy: day.nullable(),
})
export type VisitRow = z.infer<typeof visitRow>

/** One day at the window. */
export const dayView = z.object({
  day,
  today: day,
  /** Null where the window does not receive that day. */
  window: z.object({ from: time, to: time, provisional: z.boolean() }).nullable(),
  reason: words,
  previous: day.nullable(),
  next: day.nullable(),
  branches: z.array(z.object({ id: z.string(), name: words })),
  counts: z.object({
    booked: z.number().int(),
    late: z.number().int(),
    present: z.number().int(),
    complete: z.number().int(),
    incomplete: z.number().int(),
    missed: z.number().int(),
    walkIns: z.number().int(),
  }),
  visits: z.array(visitRow),
  /** Begun on an earlier day and not finished. */
  unfinished: z.array(visitRow),
  slots: z.array(
    z.object({ from: time, to: time, taken: z.number().int(), places: z.number().int() }),
  ),
})
export type DayView = z.infer<typeof dayView>

/** A registration that waits for its originals, as the officer finds it. */
export const foundRow = z.object({
  registrationId: z.string(),
  number: z.string().nullable(),
  kindWords: words,
  unitName: z.string(),
  code: z.string(),
  branch: words,
  handInBy: day.nullable(),
  overdue: z.boolean(),
  visit: z
    .object({
      id: z.string(),
      status: z.string(),
      version: z.number().int(),
      day,
      from: time.nullable(),
    })
    .nullable(),
})

/** The page of one visit, for officers. */
export const visitView = z.object({
  id: z.string(),
  status: z.string(),
  statusWords: words,
  version: z.number().int(),
  day,
  from: time.nullable(),
  to: time.nullable(),
  walkIn: z.boolean(),
  receivedAt: instant.nullable(),
  finishedAt: instant.nullable(),
  registration: aboutView,
  rows: z.array(
    z.object({
      slot: z.string(),
      title: words,
      duty: z.string(),
      required: z.boolean(),
      inForce: z.boolean(),
      /** S2-129 from when until when its certificate holds, as typed; null where it has no dates. */
      valid: words.nullable(),
      file: z
        .object({
          id: z.string(),
          name: z.string(),
          version: z.number().int(),
          href: z.string(),
          usable: z.boolean(),
        })
        .nullable(),
      tick: z
        .object({
          outcome: z.enum(['seen', 'wanting']),
          remark: z.string(),
          by: z.string(),
          at: instant,
          /** The file was changed after it was looked at. */
          fileChanged: z.boolean(),
        })
        .nullable(),
    }),
  ),
  /** What was typed, to be held against the originals; `row` is where something is said of it. */
  fields: z.array(
    z.object({ name: z.string(), row: z.string(), title: words, duty: z.string(), value: words }),
  ),
  remarks: z.array(remarkView),
  /** Whether finishing now finds it complete. */
  complete: z.boolean(),
  acts: z.array(actView),
  receipt: paperView.nullable(),
  earlier: z.array(unitVisitView),
})
export type VisitView = z.infer<typeof visitView>

/** A sentence of the phrase book. */
export const phraseView = z.object({
  id: z.string(),
  /** Row it is for; null: any. */
  at: z.string().nullable(),
  text: z.string(),
  used: z.number().int(),
  /** Added by the person who asks; the others are the house's. */
  own: z.boolean(),
})
export type Phrase = z.infer<typeof phraseView>
