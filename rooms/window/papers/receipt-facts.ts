import { z } from 'zod'

const text = z.string().min(1)

/** S2-025 what 单位登记材料交验回执 says: what was shown, what is wanting and why, and what comes next. */
export const receiptForm = z.strictObject({
  applicant: z.strictObject({ name: text, codeName: text, code: text }),
  /** What it is about: 单位登记, 登记变更, 更换联系人 */
  matter: text,
  registrationNumber: text,
  branch: text,
  day: z.iso.date(),
  /** Only rows that were looked at. */
  rows: z.array(
    z.strictObject({
      title: text,
      outcome: z.enum(['seen', 'wanting']),
      remark: z.string(),
    }),
  ),
  complete: z.boolean(),
  /** When the window receives. */
  hours: text,
})
