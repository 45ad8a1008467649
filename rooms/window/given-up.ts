import { z } from 'zod'
import type { BookedTime } from './facts.ts'

const kept = z.object({
  at: z.literal('given-up'),
  booked: z.object({ day: z.string(), from: z.string(), to: z.string() }),
})

/**
 * What a visit under way keeps in the place of its remarks, which it has only when it ends: the later time
 * that its unit had booked.
 */
export const keptBooking = (booked: BookedTime): string =>
  JSON.stringify([{ at: 'given-up', booked } satisfies z.input<typeof kept>])

/** Pure: the time kept by {@link keptBooking}, or null. In: the remarks as stored. */
export function givenUpIn(remarks: unknown): BookedTime | null {
  const found = z.tuple([kept]).safeParse(remarks)
  return found.success ? found.data[0].booked : null
}
