import { isDeepStrictEqual } from 'node:util'
import type { Words } from '#frame/kernel/lifecycle.ts'
import { registrationFields } from './fields.ts'
import type { ProfileRow } from './profile-history.ts'
import { slotTitle } from './slots.ts'

type Held = Pick<ProfileRow, 'profile' | 'documents'>

/** What one row of the history changed against the one before it, fields first. In: undefined for the first row. */
export function changedFields(before: Held | undefined, after: Held): Words[] {
  const [was, is] = [before ?? { profile: {}, documents: {} }, after]
  const fields = registrationFields
    .filter((f) => !isDeepStrictEqual(was.profile[f.name] ?? null, is.profile[f.name] ?? null))
    .map((f) => f.title)
  const slots = Object.keys({ ...was.documents, ...is.documents })
    .filter((slot) => was.documents[slot]?.fileId !== is.documents[slot]?.fileId)
    .map((slot) => slotTitle(slot))
  return [...fields, ...slots]
}
