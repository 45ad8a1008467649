import { bad, good, illegalPlace, tidy, type CodeCheck } from './check.ts'
import { checkUscc } from './uscc.ts'

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const weights = [3, 7, 9, 10, 5, 8, 4, 2]

/**
 * Check character of an 组织机构代码 (GB 11714): 0–9 or X.
 * @param body the first 8 characters, digits and capital letters
 */
export const orgCodeCheckChar = (body: string): string => {
  const sum = weights.reduce((total, weight, i) => total + weight * alphabet.indexOf(body[i]!), 0)
  const rest = 11 - (sum % 11)
  if (rest === 10) return 'X'
  return rest === 11 ? '0' : String(rest)
}

const name = '组织机构代码'

/**
 * Checks an 组织机构代码 (GB 11714), with or without the hyphen before the check character.
 * The answer always carries the hyphen, as on the certificate: `80210043-3`.
 */
export const checkOrgCode = (text: string): CodeCheck => {
  const code = tidy(text).replace(/[-‐‑–—－]/g, '')
  const length = Array.from(code).length
  if (length === 0)
    return bad(
      'orgCode.empty',
      `${name}没有填写。请按证书填写；已有统一社会信用代码的，取其第 9 至 17 位。`,
    )
  if (length !== 9)
    return bad(
      'orgCode.length',
      `${name}应为 9 位（8 位本体代码加 1 位校验码），现为 ${length} 位。请对照证书核对；已有统一社会信用代码的，取其第 9 至 17 位。`,
    )
  const wrong = illegalPlace(code.slice(0, 8), alphabet)
  if (wrong !== null)
    return bad(
      'orgCode.character',
      `${name}第 ${wrong.place} 位“${wrong.char}”不是数字或大写字母。请对照证书改正这一位。`,
    )
  if (illegalPlace(code.slice(8), '0123456789X') !== null)
    return bad(
      'orgCode.character',
      `${name}第 9 位“${Array.from(code)[8]}”不能作校验码：校验码只能是数字或 X。请对照证书改正这一位。`,
    )
  if (orgCodeCheckChar(code.slice(0, 8)) !== code[8])
    return bad(
      'orgCode.check',
      `${name}第 9 位校验码与前 8 位不符，说明其中至少有一位写错。请对照证书逐位核对后重新填写。`,
    )
  return good(`${code.slice(0, 8)}-${code.slice(8)}`)
}

/**
 * 组织机构代码 of a unit that has only a 统一社会信用代码: its characters 9–17 (C-30).
 * A faulty 统一社会信用代码 gives its own reason.
 */
export const orgCodeFromUscc = (uscc: string): CodeCheck => {
  const checked = checkUscc(uscc)
  if (!checked.ok) return checked
  return good(`${checked.value.slice(8, 16)}-${checked.value.slice(16, 17)}`)
}
