/** A remark of an officer at one place of a form, and whether it is settled. */
export interface Remark {
  id: string
  /** The place it stands at: a field's name, `slot-…`, `line-…`. */
  at: string
  text: string
  who: string
  when: string
  settled: boolean
}

/** The remarks of one place, open ones first. */
export function remarksAt(remarks: readonly Remark[] | undefined, at: string): readonly Remark[] {
  return (remarks ?? [])
    .filter((remark) => remark.at === at)
    .sort((a, b) => Number(a.settled) - Number(b.settled))
}
