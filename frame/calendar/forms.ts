import { z } from 'zod'
import { isDay } from './day.ts'
import { yearNotice } from './year-notice.ts'

/** A day as people type it. */
export const dayField = z
  .string()
  .refine(isDay, '日期不存在或格式不对，请写成 2027-02-05 这样的形式')

const seen = z.int('缺少所见版本号，请刷新页面')
const reason = z
  .string()
  .trim()
  .min(4, '请写明理由（至少 4 个字），它会记入日历的变更历史')
  .max(500, '理由不能超过 500 个字')

/** A year's notice to be put in force. `reason` is needed when the year already has one. */
export const publishForm = z.strictObject({
  seen,
  notice: yearNotice,
  reason: reason.nullable(),
})

/** One day to be set against or before the notice. */
export const setDayForm = z.strictObject({
  seen,
  day: dayField,
  kind: z.enum(['off', 'work'], '请选择放假或上班'),
  name: z.string().trim().min(1, '请填写中文名称，如“临时放假”').max(40, '名称不能超过 40 个字'),
  nameEn: z.string().trim().min(1, '请填写英文名称').max(80, '英文名称不能超过 80 个字符'),
  source: z
    .string()
    .trim()
    .min(4, '请写明依据的文件（名称、文号），办件页面会显示它')
    .max(300, '依据不能超过 300 个字'),
  reason,
})

/** An own day to be taken back. */
export const clearDayForm = z.strictObject({ seen, day: dayField, reason })
