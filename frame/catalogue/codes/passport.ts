import { bad, good, illegalPlace, tidy, type CodeCheck } from './check.ts'

const signs = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

const name = '护照号码'

/**
 * Checks the number of a passport of any country: letters and digits, 6 to 15 of them, a digit among them
 * (ICAO Doc 9303 gives 9 places to most; a check character stands in the machine-readable zone only).
 */
export const checkPassport = (text: string): CodeCheck => {
  const number = tidy(text).replaceAll('-', '')
  const length = Array.from(number).length
  if (length === 0) return bad('passport.empty', `${name}没有填写。请按护照资料页右上角填写。`)
  const wrong = illegalPlace(number, signs)
  if (wrong !== null)
    return bad(
      'passport.character',
      `${name}第 ${wrong.place} 位“${wrong.char}”不是字母或数字。请对照护照资料页改正这一位。`,
    )
  if (length < 6 || length > 15)
    return bad(
      'passport.length',
      `${name}应为 6 至 15 位，现为 ${length} 位。请对照护照资料页逐位核对。`,
    )
  if (!/\d/.test(number))
    return bad('passport.digit', `${name}中没有数字，不像护照号码。请对照护照资料页重新填写。`)
  return good(number)
}
