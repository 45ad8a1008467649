import { isDeepStrictEqual } from 'node:util'

/** One field of a form as it was typed. */
export interface FieldChange<N extends string = string> {
  name: N
  /** What the person's page showed before he typed; null for an empty field. */
  seen?: unknown
  /** What he typed; null empties the field. */
  value?: unknown
}

/** A field that a colleague changed since it was seen: both values are shown, nothing is lost. */
export interface FieldClash {
  name: string
  mine: unknown
  theirs: unknown
  /** Who typed the value that stands; null where that is not known. */
  by: string | null
}

/** Who last typed a field or place, and when (ISO instant). */
export interface FieldMark {
  /** Account. */
  by: string
  name: string
  at: string
}

/** Pure: the marks of a form after an account typed in some places. */
export function marked(
  marks: Readonly<Record<string, FieldMark>>,
  places: readonly string[],
  by: string,
  { actor, now }: { actor: { name: string }; now: Date },
): Record<string, FieldMark> {
  const mark = { by, name: actor.name, at: now.toISOString() }
  return { ...marks, ...Object.fromEntries(places.map((place) => [place, mark])) }
}

/** A form after the changes that nobody disputes. */
export interface TakenChanges<N extends string> {
  form: Record<string, unknown>
  taken: N[]
  clashes: FieldClash[]
}

/**
 * Puts single changed fields into a stored form. A field that a colleague has changed meanwhile is not
 * overwritten but answered with both values; the others are taken. A field that holds one entry for each
 * of several things clashes only where both changed the same entry. In: the form, what was typed, who typed
 * what stands.
 */
export function takeChanges<N extends string>(
  stored: Readonly<Record<string, unknown>>,
  changes: readonly FieldChange<N>[],
  marks: Readonly<Record<string, FieldMark>> = {},
): TakenChanges<N> {
  const form: Record<string, unknown> = { ...stored }
  const taken: N[] = []
  const clashes: FieldClash[] = []
  for (const { name, seen, value } of changes) {
    const settled = settle(stored[name] ?? null, seen ?? null, value ?? null)
    if (settled === null) {
      clashes.push({
        name,
        mine: value,
        theirs: stored[name] ?? null,
        by: marks[name]?.name ?? null,
      })
      continue
    }
    taken.push(name)
    if (isEmpty(settled.value)) delete form[name]
    else form[name] = settled.value
  }
  return { form, taken, clashes }
}

const isEmpty = (value: unknown) => value === null || value === undefined || value === ''
const isEntries = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What the field becomes; null where two disagree. */
function settle(now: unknown, seen: unknown, value: unknown): { value: unknown } | null {
  const three = [now, seen, value]
  if (three.some(isEntries) && three.every((one) => one === null || isEntries(one)))
    return settleEntries(asEntries(now), asEntries(seen), asEntries(value))
  // two who typed the same thing agree
  return isDeepStrictEqual(now, seen) || isDeepStrictEqual(now, value) ? { value } : null
}

const asEntries = (value: unknown) => (isEntries(value) ? value : {})

function settleEntries(
  now: Record<string, unknown>,
  seen: Record<string, unknown>,
  value: Record<string, unknown>,
): { value: unknown } | null {
  const entries = { ...now }
  for (const key of Object.keys({ ...seen, ...value })) {
    const [is, was, typed] = [now[key] ?? null, seen[key] ?? null, value[key] ?? null]
    if (isDeepStrictEqual(was, typed)) continue
    if (!isDeepStrictEqual(is, was) && !isDeepStrictEqual(is, typed)) return null
    if (typed === null) delete entries[key]
    else entries[key] = typed
  }
  return { value: entries }
}
