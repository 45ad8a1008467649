import { bad, good, illegalPlace, tidy, type CodeCheck } from './check.ts'

const digits = '0123456789'
/** Fifth place: kind of economic zone; other digits and letters exist and are taken as they are. */
const zones: Record<string, string> = {
  1: '经济特区',
  2: '经济技术开发区',
  3: '高新技术产业开发区',
  4: '保税区',
  5: '出口加工区',
  9: '其他',
}

const name = '海关注册编码'

/**
 * Checks a 海关注册编码: 10 characters, 1–4 administrative area, 5 zone, 6 kind of enterprise,
 * 7–10 serial (newer ones with letters). The code has no check digit, so only its form is checked.
 */
export const checkCustomsCode = (text: string): CodeCheck => {
  const code = tidy(text)
  const length = Array.from(code).length
  if (length === 0)
    return bad('customsCode.empty', `${name}没有填写。请按海关备案回执填写 10 位编码。`)
  if (length !== 10)
    return bad(
      'customsCode.length',
      `${name}应为 10 位，现为 ${length} 位。请按海关备案回执填写；不要填 18 位统一社会信用代码。`,
    )
  const area = illegalPlace(code.slice(0, 4), digits)
  if (area !== null)
    return bad(
      'customsCode.area',
      `${name}第 ${area.place} 位“${area.char}”不是数字：第 1 至 4 位是行政区划。请对照备案回执改正这一位。`,
    )
  if (code[4] === '0')
    return bad(
      'customsCode.zone',
      `${name}第 5 位表示经济区划，不能是 0。请对照备案回执改正这一位。`,
    )
  const serial = illegalPlace(code.slice(4), `${digits}ABCDEFGHIJKLMNOPQRSTUVWXYZ`)
  if (serial !== null)
    return bad(
      'customsCode.character',
      `${name}第 ${serial.place + 4} 位“${serial.char}”不是数字或大写字母。请对照备案回执改正这一位。`,
    )
  return good(code)
}

/** Name of the economic zone in the fifth place of a valid 海关注册编码 ('其他' when not one of the five named). */
export const customsZone = (code: string): string => zones[code[4] ?? ''] ?? '其他'
