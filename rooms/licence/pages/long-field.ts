import type { Words } from '#frame/kernel/lifecycle.ts'
import type { FormField } from '#shell/parts/form-field.ts'

/** A text of several lines that an act cannot do without. */
export const longField = (name: string, zh: string, en: string, hint?: Words): FormField => ({
  name,
  kind: 'long',
  title: { zh, en },
  required: true,
  ...(hint ? { hint } : {}),
})
