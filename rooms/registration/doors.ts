import { z } from 'zod'
import { door } from '#frame/http/door.ts'
import { fieldClash, stateView } from '#frame/http/reply-parts.ts'
import { unitRoles, type Role } from '#frame/people/roles.ts'
import { registrationForm } from './forms.ts'
import { move, officerReaders, registrationLife, unitLife, unitMove } from './states.ts'
import {
  registrationRow,
  registrationView,
  unitAsOf,
  unitDesk,
  unitRow,
  unitView,
} from './views.ts'

const readers: readonly Role[] = [...unitRoles, ...officerReaders]
const tag = registrationLife.title.zh
const one = z.object({ id: z.uuid() })
const version = z.int().positive()
const paging = {
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(20),
}
const remarks = z.array(z.strictObject({ at: z.string(), what: z.string() }))

/** Registrations, changes and changes of the contact person, as far as one may see them. */
export const listDoor = door({
  method: 'GET',
  path: '/api/registrations',
  permission: 'registration.list',
  who: readers,
  tag,
  summary: { zh: '登记列表', en: 'Registrations' },
  query: z.object({
    q: z.string().max(100).optional(),
    /** Comma between several. */
    status: z.string().max(200).optional(),
    kind: z.string().max(100).optional(),
    unitId: z.uuid().optional(),
    mine: z.string().optional(),
    sort: z
      .enum(['hand-in', '-hand-in', 'updated', '-updated', 'number', '-number'])
      .default('-updated'),
    ...paging,
  }),
  reply: z.object({ rows: z.array(registrationRow), total: z.number().int() }),
})

export const registrationDoor = door({
  method: 'GET',
  path: '/api/registrations/:id',
  permission: 'registration.read',
  who: readers,
  tag,
  summary: { zh: '一件登记', en: 'One registration' },
  params: one,
  reply: registrationView,
})

/** An act by which a unit begins something. */
function beginDoor<S extends z.ZodRawShape>(act: string, body: S) {
  const row = move(act)
  return door({
    method: 'POST',
    path: `/api/registrations/${act}`,
    permission: `registration.${act}`,
    who: row.who,
    tag,
    summary: row.title,
    body: z.strictObject({ unitId: z.uuid(), ...body }),
    reply: stateView,
  })
}

export const beginDoorOfUnit = beginDoor('begin', {})
export const beginContactDoor = beginDoor('begin-contact', {})
/** S2-133 the reason, S2-134 each item; what is in force is put before it by the house. */
export const askChangeDoor = beginDoor('ask-change', {
  reason: z.string(),
  items: z.array(z.strictObject({ field: z.string(), after: z.string() })),
})

export const saveDoor = door({
  method: 'POST',
  path: '/api/registrations/:id/save',
  permission: 'registration.save',
  who: unitRoles,
  tag,
  summary: { zh: '保存填写的内容', en: 'Save what was typed' },
  params: one,
  body: z.strictObject({
    changes: z
      .array(
        z.strictObject({ name: registrationForm.keyof(), seen: z.unknown(), value: z.unknown() }),
      )
      .max(40)
      .default([]),
  }),
  reply: stateView.extend({
    clashes: z.array(fieldClash),
  }),
})

/** The door of an act on one registration. In: the act's name and what it asks besides. */
function actDoor<S extends z.ZodRawShape>(act: string, body: S) {
  const row = move(act)
  return door({
    method: 'POST',
    path: `/api/registrations/:id/${act}`,
    permission: `registration.${act}`,
    who: row.who,
    tag,
    summary: row.title,
    params: one,
    body: z.strictObject({ version, ...body }),
    reply: stateView,
  })
}

/** S2-140 the form for another contact person as PDF, to be printed and sealed. */
export const contactFormDoor = door({
  method: 'GET',
  path: '/api/registrations/:id/contact-form',
  permission: 'registration.print',
  who: unitRoles,
  tag,
  summary: { zh: '下载联系人信息变更申请表（PDF）', en: 'Download the contact form (PDF)' },
  params: one,
  reply: z.any().meta({ override: { type: 'string', format: 'binary' } }),
})

export const submitDoor = actDoor('submit', {})
export const withdrawDoor = actDoor('withdraw', { why: z.string() })
export const approveChangeDoor = actDoor('approve-change', { note: z.string().optional() })
export const declineChangeDoor = actDoor('decline-change', { why: z.string() })
export const passDoor = actDoor('pass', { note: z.string().optional() })
export const returnDoor = actDoor('return', { remarks })

/** The register of units, as far as one may see them. */
export const unitsDoor = door({
  method: 'GET',
  path: '/api/units',
  permission: 'unit.list',
  who: readers,
  tag,
  summary: { zh: '单位名录', en: 'Units' },
  query: z.object({
    /** Part of a name, code, contact or phone. */
    q: z.string().max(100).optional(),
    status: z.string().max(200).optional(),
    branch: z.uuid().optional(),
    /** Comma between several: units of any of them. */
    class: z.string().max(100).optional(),
    sort: z.enum(['name', '-name', 'code', '-code', 'since', '-since']).default('name'),
    ...paging,
  }),
  reply: z.object({ rows: z.array(unitRow), total: z.number().int() }),
})

export const unitDoor = door({
  method: 'GET',
  path: '/api/units/:id',
  permission: 'unit.read',
  who: readers,
  tag,
  summary: { zh: '单位现行登记信息', en: 'A unit as registered' },
  params: one,
  reply: unitView,
})

/** What was in force of a unit on a day. */
export const unitAsOfDoor = door({
  method: 'GET',
  path: '/api/units/:id/as-of',
  permission: 'unit.as-of',
  who: readers,
  tag,
  summary: { zh: '单位某日的登记信息', en: 'A unit as registered on a day' },
  params: one,
  /** Today when no day is named. */
  query: z.object({ day: z.iso.date().optional() }),
  reply: unitAsOf,
})

/** What ends of a unit, what is under way, and who its people are. */
export const unitDeskDoor = door({
  method: 'GET',
  path: '/api/units/:id/desk',
  permission: 'unit.desk',
  who: readers,
  tag,
  summary: { zh: '单位的到期、在办事项和成员', en: 'What ends and is under way of a unit' },
  params: one,
  reply: unitDesk,
})

/** What ends of a unit as a calendar file (RFC 5545). */
export const unitEndingsDoor = door({
  method: 'GET',
  path: '/api/units/:id/expiries.ics',
  permission: 'unit.expiries',
  who: readers,
  tag,
  summary: { zh: '到期日的日历文件', en: 'Expiries as a calendar file' },
  params: one,
  query: z.object({ language: z.enum(['zh', 'en']).default('zh') }),
  reply: z.any().meta({ override: { type: 'string' } }),
})

/** S2-145 phone and mailbox of the same contact person, in force at once. */
export const setContactDoor = door({
  method: 'POST',
  path: '/api/units/:id/set-contact',
  permission: 'unit.set-contact',
  who: unitMove('set-contact').who,
  tag: unitLife.title.zh,
  summary: unitMove('set-contact').title,
  params: one,
  body: z.strictObject({
    version,
    mobile: z.string(),
    email: z.string(),
    /** Left as it is when absent; empty: there is none. */
    landline: z.string().optional(),
  }),
  reply: stateView,
})
