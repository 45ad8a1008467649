import { z } from 'zod'
import { door } from '#frame/http/door.ts'
import { fieldClash, stateView } from '#frame/http/reply-parts.ts'
import type { Words } from '#frame/kernel/lifecycle.ts'
import { documentKinds, enrolmentKinds } from './forms.ts'
import { formChange } from './form-change.ts'
import { enrolmentLife, keepers, move } from './states.ts'
import { enrolmentRow, enrolmentView, guideView, ownView } from './views.ts'

const tag = enrolmentLife.title.zh
const one = z.object({ id: z.uuid() })
const version = z.int().positive()
/** Without an account, by the key in the request's header. */
const requester = ['key-holder'] as const

export const guideDoor = door({
  method: 'GET',
  path: '/api/enrolment-guide',
  permission: 'enrolment.guide',
  who: 'public',
  tag,
  summary: { zh: '账号注册须知', en: 'What to know before registering' },
  reply: guideView,
})

export const beginDoor = door({
  method: 'POST',
  path: '/api/enrolments',
  permission: 'enrolment.begin',
  who: 'public',
  tag,
  summary: move('begin').title,
  body: z.strictObject({ kind: z.enum(enrolmentKinds), language: z.enum(['zh', 'en']) }),
  reply: stateView.extend({
    /** The secret key of the request; the browser keeps it. */
    key: z.string(),
  }),
})

export const ownDoor = door({
  method: 'GET',
  path: '/api/enrolments/:id/own',
  permission: 'enrolment.own',
  who: requester,
  tag,
  summary: { zh: '本人的注册申请', en: 'One’s own request' },
  params: one,
  reply: ownView,
})

export const saveDoor = door({
  method: 'POST',
  path: '/api/enrolments/:id/save',
  permission: 'enrolment.save',
  who: requester,
  tag,
  summary: { zh: '保存填写的内容', en: 'Save what was typed' },
  params: one,
  body: z.strictObject({
    changes: z.array(formChange).max(20).default([]),
    /** A person's document; sealed before it is kept. Empty takes it away. */
    document: z
      .strictObject({ kind: z.enum(documentKinds), number: z.string().max(40) })
      .optional(),
  }),
  reply: stateView.extend({
    clashes: z.array(fieldClash),
  }),
})

/** The filled form as PDF, to be printed and sealed. */
export const printDoor = door({
  method: 'GET',
  path: '/api/enrolments/:id/form',
  permission: 'enrolment.print',
  who: requester,
  tag,
  summary: { zh: '下载申请表（PDF）', en: 'Download the form (PDF)' },
  params: one,
  reply: z.any().meta({ override: { type: 'string', format: 'binary' } }),
})

export const listDoor = door({
  method: 'GET',
  path: '/api/enrolments',
  permission: 'enrolment.list',
  who: keepers,
  tag,
  summary: { zh: '账号注册申请列表', en: 'Requests for accounts' },
  query: z.object({
    q: z.string().max(100).optional(),
    status: z.string().max(200).optional(),
    kind: z.enum(enrolmentKinds).optional(),
    /** Confirmation links that ran out unused. */
    over: z.literal('1').optional(),
    sort: z.enum(['filed', '-filed', 'number', '-number']).default('filed'),
    page: z.coerce.number().int().min(1).max(10_000).default(1),
    size: z.coerce.number().int().min(1).max(200).default(20),
  }),
  reply: z.object({ rows: z.array(enrolmentRow), total: z.number().int() }),
})

export const enrolmentDoor = door({
  method: 'GET',
  path: '/api/enrolments/:id',
  permission: 'enrolment.read',
  who: keepers,
  tag,
  summary: { zh: '账号注册申请', en: 'One request' },
  params: one,
  reply: enrolmentView,
})

/** S2-125 the whole number, to compare with the copy; who looked is kept. */
export const documentDoor = door({
  method: 'POST',
  path: '/api/enrolments/:id/document',
  permission: 'enrolment.look-document',
  who: keepers,
  tag,
  summary: { zh: '查看证件号码', en: 'See the number of the document' },
  params: one,
  reply: z.object({ number: z.string() }),
})

/** The door of an act on one request. In: the act, who knocks, what it asks besides, another last word. */
function actDoor<S extends z.ZodRawShape>(
  act: string,
  who: readonly ['key-holder'] | typeof keepers,
  body: S,
  at: { word: string; summary?: Words } = { word: act },
) {
  return door({
    method: 'POST',
    path: `/api/enrolments/:id/${at.word}`,
    permission: `enrolment.${at.word}`,
    who,
    tag,
    summary: at.summary ?? move(act).title,
    params: one,
    body: z.strictObject({ version, ...body }),
    reply: stateView,
  })
}

export const fileDoor = actDoor('file', requester, {})
export const giveUpDoor = actDoor('give-up', requester, {})
export const sendLinkDoor = actDoor(
  'send-again',
  requester,
  {},
  {
    word: 'send-link',
    summary: { zh: '申请人要求重发确认链接', en: 'The requester asks for another link' },
  },
)
export const approveDoor = actDoor('approve', keepers, { branchId: z.string(), login: z.string() })
export const returnDoor = actDoor('return', keepers, {
  remarks: z.array(z.strictObject({ at: z.string(), what: z.string() })),
})
export const refuseDoor = actDoor('refuse', keepers, { why: z.string() })
export const sendAgainDoor = actDoor('send-again', keepers, {})
