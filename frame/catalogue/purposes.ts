import { z } from 'zod'
import law from '#law/purposes.json' with { type: 'json' }

const purposeList = z.array(
  z.strictObject({
    code: z.string(),
    title: z.strictObject({ zh: z.string(), en: z.string() }),
    traits: z.array(z.string()),
    /** Agency codes that follow up by default (C-15). */
    followUp: z.array(z.string()),
    duty: z.string().nullable(),
  }),
)

/** What an article is for after entry or exit. Clinical trial and testing are not clinical use (C-36). */
export const purposes = purposeList.parse(law.purposes)
export type Purpose = (typeof purposes)[number]

/** A purpose by its code, or undefined. */
export const purposeOf = (code: string): Purpose | undefined =>
  purposes.find((purpose) => purpose.code === code)
