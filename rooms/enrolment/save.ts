import { z } from 'zod'
import { act, type ActReply } from '#frame/kernel/act.ts'
import { takeChanges, type FieldClash } from '#frame/kernel/field-changes.ts'
import { decided, reason, type Decision } from '#frame/kernel/reason.ts'
import type { Tx } from '#frame/db/connect.ts'
import { load } from './act-parts.ts'
import type { EnrolmentFacts, TypedDocument } from './facts.ts'
import { formChange } from './form-change.ts'
import { documentKinds, enrolmentForm, type EnrolmentForm } from './forms.ts'
import { codeOf, takenBy } from './identity.ts'
import { takenReason } from './rules.ts'
import { holdingStatuses, move } from './states.ts'
import { orRefused } from './unique.ts'

/** A person's document as the door has sealed it, and the keyed hash that tells him apart. */
const sealedDocument = z.strictObject({
  kind: z.enum(documentKinds),
  masked: z.string(),
  sealed: z.string(),
  sound: z.boolean(),
  identity: z.string().nullable(),
})
export type SealedDocument = z.infer<typeof sealedDocument>

const saveInput = z.strictObject({
  id: z.uuid(),
  changes: z.array(formChange).max(20).default([]),
  /** Left out: as it is. */
  document: sealedDocument.nullable().optional(),
})
type SaveInput = z.output<typeof saveInput>

interface Saved {
  form: EnrolmentForm
  document: TypedDocument | null
  identity: string | null
  clashes: FieldClash[]
}

/** The act's answer: besides the state, the fields that were changed elsewhere meanwhile. */
export interface SaveReply extends ActReply {
  clashes: FieldClash[]
}

/** S2-064 keeps the half-filled request on the server as one types, so that nothing of it is lost. */
export const saveAct = act({
  name: 'enrolment.save',
  move: move('save'),
  quiet: true,
  input: saveInput,
  load,
  decide: decideSave,
  async save(tx, facts, next: Saved, ctx): Promise<SaveReply> {
    const { id, status, version } = facts.subject
    const written = tx
      .updateTable('enrolment')
      .set({
        form: JSON.stringify(next.form),
        identity_key: await keyKept(tx, facts, next.identity),
        person_document: next.document && JSON.stringify(next.document),
        mailbox: next.form.mailbox ?? null,
        updated_at: ctx.now,
      })
      .where('id', '=', id)
      .execute()
    // two who type one code at the same moment: the second types it once more and is then told who has it
    await orRefused(written, takenReason({ by: 'request', contact: '', phone: '' }))
    return { id, status, version, clashes: next.clashes }
  },
})

/**
 * S2-023 a request that was returned holds the place of its unit. A code that somebody else holds is kept as
 * typed without its place, so that nothing typed is lost; filing tells who has it.
 */
async function keyKept(
  tx: Tx,
  { subject, kind }: EnrolmentFacts,
  identity: string | null,
): Promise<string | null> {
  if (kind === 'person' || !holdingStatuses.includes(subject.status)) return identity
  return (await takenBy(tx, kind, identity, subject.id)) ? null : identity
}

/** Pure: what the form becomes, and who it is then about. */
export function decideSave(facts: EnrolmentFacts, said: SaveInput): Decision<Saved> {
  const { form: merged, clashes } = takeChanges(facts.form, said.changes)
  const form = enrolmentForm.safeParse(merged)
  const faults = form.success
    ? []
    : form.error.issues.map((i) => reason(null, 'invalid-field', i.message, i.path.join('.')))
  return decided(faults, () => {
    const next = form.data ?? {}
    return { form: next, clashes, ...identityAfter(facts, next, said) }
  })
}

function identityAfter(
  { kind, document, identity }: EnrolmentFacts,
  form: EnrolmentForm,
  said: SaveInput,
): Pick<Saved, 'document' | 'identity'> {
  if (kind === 'organisation') return { document: null, identity: codeOf(form) }
  if (said.document) {
    const { identity: key, ...typed } = said.document
    return { document: typed, identity: key }
  }
  // the number of one kind of document is not checked as that of another
  const stays = said.document === undefined && document?.kind === form.documentKind
  return stays ? { document, identity } : { document: null, identity: null }
}
