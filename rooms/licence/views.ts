import { z } from 'zod'
import { clockView } from '#frame/calendar/clock-view.ts'
import { taskLine } from '#frame/people/tasks/views.ts'
import { role } from '#frame/people/views.ts'
import { actView, paperView, reasonView, words } from '#frame/http/reply-parts.ts'
import { caseForm } from './forms.ts'
import { itemLine } from './item-lines.ts'
import { windowView } from './window-contact.ts'

/** One row of the register. */
export const caseRow = z.object({
  id: z.string(),
  number: z.string().nullable(),
  status: z.string(),
  unitName: z.string(),
  articles: z.string(),
  direction: z.string().nullable(),
  articleClass: z.string().nullable(),
  receivedDay: z.string().nullable(),
  dueDay: z.string().nullable(),
  leftDays: z.number().int().nullable(),
  paused: z.boolean(),
  updatedAt: z.iso.datetime(),
  /** Who of the officers has it in hand now; null for the applicant, and while nobody has. */
  holder: z
    .object({
      unitId: z.string(),
      role,
      name: z.string(),
      version: z.number().int(),
      mayHandOver: z.boolean(),
    })
    .nullable(),
})

const slotView = z.object({
  code: z.string(),
  duty: z.string(),
  title: words,
  kinds: z.array(z.string()),
  required: z.boolean(),
  why: words,
  writable: z.boolean(),
})

/** One step of the way of a case. */
export const stepView = z.object({
  title: words,
  status: words,
  role: words,
  /** Applicants see roles, not names. */
  name: z.string().nullable(),
  notePublic: words.nullable(),
  noteInner: words.nullable(),
  at: z.iso.datetime(),
})

/** Everything the page of one case shows; what only officers see is null for the applicant. */
export const caseView = z.object({
  id: z.string(),
  number: z.string().nullable(),
  status: z.string(),
  statusWords: words,
  version: z.number().int(),
  viewer: z.enum(['unit', 'officer']),
  unit: z.object({
    id: z.string(),
    nameZh: z.string(),
    laboratories: z.array(z.object({ name: z.string(), level: z.string() })),
    /** The classes the unit is registered for (C-41). */
    classes: z.array(z.string()),
  }),
  form: caseForm,
  /** With the form, what decides which fields the case needs. */
  ask: z.object({
    applicant: z.enum(['organisation', 'person']),
    ruleSet: z.string(),
    highlyPathogenic: z.boolean(),
    accredited: z.boolean(),
  }),
  /** S2-154 the total value in 万美元; null while it cannot be said. */
  dollars: z.string().nullable(),
  /** What the form keeps as a code of a list (port, country), in words. */
  codeWords: z.record(z.string(), words),
  lines: z.array(itemLine),
  /** Rows 附表 may have (S2-190). */
  mostLines: z.number().int(),
  editable: z.object({ all: z.boolean(), places: z.array(z.string()) }),
  slots: z.array(slotView),
  pathogens: z.array(
    z.object({
      id: z.string(),
      zh: z.string(),
      sci: z.string(),
      hazardClass: z.number().int(),
      activity: z.string(),
      level: z.string().nullable(),
    }),
  ),
  /** Who may not apply, or not in this way: shown before anything else is filled. */
  refusals: z.array(reasonView),
  problems: z.array(reasonView),
  /** What stands in the way of a grant or wants a look; the applicant sees the prohibitions of law. */
  warnings: z.array(reasonView),
  /** Grades of the case's rule set; empty for the applicant. */
  grades: z.array(z.string()),
  proposedGrade: z.object({ grade: z.string(), because: z.array(z.string()) }).nullable(),
  proposal: z
    .object({
      conclusion: z.string(),
      grade: z.string(),
      gradeReason: z.string(),
      opinion: z.string(),
      refusal: z.object({ facts: z.string(), reasons: z.string(), basis: z.string() }).optional(),
    })
    .nullable(),
  /** C-24 how often the case was sent back. */
  loops: z.object({ toWindow: z.number().int(), toFirst: z.number().int() }),
  /** S2-036 why it lies at the window again. */
  windowReturn: z.object({ why: z.string(), day: z.string() }).nullable(),
  /** C-36 exceptions to the prohibitions that stand; empty for the applicant. */
  exceptions: z.array(z.object({ code: z.string(), title: words })),
  /** 行政许可法 44 by when the decision is to reach the applicant, and how it did. */
  delivery: z
    .object({
      dueDay: z.string().nullable(),
      overdue: z.boolean(),
      day: z.string().nullable(),
      way: words.nullable(),
    })
    .nullable(),
  /** S2-049 where and when one may ask. */
  window: windowView,
  correction: z
    .object({
      items: z.array(z.object({ at: z.string(), where: z.string(), what: z.string() })),
      answerBy: z.string(),
      day: z.string(),
    })
    .nullable(),
  previous: z
    .object({ form: caseForm, lines: z.array(itemLine), codeWords: z.record(z.string(), words) })
    .nullable(),
  clock: clockView.nullable(),
  acts: z.array(actView),
  steps: z.array(stepView),
  /** Who of the officers has it in hand; empty for the applicant. */
  tasks: z.array(taskLine),
  papers: z.array(paperView),
  permitId: z.string().nullable(),
  /** Days a correction notice usually gives. */
  answerDays: z.number().int(),
})
export type CaseView = z.infer<typeof caseView>
