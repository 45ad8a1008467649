import { z } from 'zod'

const words = z.object({ zh: z.string(), en: z.string() })
const day = z.string().nullable()

/** A projection as it travels; for the replies of rooms that show a clock. */
export const clockProjectionShape = z.object({
  state: z.enum(['waiting', 'intake', 'correcting', 'running', 'paused', 'ended']),
  startDay: day,
  deemed: z.boolean(),
  totalDays: z.int(),
  dueDay: day,
  usualDueDay: day,
  usedDays: z.int(),
  leftDays: z.int(),
  overdue: z.boolean(),
  runsOn: z.boolean(),
  provisional: z.boolean(),
  steps: z.array(
    z.object({
      step: z.string(),
      kind: z.enum(['expert', 'onsite', 'laboratory']),
      from: z.string(),
      to: day,
      reason: z.string(),
      notice: z.string(),
      expectedDays: z.int(),
    }),
  ),
})

/** One row of the table of days as it travels. */
export const clockDayShape = z.object({
  day: z.string(),
  kind: z.enum(['start', 'counted', 'weekend', 'holiday', 'step']),
  n: z.int().nullable(),
  reason: words,
  provisional: z.boolean(),
  projected: z.boolean(),
})
