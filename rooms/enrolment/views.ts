import { z } from 'zod'
import { actView, instant, reasonView, words } from '#frame/http/reply-parts.ts'
import { documentKinds, enrolmentForm, enrolmentKinds } from './forms.ts'

const remarkView = z.object({ at: z.string(), what: z.string() })

const stepView = z.object({
  title: words,
  status: words,
  role: words,
  /** The requester sees roles, not names. */
  name: z.string().nullable(),
  note: words.nullable(),
  at: instant,
})

/** A document as it may be shown: its kind and the ends of its number. */
const documentView = z.object({ kind: z.enum(documentKinds), masked: z.string() })

const common = {
  id: z.string(),
  kind: z.enum(enrolmentKinds),
  number: z.string().nullable(),
  status: z.string(),
  statusWords: words,
  version: z.number().int(),
  form: enrolmentForm,
  document: documentView.nullable(),
  remarks: z.array(remarkView),
  /** S2-068 once it is fixed. */
  login: z.string().nullable(),
  /** S2-069 until when the confirmation link is good; null while none was sent. */
  linkUntil: instant.nullable(),
  linkOver: z.boolean(),
  acts: z.array(actView),
  steps: z.array(stepView),
}

/** What whoever holds the key sees; of a request that is over, only how it ended. */
export const ownView = z.object({
  ...common,
  editable: z.boolean(),
  /** What stands in the way of filing. */
  problems: z.array(reasonView),
  /** When the request lapses if nobody goes on with it; null where it does not. */
  keptUntil: instant.nullable(),
})
export type OwnView = z.infer<typeof ownView>

/** Another unit or request that looks like this one. */
const alikeView = z.object({
  what: z.enum(['unit', 'request']),
  id: z.string(),
  name: z.string(),
  code: z.string(),
  status: words,
  branch: words.nullable(),
  why: z.array(words),
})
export type Alike = z.infer<typeof alikeView>

/** What the account administrator sees. */
export const enrolmentView = z.object({
  ...common,
  filedAt: instant.nullable(),
  /** S2-067 the branch fixed, else the one its district proposes. */
  branch: z.object({ id: z.string(), name: words }).nullable(),
  branchProposed: z.boolean(),
  branches: z.array(z.object({ id: z.string(), name: words })),
  areaName: words.nullable(),
  proposedLogin: z.string(),
  /** S2-023, S2-066 what to look at before deciding. */
  warnings: z.array(reasonView),
  alike: z.array(alikeView),
  account: z.object({ id: z.string(), status: z.string() }).nullable(),
  unitId: z.string().nullable(),
})
export type EnrolmentView = z.infer<typeof enrolmentView>

/** One row of the register. */
export const enrolmentRow = z.object({
  id: z.string(),
  kind: z.enum(enrolmentKinds),
  number: z.string(),
  status: z.string(),
  name: z.string(),
  code: z.string(),
  contact: z.string(),
  branch: words.nullable(),
  filedAt: instant,
  linkOver: z.boolean(),
})

/** What the public page says before anybody begins; dated settings. */
export const guideView = z.object({
  matter: z.string(),
  guidePublished: z.string(),
  agency: z.string(),
  formerAgency: z.string(),
  address: z.string(),
  phone: z.string(),
  weekdays: z.array(z.number().int()),
  from: z.string(),
  to: z.string(),
  linkHours: z.number().int(),
  keepDays: z.number().int(),
  areas: z.array(z.object({ code: z.string(), name: words })),
})
export type GuideView = z.infer<typeof guideView>
