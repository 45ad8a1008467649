import { z } from 'zod'
import { enrolmentForm } from './forms.ts'

/** One field as it was typed, with what the page showed before; null for an empty one. */
export const formChange = z.strictObject({
  name: enrolmentForm.keyof(),
  seen: z.unknown(),
  value: z.unknown(),
})
