import { bad, good, illegalPlace, tidy, type CodeCheck } from './check.ts'

/** GB 32100-2015: digits and capital letters without I, O, S, V, Z; a character's value is its index. */
export const usccAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'

const digits = '0123456789'
/** Weight of place i is 3^i mod 31. */
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/**
 * Check character of a 统一社会信用代码.
 * @param body the first 17 characters, all from `usccAlphabet`
 */
export const usccCheckChar = (body: string): string => {
  const sum = weights.reduce(
    (total, weight, i) => total + weight * usccAlphabet.indexOf(body[i]!),
    0,
  )
  return usccAlphabet[(31 - (sum % 31)) % 31]!
}

const name = '统一社会信用代码'

/**
 * Checks a 统一社会信用代码 (GB 32100-2015): 18 characters, area code in digits, check character.
 * Full-width letters, spaces and lower case are tolerated and mended in the answer.
 */
export const checkUscc = (text: string): CodeCheck => {
  const code = tidy(text)
  const length = Array.from(code).length
  if (length === 0)
    return bad('uscc.empty', `${name}没有填写。请按营业执照或法人证书填写 18 位代码。`)
  if (length !== 18)
    return bad(
      'uscc.length',
      `${name}应为 18 位，现为 ${length} 位。请对照营业执照或法人证书逐位核对；仍是 15 位注册号的，请先换领新证照。`,
    )
  const wrong = illegalPlace(code, usccAlphabet)
  if (wrong !== null)
    return bad(
      'uscc.character',
      `${name}第 ${wrong.place} 位“${wrong.char}”不是允许的字符：只能是数字和大写字母，且不使用 I、O、S、V、Z（常与 1、0、5、U、2 混淆）。请对照证照改正这一位。`,
    )
  const area = illegalPlace(code.slice(2, 8), digits)
  if (area !== null)
    return bad(
      'uscc.area',
      `${name}第 3 至 8 位是登记机关行政区划码，只能是数字，第 ${area.place + 2} 位“${area.char}”不是数字。请对照证照改正这一位。`,
    )
  if (usccCheckChar(code.slice(0, 17)) !== code[17])
    return bad(
      'uscc.check',
      `${name}第 18 位校验码与前 17 位不符，说明其中至少有一位写错或两位颠倒。请对照证照逐位核对后重新填写。`,
    )
  return good(code)
}
