import { z } from 'zod'
import { mobileField } from '#frame/catalogue/codes/fields.ts'
import { isDay } from '#frame/calendar/day.ts'
import { roleCodes, type Role } from '../roles.ts'

const day = z.string().refine(isDay, '日期应写成 2026-11-23 这样。')
const id = z.uuid('编号的格式不对，请从列表中选择。').nullable().default(null)

/** A sign-in name: it is typed often, so small letters, digits and a few signs. S2-068 */
export const loginField = z
  .string()
  .trim()
  .toLowerCase()
  .regex(
    /^[a-z0-9][a-z0-9._-]{2,39}$/,
    '登录名用3至40个小写字母、数字或 . _ - ，并以字母或数字开头。',
  )

export const personName = z.string().trim().min(1, '请填写姓名。').max(40, '姓名最多40个字。')

export const mailboxField = z.email('邮箱的格式不对，例如 zhangsan@example.cn。').max(120)

/** A role with its reach and its days, as granted. */
export const grantForm = z
  .strictObject({
    role: z.enum(roleCodes as [Role, ...Role[]], '请从列表中选择岗位。'),
    unitId: id,
    branchId: id,
    agencyId: id,
    subjectId: id,
    validFrom: day,
    validTo: day.nullable().default(null),
  })
  .refine((g) => g.validTo === null || g.validTo >= g.validFrom, {
    path: ['validTo'],
    message: '结束日期早于开始日期，请改正。',
  })

export type GrantForm = z.output<typeof grantForm>

export const reasonField = z
  .string()
  .trim()
  .min(2, '请写明理由，至少两个字。')
  .max(500, '理由最多500个字。')

/** S2-064, S2-068 a person invited with a first role. */
export const inviteForm = z.strictObject({
  login: loginField,
  name: personName,
  mailbox: mailboxField,
  phone: mobileField.nullable().default(null),
  language: z.enum(['zh', 'en']).default('zh'),
  grant: grantForm,
  reason: reasonField,
})

export type InviteForm = z.output<typeof inviteForm>

/** What an account keeper may correct. */
export const changeForm = z.strictObject({
  login: loginField,
  name: personName,
  mailbox: mailboxField,
  phone: mobileField.nullable(),
  reason: reasonField,
})

/** On an existing row: which, and the version the person saw. */
export const onRow = { id: z.uuid(), version: z.int().positive() }

/** The version seen, for the standard check. */
export const seen = (input: { version: number }) => input.version

export const onRowWithReason = z.strictObject({ ...onRow, reason: reasonField })
