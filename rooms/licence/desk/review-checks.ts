import { z } from 'zod'
import type { Day } from '#frame/calendar/day.ts'
import law from '#law/review-checks.json' with { type: 'json' }

const lists = z
  .array(
    z.strictObject({
      validFrom: z.string(),
      validTo: z.string().nullable(),
      ours: z.boolean(),
      source: z.string(),
      items: z.array(
        z.strictObject({
          code: z.string(),
          duty: z.string(),
          title: z.strictObject({ zh: z.string(), en: z.string() }),
        }),
      ),
    }),
  )
  .parse(law.lists)

/** The points a first review looks at. In: the day the case counts as accepted from. Empty where law has none. */
export const checksOn = (day: Day) =>
  lists.find(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo))
    ?.items ?? []
