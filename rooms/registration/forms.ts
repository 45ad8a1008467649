import { z } from 'zod'
import { articleClassCodes } from '#frame/catalogue/article-classes.ts'
import { labLevels } from '#frame/catalogue/laboratory.ts'

/** S2-095 what a unit may be, one or several at once (C-41). */
export const unitClasses = ['producer', 'seller', 'user'] as const
export type UnitClass = (typeof unitClasses)[number]

/** S2-080 the kinds of body a unit can be. */
export const natures = ['enterprise', 'institution', 'social', 'other'] as const

/** S2-115 what a seller sells that needs a licence of its own. */
export const soldKinds = ['ivd', 'drug', 'other'] as const

/** C-40 which certificate stands in the slot of S2-120. */
export const bodyCertificates = [
  'institution',
  'business',
  'private-non-enterprise',
  'medical',
] as const

/** A text that still prints, kept as typed: who pauses after a blank goes on after it. In: the most characters. */
const text = (max: number) => z.string('请填写文字').max(max, `最多 ${max} 个字，请缩短`)
const day = z.iso.date('日期应写成 2026-11-23 这样')

/** S2-097, S2-119 a laboratory of the unit with its level and how it is filed or accredited. */
export const laboratory = z.strictObject({
  name: text(60).default(''),
  level: z.enum(labLevels, '请选择防护等级').optional(),
  filingNo: text(60).default(''),
  address: text(150).default(''),
})
export type Laboratory = z.infer<typeof laboratory>

/** From when until when a certificate holds; an end that is open is left out. */
export const documentDates = z.strictObject({ from: day.optional(), to: day.optional() })

/**
 * 单位登记 as typed: everything may still be missing in a draft. What a submission needs is in rules.ts.
 * Code, state and supervising branch are the house's own (S2-074, S2-082, S2-093) and are not typed.
 */
export const registrationForm = z.strictObject({
  nameZh: text(100).optional(),
  nameEn: text(200).optional(),
  approvalSiteNo: text(40).optional(),
  classes: z.array(z.enum(unitClasses)).max(3).optional(),
  nature: z.enum(natures, '请选择单位性质').optional(),
  bodyCertificate: z.enum(bodyCertificates, '请选择证书种类').optional(),
  legalRep: text(40).optional(),
  head: text(40).optional(),
  scope: text(2000).optional(),
  scopeWords: text(200).optional(),
  sells: z.array(z.enum(soldKinds)).max(3).optional(),
  approvalScope: z.array(z.enum(articleClassCodes)).max(4).optional(),
  contact: text(40).optional(),
  // Numbers and mailboxes are kept as typed, so that half a number is not lost; rules.ts checks them.
  mobile: text(40).optional(),
  email: text(120).optional(),
  landline: text(40).optional(),
  fax: text(40).optional(),
  postcode: text(20).optional(),
  registeredAddress: text(150).optional(),
  productionAddress: text(150).optional(),
  businessAddress: text(150).optional(),
  storageAddress: text(150).optional(),
  laboratories: z.array(laboratory).max(50, '最多 50 个实验室').optional(),
  intro: text(2000).optional(),
  documentDates: z.record(z.string().max(60), documentDates).optional(),
  notApplicable: z.array(z.enum(['nameEn', 'approvalSiteNo', 'fax', 'landline'])).optional(),
})
export type RegistrationForm = z.infer<typeof registrationForm>
export type RegistrationFieldName = keyof RegistrationForm
