import { z } from 'zod'
import { act } from '#frame/kernel/act.ts'
import { granted } from '#frame/kernel/reason.ts'
import { acceptCase } from './accept-case.ts'
import { load, onCase, seen } from './act-parts.ts'
import { clockRefuses } from './clock.ts'
import { unscannedDocuments } from './rules.ts'
import { move } from './states.ts'
import { caseNotes } from './step-notes.ts'

/** S2-029 complete and in legal form: accepted, with a dated written proof (行政许可法 32). */
export const acceptAct = act({
  name: 'licence.accept',
  move: move('accept'),
  input: z.strictObject(onCase),
  seen,
  load,
  ready: (facts, ctx) => [
    ...unscannedDocuments(facts.documents),
    ...clockRefuses(facts, { kind: 'accepted', day: ctx.today }, ctx.today),
  ],
  decide: (facts) => granted(facts),
  save: (tx, facts, _next, ctx) =>
    acceptCase(tx, facts, 'accepted', caseNotes.note('accepted', {}), ctx),
})
