import type { CaseForm } from './forms.ts'
import type { LicenceFacts } from './facts.ts'

/**
 * S2-033 the places a further notice may name: those the last notice named, and those that its return
 * changed. Null before the first notice: then every place may be named. All else was in order when the
 * window looked at it first, and what was to be corrected had to be told at once.
 */
export function stillOpen(
  facts: Pick<LicenceFacts, 'correction' | 'previous' | 'form' | 'lines' | 'documents'>,
): ReadonlySet<string> | null {
  const { correction, previous } = facts
  if (!correction) return null
  const places = new Set(correction.items.map((item) => item.at))
  if (!previous) return places
  for (const name of changedFields(previous.form, facts.form)) places.add(name)
  if (!same(previous.lines, facts.lines)) places.add('lines')
  for (const slot of changedSlots(previous.documents, facts.documents)) places.add(`slot.${slot}`)
  return places
}

function changedFields(before: CaseForm, after: CaseForm): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof CaseForm>
  return [...names].filter((name) => !same(before[name], after[name]))
}

type Kept = readonly { slot: string; fileId: string }[]

function changedSlots(before: Kept, after: Kept): string[] {
  const files = (kept: Kept) => new Map(kept.map((one) => [one.slot, one.fileId]))
  const [old, now] = [files(before), files(after)]
  return [...new Set([...old.keys(), ...now.keys()])].filter(
    (slot) => old.get(slot) !== now.get(slot),
  )
}

const same = (one: unknown, other: unknown) =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null)
