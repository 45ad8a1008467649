import { z } from 'zod'
import { isDay } from '#frame/calendar/day.ts'

const seen = z.int('缺少所见版本号，请刷新页面')
const validFrom = z.string().refine(isDay, '日期不存在或格式不对，请写成 2027-02-05 这样的形式')
const source = z
  .string()
  .trim()
  .min(4, '请写明依据的文件（名称、文号、条款），或写明由谁决定')
  .max(300, '依据不能超过 300 个字')
const reason = z
  .string()
  .trim()
  .min(4, '请写明理由（至少 4 个字），它会记入变更历史')
  .max(500, '理由不能超过 500 个字')

/** A setting's value as typed: its own type and bounds are a rule of the act. */
const settingValue = z.union(
  [z.int(), z.boolean(), z.string().max(2000), z.array(z.int()).max(50)],
  '值应为整数、是否、文字或整数列表',
)

/** A value from a future day on. */
export const changeSettingForm = z.strictObject({
  key: z.string().max(80),
  seen,
  value: settingValue,
  validFrom,
  source,
  ours: z.boolean('请选择这是法规规定，还是本机构自定'),
  reason,
})

/** A rule set from a future day on. */
export const startRuleSetForm = z.strictObject({
  code: z.string().max(20),
  seen,
  validFrom,
  source,
  reason,
  /** The administrator has read what is not known of the set. */
  gapsChecked: z.boolean(),
})
