import { z } from 'zod'
import { words } from '#frame/http/reply-parts.ts'

/** A clock as the page of its subject shows it, day by day, as of a legal day. */
export const clockView = z.object({
  asOf: z.string(),
  projection: z.object({
    state: z.enum(['waiting', 'intake', 'correcting', 'running', 'paused', 'ended']),
    startDay: z.string().nullable(),
    deemed: z.boolean(),
    totalDays: z.number().int(),
    dueDay: z.string().nullable(),
    usualDueDay: z.string().nullable(),
    usedDays: z.number().int(),
    leftDays: z.number().int(),
    overdue: z.boolean(),
    runsOn: z.boolean(),
    provisional: z.boolean(),
    steps: z.array(
      z.object({
        step: z.string(),
        kind: z.enum(['expert', 'onsite', 'laboratory']),
        from: z.string(),
        to: z.string().nullable(),
        reason: z.string(),
        notice: z.string(),
        expectedDays: z.number().int(),
      }),
    ),
  }),
  days: z.array(
    z.object({
      day: z.string(),
      kind: z.enum(['start', 'counted', 'weekend', 'holiday', 'step']),
      n: z.number().int().nullable(),
      reason: words,
      provisional: z.boolean(),
      projected: z.boolean(),
    }),
  ),
})
