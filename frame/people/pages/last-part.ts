import type { Reason } from '#frame/kernel/reason.ts'

/** Reasons at the fields of a flat form: the server says `grant.validTo`, the field is `validTo`. */
export function atFields(reasons: readonly Reason[] | undefined): Reason[] {
  return (reasons ?? []).map((r) =>
    r.at === undefined ? r : { ...r, at: r.at.split('.').at(-1)! },
  )
}
