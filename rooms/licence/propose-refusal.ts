import { z } from 'zod'
import { act } from '#frame/kernel/act.ts'
import { decided } from '#frame/kernel/reason.ts'
import { unprintable } from '#frame/papers/unprintable.ts'
import { accountOf, load, onCase, seen } from './act-parts.ts'
import type { Proposal } from './facts.ts'
import { proposeGradeOf } from './grade.ts'
import { refusalInput, refusalPrinted } from './refusal-text.ts'
import { move } from './states.ts'
import { caseNotes } from './step-notes.ts'
import { tellOfficers, waits } from './tell.ts'
import { moveCase } from './write-case.ts'

/**
 * S2-036, C-23 what the first review found cannot be put right: the window proposes to refuse, with facts,
 * reasons and basis. Another person decides (C-24, 行政许可法 38).
 */
export const proposeRefusalAct = act({
  name: 'licence.propose-refusal',
  move: move('propose-refusal'),
  input: z.strictObject({ ...onCase, ...refusalInput }),
  seen,
  load,
  decide: (facts, { facts: found, reasons, basis }) => {
    const refusal = { facts: found, reasons, basis }
    return decided(unprintable(facts.coverage, refusalPrinted(refusal)), (): Proposal => ({
      conclusion: 'refuse',
      grade: proposeGradeOf(facts).grade,
      gradeReason: '',
      opinion: reasons,
      refusal,
    }))
  },
  async save(tx, facts, proposal, ctx) {
    await tellOfficers(tx, facts, 'customs-second', waits.second, ctx)
    return moveCase(
      tx,
      facts,
      'second-review',
      {
        proposal: JSON.stringify(proposal),
        first_reviewer: accountOf(ctx),
        window_return: null,
      },
      {
        public: caseNotes.note('refusal-proposed', {}),
        inner: caseNotes.note('opinion', { conclusion: 'refuse', text: proposal.opinion }),
      },
      ctx,
    )
  },
})
