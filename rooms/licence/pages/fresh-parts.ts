import type { CaseForm } from '../forms.ts'
import type { ItemLine } from '../item-lines.ts'

/** What the page keeps while it is being filled. */
export interface Filling {
  form: CaseForm
  lines: ItemLine[]
}

/** Whether two values of a field read the same; absent and empty are one. */
export const same = (a: unknown, b: unknown) =>
  a === b || JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/** The names of all fields of some forms, each once. */
export const namesOf = (...forms: CaseForm[]) =>
  [...new Set(forms.flatMap((form) => Object.keys(form)))] as (keyof CaseForm)[]

/**
 * What colleagues changed meanwhile, where nothing of one's own waits: it appears as if it had been there.
 * In: what this page has seen, what it shows, what the server has. Out: null when there is nothing new.
 */
export function freshParts(
  seen: Filling,
  shown: Filling,
  server: Filling,
): Partial<Filling> | null {
  const names = namesOf(seen.form, server.form).filter(
    (name) => same(shown.form[name], seen.form[name]) && !same(server.form[name], seen.form[name]),
  )
  const lines = same(shown.lines, seen.lines) && !same(server.lines, seen.lines)
  if (names.length === 0 && !lines) return null
  const form: CaseForm = Object.fromEntries(names.map((name) => [name, server.form[name]]))
  return { form, ...(lines ? { lines: server.lines } : {}) }
}

/** Puts fresh parts into what one has. */
export const merged = (old: Filling, fresh: Partial<Filling>): Filling => ({
  form: { ...old.form, ...fresh.form },
  lines: fresh.lines ?? old.lines,
})
