import { z } from 'zod'
import { door } from '#frame/http/door.ts'
import { stateView } from '#frame/http/reply-parts.ts'
import { unitRoles, type Role } from '#frame/people/roles.ts'
import { move, phraseLife, phraseMove, visitLife, windowOfficers } from './states.ts'
import {
  bookingView,
  dayView,
  foundRow,
  hoursView,
  phraseView,
  visitRow,
  visitView,
} from './views.ts'

const readers: readonly Role[] = [...unitRoles, ...windowOfficers]
const tag = visitLife.title.zh
const one = z.object({ id: z.uuid() })
const version = z.int().positive()
const picked = { day: z.string(), from: z.string() }

/** S2-006 for everybody, without anything about anybody. */
export const hoursDoor = door({
  method: 'GET',
  path: '/api/window/hours',
  permission: 'window.hours',
  who: 'public',
  tag,
  summary: { zh: '窗口接待时间', en: 'When the window receives' },
  reply: hoursView,
})

/** S2-024, S2-025 times, places and what to bring for one registration. */
export const bookingDoor = door({
  method: 'GET',
  path: '/api/window/registrations/:id',
  permission: 'window.booking',
  who: readers,
  tag,
  summary: { zh: '一件登记的窗口预约', en: 'The booking of one registration' },
  params: one,
  reply: bookingView,
})

export const bookDoor = door({
  method: 'POST',
  path: '/api/window/registrations/:id/book',
  permission: 'visit.book',
  who: move('book').who,
  tag,
  summary: move('book').title,
  params: one,
  body: z.strictObject(picked),
  reply: stateView,
})

export const walkInDoor = door({
  method: 'POST',
  path: '/api/window/registrations/:id/walk-in',
  permission: 'visit.walk-in',
  who: move('walk-in').who,
  tag,
  summary: move('walk-in').title,
  params: one,
  body: z.strictObject({}),
  reply: stateView,
})

/** The door of an act on one visit. In: the act's name and what it asks besides. */
function visitActDoor<S extends z.ZodRawShape>(act: string, body: S) {
  const row = move(act)
  return door({
    method: 'POST',
    path: `/api/window/visits/:id/${act}`,
    permission: `visit.${act}`,
    who: row.who,
    tag,
    summary: row.title,
    params: one,
    body: z.strictObject(body),
    reply: stateView,
  })
}

export const rebookDoor = visitActDoor('rebook', { version, ...picked })
export const cancelDoor = visitActDoor('cancel', { version })
export const receiveDoor = visitActDoor('receive', { version })
export const finishDoor = visitActDoor('finish', { version })
export const stopDoor = visitActDoor('stop', { version, why: z.string() })

/** S2-025 by row, not by version: two rows may be ticked by two hands. */
export const tickDoor = door({
  method: 'POST',
  path: '/api/window/visits/:id/tick',
  permission: 'visit.tick',
  who: move('tick').who,
  tag,
  summary: move('tick').title,
  params: one,
  body: z.strictObject({
    slot: z.string(),
    outcome: z.enum(['seen', 'wanting']).nullable(),
    remark: z.string().optional(),
    was: z.string().nullable(),
  }),
  reply: stateView.extend({ tickedAt: z.string().nullable() }),
})

export const visitDoor = door({
  method: 'GET',
  path: '/api/window/visits/:id',
  permission: 'visit.read',
  who: windowOfficers,
  tag,
  summary: { zh: '一次窗口交验', en: 'One visit' },
  params: one,
  reply: visitView,
})

/** The booking as a calendar file (RFC 5545). */
export const calendarFileDoor = door({
  method: 'GET',
  path: '/api/window/visits/:id/calendar',
  permission: 'visit.calendar',
  who: readers,
  tag,
  summary: { zh: '预约的日历文件', en: 'The booking as a calendar file' },
  params: one,
  reply: z.any().meta({ override: { type: 'string' } }),
})

/** Visits within reach, for the workbench: a unit's own, an officer's of the day. */
export const visitsDoor = door({
  method: 'GET',
  path: '/api/window/visits',
  permission: 'visit.list',
  who: readers,
  tag,
  summary: { zh: '窗口交验列表', en: 'Visits' },
  query: z.object({
    /** Comma between several. */
    status: z.string().max(100).optional(),
    /** A day, or `today`. */
    day: z.string().max(10).optional(),
    page: z.coerce.number().int().min(1).max(10_000).default(1),
    size: z.coerce.number().int().min(1).max(200).default(20),
  }),
  reply: z.object({ rows: z.array(visitRow), total: z.number().int() }),
})

/** S2-006 everything of one day at the window. */
export const dayDoor = door({
  method: 'GET',
  path: '/api/window/day',
  permission: 'window.day',
  who: windowOfficers,
  tag,
  summary: { zh: '窗口某日办理情况', en: 'A day at the window' },
  query: z.object({
    // the settings of the window begin with the guide of 2016; a day before it has no window to show
    day: z.iso
      .date()
      .refine((day) => day >= '2017-01-01' && day <= '2100-12-31', '请选择2017年以后的日期。')
      .optional(),
    branch: z.uuid().optional(),
  }),
  reply: dayView,
})

export const findDoor = door({
  method: 'GET',
  path: '/api/window/find',
  permission: 'window.find',
  who: windowOfficers,
  tag,
  summary: { zh: '查找到场的单位', en: 'Find who has come' },
  query: z.object({ q: z.string().max(100) }),
  reply: z.object({ rows: z.array(foundRow) }),
})

const phraseTag = phraseLife.title.zh

export const phrasesDoor = door({
  method: 'GET',
  path: '/api/window/phrases',
  permission: 'phrase.list',
  who: windowOfficers,
  tag: phraseTag,
  summary: { zh: '窗口常用语', en: 'Phrase book' },
  reply: z.object({ rows: z.array(phraseView) }),
})

export const addPhraseDoor = door({
  method: 'POST',
  path: '/api/window/phrases',
  permission: 'phrase.add',
  who: phraseMove('add').who,
  tag: phraseTag,
  summary: phraseMove('add').title,
  body: z.strictObject({ at: z.string().nullable(), text: z.string() }),
  reply: stateView,
})

export const retirePhraseDoor = door({
  method: 'POST',
  path: '/api/window/phrases/:id/retire',
  permission: 'phrase.retire',
  who: windowOfficers,
  tag: phraseTag,
  summary: phraseMove('retire').title,
  params: one,
  body: z.strictObject({}),
  reply: stateView,
})

/** The address of the calendar file of a booking, for a plain link. In: the visit's id. */
export function calendarHref(id: string): string {
  return `/api/window/visits/${id}/calendar`
}
