import { z } from 'zod'
import { act, type Facts } from '#frame/kernel/act.ts'
import { granted } from '#frame/kernel/reason.ts'
import { enrolmentKinds, type EnrolmentKind } from './forms.ts'
import { move } from './states.ts'

interface Begun {
  id: string
  kind: EnrolmentKind
  language: 'zh' | 'en'
  keyHash: string
}

interface BeginFacts extends Facts {
  subject: null
}

/**
 * S2-020, S2-064 somebody without an account begins a request. Quiet: half a form is nobody's record, and
 * anybody may begin one.
 */
export const beginAct = act<BeginFacts, Begun, Begun>({
  name: 'enrolment.begin',
  move: move('begin'),
  quiet: true,
  input: z.strictObject({
    id: z.uuid(),
    kind: z.enum(enrolmentKinds),
    language: z.enum(['zh', 'en']),
    /** SHA-256 of the key that the browser is given. */
    keyHash: z.string(),
  }),
  load: async (_tx, { id }) => ({
    subject: null,
    owner: { unitId: null, branchId: null, id },
  }),
  decide: (_facts, said) => granted(said),
  async save(tx, _facts, { id, kind, language, keyHash }, ctx) {
    await tx
      .insertInto('enrolment')
      .values({
        id,
        kind,
        status: 'draft',
        form: JSON.stringify({ language }),
        key_hash: keyHash,
        created_at: ctx.now,
        updated_at: ctx.now,
      })
      .execute()
    return { id, status: 'draft', version: 1 }
  },
})
