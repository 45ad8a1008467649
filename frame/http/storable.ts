import { reason, Refused, type Reason } from '#frame/kernel/reason.ts'

const unstorable = (text: string) => text.includes('\u0000') || !text.isWellFormed()

function reasonsIn(value: unknown, at: string): Reason[] {
  if (typeof value === 'string')
    return unstorable(value)
      ? [
          reason(
            null,
            'unstorable-text',
            '含有不能保存的字符（空字符或残缺的字符），可能是从别的程序粘贴时带来的。请删去后重新填写。',
            at,
          ),
        ]
      : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => [
    ...reasonsIn(key, at),
    ...reasonsIn(inner, at === '' ? key : `${at}.${key}`),
  ])
}

/**
 * No database row and no canonical JSON can hold a NUL or half a surrogate pair, so no text with one comes
 * in. In: everything a request said. Errors: {@link Refused} naming each place.
 */
export function refuseUnstorable(...said: unknown[]): void {
  const reasons = said.flatMap((value) => reasonsIn(value, ''))
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
