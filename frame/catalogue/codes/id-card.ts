import { isDay } from '#frame/calendar/day.ts'
import { bad, good, illegalPlace, tidy, type CodeCheck } from './check.ts'

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkChars = '10X98765432'

/** First two digits: provinces (GB/T 2260), 81–83 residence permits of Hong Kong, Macao and Taiwan, 91–99 permanent residence of foreigners. */
const regions = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|9[1-9])/

/** Check character of an 18-character ID number (GB 11643). @param body its first 17 digits */
export const idCardCheckChar = (body: string): string =>
  checkChars[weights.reduce((total, weight, i) => total + weight * Number(body[i]), 0) % 11]!

const name = '身份证号'

/**
 * Checks an 18-character 公民身份号码 (GB 11643) with its region, birth date and check character.
 * @param today 'YYYY-MM-DD'; when given, a birth date after it is refused
 */
export const checkIdCard = (text: string, today?: string): CodeCheck => {
  const code = tidy(text)
  const length = Array.from(code).length
  if (length === 0) return bad('idCard.empty', `${name}没有填写。请按身份证填写 18 位号码。`)
  if (length === 15)
    return bad(
      'idCard.old',
      `${name}现为 15 位。第一代身份证已于 2013 年 1 月 1 日停用，请填写第二代身份证上的 18 位号码。`,
    )
  if (length !== 18)
    return bad('idCard.length', `${name}应为 18 位，现为 ${length} 位。请对照证件逐位核对。`)
  const wrong = illegalPlace(code.slice(0, 17), '0123456789')
  if (wrong !== null)
    return bad(
      'idCard.character',
      `${name}第 ${wrong.place} 位“${wrong.char}”不是数字：前 17 位只能是数字。请对照证件改正这一位。`,
    )
  if (illegalPlace(code.slice(17), '0123456789X') !== null)
    return bad(
      'idCard.character',
      `${name}第 18 位“${Array.from(code)[17]}”不能作校验码：只能是数字或 X。请对照证件改正这一位。`,
    )
  if (!regions.test(code))
    return bad(
      'idCard.region',
      `${name}第 1、2 位“${code.slice(0, 2)}”不是行政区划码。请对照证件改正这两位。`,
    )
  const birth = `${code.slice(6, 10)}-${code.slice(10, 12)}-${code.slice(12, 14)}`
  if (!isDay(birth) || birth < '1860-01-01')
    return bad(
      'idCard.birth',
      `${name}第 7 至 14 位应为出生日期，而“${birth}”不是存在的日期。请对照证件改正这几位。`,
    )
  if (today !== undefined && birth > today)
    return bad(
      'idCard.birth',
      `${name}中的出生日期“${birth}”晚于今天（${today}）。请对照证件改正第 7 至 14 位。`,
    )
  if (idCardCheckChar(code.slice(0, 17)) !== code[17])
    return bad(
      'idCard.check',
      `${name}第 18 位校验码与前 17 位不符，说明其中至少有一位写错。请对照证件逐位核对后重新填写。`,
    )
  return good(code)
}
