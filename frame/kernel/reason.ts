/**
 * Why something is not possible. `duty` names the numbered duty it comes from (null when the rule is the
 * product's own), `code` is stable for programs, `message` is Chinese and says what, why and how to mend it,
 * `at` points at the field, slot or row concerned.
 */
export interface Reason {
  duty: string | null
  code: string
  message: string
  at?: string
}

/** A short way to write a reason in a rule. In: the parts of {@link Reason}. */
export function reason(duty: string | null, code: string, message: string, at?: string): Reason {
  return at === undefined ? { duty, code, message } : { duty, code, message, at }
}

/** What `decide` returns: the outcome to save, or all the reasons against it, never only the first. */
export type Decision<O> = { ok: true; next: O } | { ok: false; reasons: Reason[] }

/** The same reasons, each once: a rule may be asked beforehand and again when deciding. */
export function distinct(reasons: readonly Reason[]): Reason[] {
  const seen = new Map(reasons.map((r) => [`${r.code}\n${r.at ?? ''}\n${r.message}`, r]))
  return [...seen.values()]
}

/** A yes with what is to be saved. */
export function granted<O>(next: O): Decision<O> {
  return { ok: true, next }
}

/** A no with all its reasons. Errors: an empty list is a fault of the caller and throws. */
export function refusedFor(reasons: Reason[]): { ok: false; reasons: Reason[] } {
  if (reasons.length === 0) throw new Error('a refusal needs at least one reason')
  return { ok: false, reasons }
}

/** Yes when there is no reason against it, else no with all of them. */
export function decided<O>(reasons: Reason[], next: () => O): Decision<O> {
  return reasons.length === 0 ? granted(next()) : refusedFor(reasons)
}

/** What kind of no it is; the HTTP status follows from it. */
export type RefusalKind =
  | 'invalid' // the input is not of the form
  | 'unauthenticated'
  | 'forbidden'
  | 'absent' // not there, or not for this reader: the two look the same
  | 'stale' // somebody changed it since it was seen
  | 'conflict' // same key with another body, or a unique thing twice
  | 'refused' // a rule of the regulation says no
  | 'too-many'
  | 'unavailable'

const httpStatus: Record<RefusalKind, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  absent: 404,
  stale: 409,
  conflict: 409,
  refused: 422,
  'too-many': 429,
  unavailable: 503,
}

/** The one error that a business no travels in, with every reason. It is never thrown by `decide`. */
export class Refused extends Error {
  readonly kind: RefusalKind
  readonly reasons: Reason[]
  readonly retryAfterSeconds: number | undefined

  constructor(kind: RefusalKind, reasons: Reason[], retryAfterSeconds?: number) {
    super(reasons.map((r) => r.message).join('；'))
    this.name = 'Refused'
    this.kind = kind
    this.reasons = reasons
    this.retryAfterSeconds = retryAfterSeconds
  }

  /** The HTTP status that says this no. */
  get status(): number {
    return httpStatus[this.kind]
  }
}

/** The reader may not know whether the thing exists: absent and hidden answer with the same bytes. */
export function absent(): Refused {
  return new Refused('absent', [
    reason(null, 'absent', '没有找到，或您无权查看。请核对编号，或向本单位管理员确认权限。'),
  ])
}
