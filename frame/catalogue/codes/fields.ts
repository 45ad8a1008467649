import { z } from 'zod'
import type { CodeCheck } from './check.ts'
import { checkLandline, checkMobile, checkPostcode } from './contact.ts'
import { checkCustomsCode } from './customs-code.ts'
import { checkIdCard } from './id-card.ts'
import { checkOrgCode } from './org-code.ts'
import { checkUscc } from './uscc.ts'

/**
 * A zod string whose value is checked by `check` and handed on in its normal form; the check's
 * Chinese message becomes the issue's message.
 */
const codeField = (check: (text: string) => CodeCheck) =>
  z
    .string()
    .max(64)
    .transform((text, ctx) => {
      const checked = check(text)
      if (checked.ok) return checked.value
      ctx.addIssue({ code: 'custom', message: checked.message, params: { code: checked.code } })
      return z.NEVER
    })

/** Form fields for the codes; all optional ones are made so by the form that uses them. */
export const usccField = codeField(checkUscc)
export const orgCodeField = codeField(checkOrgCode)
export const idCardField = codeField((text) => checkIdCard(text))
export const mobileField = codeField(checkMobile)
export const landlineField = codeField(checkLandline)
export const postcodeField = codeField(checkPostcode)
export const customsCodeField = codeField(checkCustomsCode)
