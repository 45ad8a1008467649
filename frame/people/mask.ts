import type { Actor } from './actor.ts'
import { reachOf, within, type Owned } from './policy.ts'
import type { Role } from './roles.ts'

/** How a field looks to whoever may see the row but not this field in full. */
type Blur = (text: string) => string

/** Fields of a row that only some roles read in full: who, and what the others get instead. */
export type FieldRules<T> = { [K in keyof T]?: { who: readonly Role[]; blur: Blur } }

/**
 * A row as the actor may read it. In: the row, the rules of its sensitive fields, and whose the row is.
 * Out: a copy in which every field out of reach is blurred; empty stays empty. Source: 个人信息保护法 art. 6.
 */
export function masked<K extends object, T extends K>(
  actor: Actor,
  row: T,
  rules: FieldRules<K>,
  owner: Owned,
): T {
  const copy = { ...row }
  for (const field of Object.keys(rules) as (keyof K)[]) {
    const rule = rules[field]
    const value = row[field]
    if (!rule || typeof value !== 'string' || within(reachOf(actor, rule.who), owner)) continue
    copy[field] = rule.blur(value) as T[keyof K]
  }
  return copy
}

/** 13900000001 → 139****0001; shorter numbers keep their last two digits. */
export const blurPhone: Blur = (text) =>
  text.length >= 11
    ? `${text.slice(0, 3)}****${text.slice(-4)}`
    : `${'*'.repeat(Math.max(0, text.length - 2))}${text.slice(-2)}`

/** zhangsan@example.cn → z***@example.cn */
export const blurMailbox: Blur = (text) => {
  const at = text.lastIndexOf('@')
  return at < 1 ? '***' : `${Array.from(text)[0]}***${text.slice(at)}`
}

/** 张三 → 张*；欧阳修文 → 欧***；a name of one character stays hidden. */
export const blurName: Blur = (text) => {
  const [first = '', ...rest] = Array.from(text.trim())
  return rest.length > 0 ? `${first}${'*'.repeat(rest.length)}` : '*'.repeat(first.length)
}
