import { z } from 'zod'
import { actView, instant, words } from '#frame/http/reply-parts.ts'

/** Parts of the replies; the web reads their types from here. */
const day = z.string()
const anyValue = z.union([z.number(), z.boolean(), z.string(), z.array(z.number())])
const dated = { validFrom: day, validTo: day.nullable(), source: z.string() }

/** How a dated row stands to today: held once, holds, will hold, or mended before it ever held. */
const standings = ['past', 'now', 'future', 'mended'] as const

const entry = {
  reason: z.string().nullable(),
  /** Name of the administrator; null when the product brought it along. */
  enteredBy: z.string().nullable(),
  enteredAt: instant,
  standing: z.enum(standings),
}

export const settingView = z.object({
  key: z.string(),
  group: z.string(),
  title: words,
  type: z.enum(['integer', 'integers', 'boolean', 'text', 'day', 'time', 'choice']),
  unit: z.string(),
  min: z.number().nullable(),
  max: z.number().nullable(),
  choices: z.array(z.string()),
  duty: z.string().nullable(),
  version: z.number().int(),
  /** Oldest first day first. */
  values: z.array(
    z.object({
      value: anyValue,
      ...dated,
      ours: z.boolean(),
      note: z.string().nullable(),
      ...entry,
    }),
  ),
  /** The administrator who changes it. */
  keeper: words,
  acts: z.array(actView),
})
export type SettingView = z.infer<typeof settingView>

const gradeView = z.object({
  code: z.string(),
  title: words,
  months: z.number().int(),
  uses: z.enum(['once', 'many']),
  partialWriteOff: z.boolean(),
  inspection: z.object({ entry: z.number(), exit: z.number() }).nullable(),
  followUp: z.enum(['all', 'none']),
  covers: z.array(z.string()),
})

export const ruleSetView = z.object({
  code: z.string(),
  title: words,
  draft: z.boolean(),
  source: z.string(),
  legalBasis: z.array(z.string()),
  gaps: z.array(z.string()),
  grades: z.array(gradeView),
  version: z.number().int(),
  holds: z.boolean(),
  starts: z.array(z.object({ validFrom: day, source: z.string(), ...entry })),
  acts: z.array(actView),
})
export type RuleSetView = z.infer<typeof ruleSetView>

export const agencyView = z.object({
  id: z.string(),
  code: z.string(),
  name: words,
  short: z.string(),
  kind: z.enum(['member', 'office', 'district']),
  lead: z.boolean(),
  duty: z.string().nullable(),
  note: z.string(),
  formerNames: z.array(z.object({ name: z.string(), until: day, note: z.string() })),
  ...dated,
  duties: z.array(z.object({ duty: z.string(), text: words, ...dated })),
  areas: z.array(z.object({ code: z.string(), name: words })),
})
export type AgencyView = z.infer<typeof agencyView>

export const branchView = z.object({
  id: z.string(),
  code: z.string(),
  name: words,
  kind: z.enum(['headquarters', 'office']),
  ...dated,
  areas: z.array(z.object({ code: z.string(), name: words })),
  ports: z.array(z.object({ code: z.string(), name: words })),
})
export type BranchView = z.infer<typeof branchView>

const variant = z.object({
  code: z.string(),
  zh: z.string(),
  en: z.string(),
  class: z.number().int().optional(),
  levels: z.record(z.string(), z.string()).optional(),
  pack: z.enum(['A', 'B']).optional(),
  un: z.string().optional(),
})

export const pathogenRow = z.object({
  id: z.string(),
  group: z.enum(['virus', 'prion', 'bacteria', 'fungus']),
  no: z.number().int(),
  zh: z.string(),
  sci: z.string(),
  family: z.string().nullable(),
  class: z.number().int(),
  highlyPathogenic: z.boolean(),
  levels: z.record(z.string(), z.string()),
  pack: z.enum(['A', 'B']),
  un: z.string(),
  categoryA: z.enum(['all', 'culture']).nullable(),
  remark: z.string(),
  variants: z.array(variant),
  aliases: z.array(z.string()),
})
export type PathogenRow = z.infer<typeof pathogenRow>

export const pathogenView = pathogenRow.extend({
  table: words,
  /** The table's notes on this row, and those that explain the activities and transport. */
  notes: z.array(z.object({ letter: z.string(), text: z.string(), own: z.boolean() })),
  explanations: z.array(z.string()),
  correction: z
    .object({ field: z.string(), printed: z.string(), read: z.string(), why: z.string() })
    .nullable(),
  transport: z.array(
    z.object({
      what: z.enum(['culture', 'specimen']),
      pack: z.string(),
      un: z.string(),
      why: z.string(),
    }),
  ),
  source: z.string(),
})
export type PathogenView = z.infer<typeof pathogenView>

export const articleClassView = z.object({
  code: z.string(),
  labels: z.record(z.string(), words),
  duty: z.string(),
  kinds: z.array(
    z.object({
      code: z.string(),
      title: words,
      traits: z.array(z.string()),
      duty: z.string().optional(),
    }),
  ),
})
