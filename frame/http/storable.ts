import { reason, Refused, type Reason } from '#frame/kernel/reason.ts'

// Tab and line ends are text; no font has a sign for the other control characters, so a paper with one
// could never be made. Marks that turn the reading direction make a signed paper read otherwise than it
// says (Unicode TR 36, 2.4.4).
const unprintable = /(?![\t\n\r])\p{Cc}|[\u202A-\u202E\u2066-\u2069]/u
const unstorable = (text: string) => unprintable.test(text) || !text.isWellFormed()

/** Far deeper than any form; beyond it the walks over a value would run out of stack. */
const deepest = 32

function reasonsIn(value: unknown, at: string, depth: number): Reason[] {
  if (typeof value === 'string')
    return unstorable(value)
      ? [
          reason(
            null,
            'unstorable-text',
            '含有不能保存的字符（控制字符、改变文字方向的隐形字符或残缺的字符），可能是从别的程序粘贴时带来的。请删去后重新填写。',
            at,
          ),
        ]
      : []
  if (typeof value !== 'object' || value === null) return []
  if (depth > deepest)
    return [reason(null, 'too-deep', '内容嵌套的层数过多，不能保存。请刷新页面后重新填写。')]
  return Object.entries(value).flatMap(([key, inner]) => [
    ...reasonsIn(key, at, depth),
    ...reasonsIn(inner, at === '' ? key : `${at}.${key}`, depth + 1),
  ])
}

/**
 * No database row and no canonical JSON can hold a NUL or half a surrogate pair, no paper a control
 * character, and none may be turned around by a mark nobody sees: no text with one comes in, nor anything
 * nested without end. In: everything a request said. Errors: {@link Refused} naming each place.
 */
export function refuseUnstorable(...said: unknown[]): void {
  const reasons = said.flatMap((value) => reasonsIn(value, '', 0))
  if (reasons.length > 0) throw new Refused('invalid', reasons)
}

/** The key of a repeatable request. Out: undefined when there is none. Errors: Refused for an unusable one. */
export function idemKeyOf(header: string | string[] | undefined): string | undefined {
  if (header === undefined) return undefined
  if (typeof header === 'string' && /^[\x21-\x7e]{8,100}$/.test(header)) return header
  throw new Refused('invalid', [
    reason(
      null,
      'bad-key',
      'Idempotency-Key 应为 8 到 100 个可见的英文字符。请刷新页面后重新提交。',
    ),
  ])
}
