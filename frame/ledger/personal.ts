import { randomBytes } from 'node:crypto'
import { sha256 } from './merkle.ts'

/** A value about a person, marked so that an event carries only its salted hash. */
export class Personal {
  readonly value: string

  constructor(value: string) {
    this.value = value
  }
}

/**
 * Marks personal data in the body of an event: `record({ contact: personal(name) })`. The event then holds
 * `{ "personal": "<SHA-256(salt ‖ value)>" }`; value and salt lie in a table of their own, so that erasing
 * them leaves the ledger whole. Source: 个人信息保护法 art. 47; the ledger is never rewritten.
 */
export function personal(value: string): Personal {
  return new Personal(value)
}

/** One value lifted out of an event body. */
export interface LiftedValue {
  /** Where it stood: a JSON pointer into the event. */
  pointer: string
  salt: Buffer
  value: string
}

/** The hash that stands in the event. Out: lower-case hex. */
export function personalHash(salt: Buffer, value: string): string {
  return sha256(salt, Buffer.from(value)).toString('hex')
}

/** Replaces every marked value of a body by its hash. Out: the body as written, and the values lifted out. */
export function liftPersonal(
  body: unknown,
  pointer: string,
): { body: unknown; lifted: LiftedValue[] } {
  const lifted: LiftedValue[] = []
  const walk = (value: unknown, at: string): unknown => {
    if (value instanceof Personal) {
      const salt = randomBytes(16)
      lifted.push({ pointer: at, salt, value: value.value })
      return { personal: personalHash(salt, value.value) }
    }
    if (Array.isArray(value)) return value.map((v, i) => walk(v, `${at}/${i}`))
    if (!isPlainObject(value)) return value
    return Object.fromEntries(
      Object.entries(value).map(([k, v]) => [k, walk(v, `${at}/${step(k)}`)]),
    )
  }
  return { body: walk(body, pointer), lifted }
}

// Dates and the like are left to their own toJSON.
function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

const step = (key: string) => key.replaceAll('~', '~0').replaceAll('/', '~1')

/** The hash standing at a pointer of a parsed event; undefined when there is none. Source: RFC 6901. */
export function hashAt(event: unknown, pointer: string): string | undefined {
  let here: unknown = event
  for (const part of pointer.split('/').slice(1)) {
    if (typeof here !== 'object' || here === null) return undefined
    here = (here as Record<string, unknown>)[part.replaceAll('~1', '/').replaceAll('~0', '~')]
  }
  const hash = (here as { personal?: unknown } | undefined | null)?.personal
  return typeof hash === 'string' ? hash : undefined
}
