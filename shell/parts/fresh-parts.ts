/** What a page keeps while it is being filled: single fields, and what is kept as a whole beside them. */
export interface Filling<F extends object, R = undefined> {
  form: F
  rest: R
}

/** Whether two values of a field read the same; absent and empty are one. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true
  // of a long list most rows are the very same object: only the others are written out
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((one, n) => same(one, b[n]))
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null)
}

/** The names of all fields of some forms, each once. */
export const namesOf = <F extends object>(...forms: F[]) =>
  [...new Set(forms.flatMap((form) => Object.keys(form)))] as (keyof F & string)[]

/**
 * What colleagues changed meanwhile, where nothing of one's own waits: it appears as if it had been there.
 * In: what this page has seen, what it shows, what the server has. Out: null when there is nothing new.
 */
export function freshParts<F extends object, R>(
  seen: Filling<F, R>,
  shown: Filling<F, R>,
  server: Filling<F, R>,
): { form: Partial<F>; rest?: R } | null {
  const names = namesOf(seen.form, server.form).filter(
    (name) => same(shown.form[name], seen.form[name]) && !same(server.form[name], seen.form[name]),
  )
  const rest = same(shown.rest, seen.rest) && !same(server.rest, seen.rest)
  if (names.length === 0 && !rest) return null
  const form = Object.fromEntries(names.map((name) => [name, server.form[name]])) as Partial<F>
  return { form, ...(rest ? { rest: server.rest } : {}) }
}

/**
 * The rest when both sides changed it and the changes go together. In: what was seen, what is shown, what the
 * server has, and how to join. Out: null when one side alone changed it, or they do not go together.
 */
export function joinedRest<R>(
  seen: R,
  shown: R,
  server: R,
  join: (base: R, mine: R, theirs: R) => R | null,
): { both: R } | null {
  if (same(shown, seen) || same(server, seen) || same(shown, server)) return null
  const both = join(seen, shown, server)
  return both === null ? null : { both }
}

/** Puts fresh parts into what one has. */
export const merged = <F extends object, R>(
  old: Filling<F, R>,
  fresh: { form: Partial<F>; rest?: R },
): Filling<F, R> => ({
  form: { ...old.form, ...fresh.form },
  rest: 'rest' in fresh ? (fresh.rest as R) : old.rest,
})
