import { z } from 'zod'

/** One word in both languages. */
export const words = z.object({ zh: z.string(), en: z.string() })

/** A moment with its offset; the page shows it in Beijing time. */
export const instant = z.iso.datetime({ offset: true })

/** Why something is not possible, as rules say it. */
export const reasonView = z.object({
  duty: z.string().nullable(),
  code: z.string(),
  message: z.string(),
  at: z.string().optional(),
})

/** An act as the screen shows it: allowed, or every reason why not. */
export const actView = z.object({
  act: z.string(),
  title: words,
  allowed: z.boolean(),
  reasons: z.array(reasonView),
})

/** What an act answers: the subject as it now is. */
export const stateView = z.object({ id: z.string(), status: z.string(), version: z.number().int() })

/** A field that a colleague changed meanwhile: both values, and who typed the one that stands. */
export const fieldClash = z.object({
  name: z.string(),
  mine: z.unknown(),
  theirs: z.unknown(),
  by: z.string().nullable(),
})

/** A paper as the page of its subject lists it. */
export const paperView = z.object({
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  number: z.string(),
  day: z.string(),
  status: z.string(),
})
