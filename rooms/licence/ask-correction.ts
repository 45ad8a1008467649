import { z } from 'zod'
import { addDays } from '#frame/calendar/day.ts'
import { act } from '#frame/kernel/act.ts'
import { decided, reason, type Reason } from '#frame/kernel/reason.ts'
import { issuePaper } from '#frame/papers/issue.ts'
import { unprintable, type PrintedText } from '#frame/papers/unprintable.ts'
import { load, onCase, seen } from './act-parts.ts'
import { clockRefuses, writeClock } from './clock.ts'
import type { Correction, LicenceFacts } from './facts.ts'
import { caseFields } from './forms.ts'
import { correctionNotice } from './notices.ts'
import { correctionFacts } from './paper-facts.ts'
import { slotOf } from './slots.ts'
import { move } from './states.ts'
import { caseNotes } from './step-notes.ts'
import { tellUnit } from './tell.ts'
import { moveCase } from './write-case.ts'

const item = z.strictObject({
  /** Field name, 'lines', or 'slot.<code>'. */
  at: z.string().min(1, '请选择需要补正的位置').max(60),
  what: z.string().trim().min(4, '请写明需要补正什么').max(300, '每项最多 300 个字'),
})

const input = z.strictObject({
  ...onCase,
  items: z.array(item).min(1, '请至少列出一项需要补正的内容').max(60),
  /** Calendar days; the dated setting when the officer names none. */
  answerDays: z.int().min(5, '补正期限至少 5 天').max(90, '补正期限最多 90 天').optional(),
})

/**
 * S2-033 《材料补正告知书》: everything that needs correction, told once (行政许可法 32(4)). Exactly the
 * fields and slots it names are unlocked for the applicant.
 */
export const askCorrectionAct = act({
  name: 'licence.ask-correction',
  move: move('ask-correction'),
  input,
  seen,
  load,
  ready: (facts, ctx) => [
    ...alreadyAsked(facts),
    // 行政许可法 32(4) too late to ask: the law has accepted
    ...clockRefuses(facts, { kind: 'corrected', day: ctx.today }, ctx.today),
  ],
  decide: (facts, said, ctx) =>
    decided(
      [
        ...unknownPlaces(said.items),
        ...twice(said.items),
        ...unprintable(facts.coverage, said.items.map(printedItem)),
      ],
      (): Correction => ({
        items: said.items,
        answerBy: addDays(
          ctx.today,
          said.answerDays ?? facts.settings('licence.correction-answer-days'),
        ),
        day: ctx.today,
      }),
    ),
  async save(tx, facts, correction, ctx) {
    await writeClock(tx, facts, { kind: 'corrected', day: ctx.today }, ctx)
    await issuePaper(tx, await correctionFacts(tx, facts, correction, ctx), ctx)
    await tellUnit(tx, facts, correctionNotice, { day: correction.answerBy }, ctx)
    return moveCase(
      tx,
      facts,
      'correcting',
      { correction: JSON.stringify(correction) },
      { public: caseNotes.note('told-once', { n: correction.items.length }) },
      ctx,
    )
  },
})

/** S2-033 the notice is given once; afterwards the window accepts, or the review decides. */
function alreadyAsked(facts: LicenceFacts): Reason[] {
  if (facts.correction === null) return []
  return [
    reason(
      'S2-033',
      'already-asked',
      '补正应当一次性告知，本申请已经发过补正告知书。请按现有材料受理，问题在审查中提出。',
    ),
  ]
}

const printedItem = ({ what }: { what: string }, n: number): PrintedText => ({
  at: `items.${n}.what`,
  where: `第 ${n + 1} 项补正内容`,
  text: what,
})

function unknownPlaces(items: readonly { at: string }[]): Reason[] {
  return items
    .filter(
      ({ at }) =>
        at !== 'lines' &&
        !caseFields.some((f) => f.name === at) &&
        !slotOf(at.replace(/^slot\./, '')),
    )
    .map(({ at }) =>
      reason(null, 'no-such-place', `申请表中没有“${at}”这一项，请重新选择需要补正的位置。`, at),
    )
}

function twice(items: readonly { at: string }[]): Reason[] {
  const seenAt = new Set<string>()
  return items.flatMap(({ at }) => {
    const repeated = seenAt.has(at)
    seenAt.add(at)
    return repeated ? [reason(null, 'listed-twice', '同一项列了两次，请合并为一条。', at)] : []
  })
}
