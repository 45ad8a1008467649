import { isDay } from '#frame/calendar/day.ts'
import type { DatedValue, SettingForm } from './setting.ts'

const whole = (form: SettingForm, value: unknown): string | null => {
  const [min, max] = [form.min ?? 0, form.max ?? Number.MAX_SAFE_INTEGER]
  if (typeof value !== 'number' || !Number.isSafeInteger(value))
    return `“${form.title.zh}”应为整数。请填写 ${min} 至 ${max} 之间的整数。`
  if (value < min || value > max)
    return `“${form.title.zh}”应在 ${min} 至 ${max} 之间，现为 ${value}。请改在范围之内。`
  return null
}

const wholes = (form: SettingForm, value: unknown): string | null => {
  if (!Array.isArray(value) || value.length === 0)
    return `“${form.title.zh}”应为一个或多个整数。请至少填写一个。`
  if (new Set(value).size !== value.length) return `“${form.title.zh}”有重复的数。请去掉重复的。`
  return value.map((one) => whole(form, one)).find((fault) => fault !== null) ?? null
}

const checks: Record<SettingForm['type'], (form: SettingForm, value: unknown) => string | null> = {
  integer: whole,
  integers: wholes,
  boolean: (form, value) =>
    typeof value === 'boolean' ? null : `“${form.title.zh}”应为“是”或“否”。请重新选择。`,
  text: (form, value) =>
    typeof value === 'string' && value.length <= 500
      ? null
      : `“${form.title.zh}”应为不超过 500 字的文字。请缩短后再保存。`,
  day: (form, value) =>
    typeof value === 'string' && isDay(value)
      ? null
      : `“${form.title.zh}”应为存在的日期，写成 2027-01-01。请重新填写。`,
  time: (form, value) =>
    typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value)
      ? null
      : `“${form.title.zh}”应为 24 小时制的时间，写成 13:30。请重新填写。`,
  choice: (form, value) =>
    typeof value === 'string' && (form.choices ?? []).includes(value)
      ? null
      : `“${form.title.zh}”只能从 ${(form.choices ?? []).join('、')} 中选择。请重新选择。`,
}

/**
 * What is wrong with a value for a setting, in Chinese with the way to mend it; null when nothing is.
 */
export const settingFault = (form: SettingForm, value: unknown): string | null =>
  checks[form.type](form, value)

/** Whether two values are the same. */
export const sameValue = (a: DatedValue['value'], b: DatedValue['value']): boolean =>
  JSON.stringify(a) === JSON.stringify(b)
