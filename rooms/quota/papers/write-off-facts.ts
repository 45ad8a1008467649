import { z } from 'zod'

const text = z.string().min(1)

/** S2-041 what 特殊物品核销单 says after the port has confirmed what really came. */
export const writeOffFacts = z.strictObject({
  applicant: z.strictObject({ name: text, codeName: text, code: text }),
  permitTitle: text,
  permitNumber: text,
  requestNumber: text,
  port: text,
  confirmedDay: z.iso.date(),
  rows: z
    .array(
      z.strictObject({
        name: text,
        approved: text,
        requested: text,
        confirmed: text,
        left: text,
      }),
    )
    .min(1),
  remark: z.string(),
})
