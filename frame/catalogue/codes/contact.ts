import { bad, good, tidy, type CodeCheck } from './check.ts'

/**
 * Checks a mainland mobile number: 11 digits beginning with 13–19. Spaces, hyphens and a leading
 * +86 are taken away.
 */
export const checkMobile = (text: string): CodeCheck => {
  const number = tidy(text)
    .replace(/-/g, '')
    .replace(/^(\+|00)86/, '')
  if (number === '')
    return bad('mobile.empty', '手机号码没有填写。请填写 11 位手机号码，以便接收短信提示。')
  if (!/^\d+$/.test(number))
    return bad('mobile.character', '手机号码只能是数字。请去掉其他文字，只填 11 位号码。')
  if (number.length !== 11)
    return bad('mobile.length', `手机号码应为 11 位，现为 ${number.length} 位。请核对后重新填写。`)
  if (!/^1[3-9]/.test(number))
    return bad(
      'mobile.prefix',
      `手机号码应以 13 至 19 开头，现以“${number.slice(0, 2)}”开头。固定电话请填在“固定电话”一栏。`,
    )
  return good(number)
}

/**
 * Checks a mainland landline number and writes it `010-55500101` or `010-55500101-8001`.
 * Brackets round the area code, spaces, and 转 before the extension are understood.
 */
export const checkLandline = (text: string): CodeCheck => {
  const number = tidy(text)
    .replace(/^(?:(?:\+|00)86-?)(?=[1-9])/, '0')
    .replace(/[()]/g, '-')
    .replace(/(?:转|EXT\.?|X)/g, '-')
    .replace(/-+/g, '-')
    .replace(/^-|-$/g, '')
  if (number === '')
    return bad('landline.empty', '固定电话没有填写。请填写“区号-号码”，如 010-55500101。')
  if (!/^[\d-]+$/.test(number))
    return bad(
      'landline.character',
      '固定电话只能是数字和连字符。请写成“区号-号码-分机”，如 010-55500101-8001。',
    )
  // The three-digit area codes are 010 and 02x; all others have four digits.
  const split = /^(010|02\d|0[3-9]\d{2})-?(\d{7,8})(?:-(\d{1,6}))?$/.exec(number)
  if (split === null)
    return bad(
      'landline.form',
      `固定电话“${number}”不是“区号-号码”或“区号-号码-分机”：区号以 0 开头共 3 至 4 位，号码 7 至 8 位。请补全区号并核对位数，如 010-55500101。`,
    )
  const [, area, main, extension] = split
  return good([area, main, extension].filter((part) => part !== undefined).join('-'))
}

/** Checks a mainland postcode: 6 digits, not 000000. */
export const checkPostcode = (text: string): CodeCheck => {
  const code = tidy(text)
  if (code === '') return bad('postcode.empty', '邮政编码没有填写。请填写 6 位数字，如 100000。')
  if (!/^\d{6}$/.test(code) || code === '000000')
    return bad(
      'postcode.form',
      `邮政编码应为 6 位数字且不能全为 0，现为“${code}”。请按单位所在地填写，北京市以 10 开头。`,
    )
  return good(code)
}
