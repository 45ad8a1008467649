import { z } from 'zod'
import { dayField, filledText, yearNotice } from './year-notice.ts'

const seen = z.int('缺少所见版本号，请刷新页面')
const reasonFault = '请写明理由（至少 4 个字），它会记入日历的变更历史'
const reason = filledText(reasonFault, 500).min(4, reasonFault)
const sourceFault = '请写明依据的文件（名称、文号），办件页面会显示它'

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
  name: filledText('请填写中文名称，如“临时放假”', 40),
  nameEn: filledText('请填写英文名称', 80),
  source: filledText(sourceFault, 300).min(4, sourceFault),
  reason,
})

/** An own day to be taken back. */
export const clearDayForm = z.strictObject({ seen, day: dayField, reason })
