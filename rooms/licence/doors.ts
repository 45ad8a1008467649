import { z } from 'zod'
import { door } from '#frame/http/door.ts'
import { fieldClash, stateView } from '#frame/http/reply-parts.ts'
import type { Words } from '#frame/kernel/lifecycle.ts'
import type { Role } from '#frame/people/roles.ts'
import { unitRoles } from '#frame/people/roles.ts'
import { caseForm } from './forms.ts'
import { itemLine, mostLinesEver } from './item-lines.ts'
import { lineEdit } from './line-edit.ts'
import { listSorts } from './list-key.ts'
import { licenceLife, move, officerReaders } from './states.ts'
import { caseRow, caseView } from './views.ts'

const readers: readonly Role[] = [...unitRoles, ...officerReaders]
const tag = licenceLife.title.zh
const one = z.object({ id: z.uuid() })
const version = z.int().positive()

/** What the register may be narrowed to, and its order. Several codes are joined by a comma. */
const narrowing = {
  q: z.string().max(100).optional(),
  status: z.string().max(200).optional(),
  direction: z.string().max(40).optional(),
  class: z.string().max(200).optional(),
  /** Only what this person has in hand now. */
  mine: z.literal('1').optional(),
  /** Only those whose term is over. */
  overdue: z.literal('1').optional(),
  /** Only decided cases whose decision has not reached the applicant. */
  undelivered: z.literal('1').optional(),
  /** Who of the officers has it in hand: an account, or `none`. */
  holder: z.string().max(60).optional(),
  sort: z.enum(listSorts).default('left'),
}

/** S2-028, S2-042 the register of applications, filtered by what one may see. */
export const listDoor = door({
  method: 'GET',
  path: '/api/licences',
  permission: 'licence.list',
  who: readers,
  tag,
  summary: { zh: '申请列表', en: 'Applications' },
  query: z.object({
    ...narrowing,
    /** The key at the end of the page before. */
    after: z.string().max(300).optional(),
    size: z.coerce.number().int().min(1).max(200).default(20),
  }),
  reply: z.object({
    rows: z.array(caseRow),
    total: z.number().int(),
    /** There are more than `total`. */
    atLeast: z.boolean(),
    next: z.string().nullable(),
  }),
})

/** The same rows as a sheet. */
export const sheetDoor = door({
  method: 'GET',
  path: '/api/licences/sheet.xlsx',
  permission: 'licence.sheet',
  who: readers,
  tag,
  summary: { zh: '导出申请列表', en: 'Applications as a sheet' },
  query: z.object({ ...narrowing, language: z.enum(['zh', 'en']).default('zh') }),
  reply: z.any().meta({ override: { type: 'string', format: 'binary' } }),
})

/** The officers who have cases of one's reach in hand, to choose one from. */
export const holdersDoor = door({
  method: 'GET',
  path: '/api/licence-holders',
  permission: 'licence.holders',
  who: officerReaders,
  tag,
  summary: { zh: '有办件在手的经办人', en: 'Officers with cases in hand' },
  reply: z.object({ people: z.array(z.object({ id: z.string(), name: z.string() })) }),
})

/** Units for which the person may file. */
export const startDoor = door({
  method: 'GET',
  path: '/api/licence-start',
  permission: 'licence.start',
  who: unitRoles,
  tag,
  summary: { zh: '可以申请的单位', en: 'Units one may file for' },
  reply: z.object({
    units: z.array(
      z.object({
        id: z.string(),
        nameZh: z.string(),
        reasons: z.array(z.string()),
        /** Its latest applications, to begin from. */
        earlier: z.array(z.object({ id: z.string(), number: z.string(), articles: z.string() })),
      }),
    ),
  }),
})

export const caseDoor = door({
  method: 'GET',
  path: '/api/licences/:id',
  permission: 'licence.read',
  who: readers,
  tag,
  summary: { zh: '办件', en: 'One case' },
  params: one,
  reply: caseView,
})

export const createDoor = door({
  method: 'POST',
  path: '/api/licences',
  permission: 'licence.create',
  who: unitRoles,
  tag,
  summary: { zh: '新建申请', en: 'New application' },
  body: z.strictObject({ unitId: z.uuid(), copyOf: z.uuid().optional() }),
  reply: stateView,
})

export const saveDoor = door({
  method: 'POST',
  path: '/api/licences/:id/save',
  permission: 'licence.save',
  who: unitRoles,
  tag,
  summary: { zh: '保存填写的内容', en: 'Save what was typed' },
  params: one,
  body: z.strictObject({
    changes: z
      .array(z.strictObject({ name: caseForm.keyof(), seen: z.unknown(), value: z.unknown() }))
      .max(40)
      .default([]),
    lines: z.array(itemLine).max(mostLinesEver).optional(),
    lineEdit: lineEdit.optional(),
  }),
  reply: stateView.extend({
    clashes: z.array(fieldClash),
  }),
})

/** The door of an act on one case. In: the act's name, its English words and what it asks besides. */
function actDoor<S extends z.ZodRawShape>(act: string, body: S, summary?: Words) {
  const row = move(act)
  return door({
    method: 'POST',
    path: `/api/licences/:id/${act}`,
    permission: `licence.${act}`,
    who: row.who,
    tag,
    summary: summary ?? row.title,
    params: one,
    body: z.strictObject({ version, ...body }),
    reply: stateView,
  })
}

export const submitDoor = actDoor('submit', {})
export const withdrawDoor = actDoor('withdraw', { why: z.string() })
export const acceptDoor = actDoor('accept', {})
export const askCorrectionDoor = actDoor('ask-correction', {
  items: z.array(z.strictObject({ at: z.string(), what: z.string() })),
  answerDays: z.int().optional(),
})
export const openStepDoor = actDoor('open-step', {
  kind: z.enum(['expert', 'onsite', 'laboratory']),
  reason: z.string(),
  expectedDays: z.int(),
  officers: z.string().optional(),
})
export const closeStepDoor = actDoor('close-step', { result: z.string() })
export const proposeDoor = actDoor('propose', {
  conclusion: z.enum(['grant', 'refuse']),
  grade: z.string(),
  gradeReason: z.string().optional(),
  opinion: z.string(),
})
export const returnToFirstDoor = actDoor('return-to-first', { why: z.string() })
export const grantDoor = actDoor('grant', {
  grade: z.string().optional(),
  gradeReason: z.string().optional(),
})
export const refuseDoor = actDoor('refuse', {
  facts: z.string(),
  reasons: z.string(),
  basis: z.string(),
})
export const notInScopeDoor = actDoor('not-in-scope', {
  kind: z.enum(['no-approval', 'elsewhere']),
  reason: z.string(),
  instead: z.string().optional(),
})
export const lapseDoor = actDoor('lapse', {})
export const returnToWindowDoor = actDoor('return-to-window', { why: z.string() })
export const sendOnDoor = actDoor('send-on', { mended: z.string() })
export const proposeRefusalDoor = actDoor('propose-refusal', {
  facts: z.string(),
  reasons: z.string(),
  basis: z.string(),
})
export const extendDoor = actDoor('extend', { reason: z.string() })
export const clearProhibitionDoor = actDoor('clear-prohibition', {
  exception: z.string(),
  basis: z.string(),
})
export const deliverDoor = actDoor('deliver', {
  way: z.enum(['handed', 'posted', 'left']),
  day: z.string().optional(),
  note: z.string().optional(),
})
/** Done by itself when the decision is opened; for a unit that fetches its papers by program. */
export const receiveDoor = actDoor('receive', {})
