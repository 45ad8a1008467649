import { z } from 'zod'
import type { Day } from '#frame/calendar/day.ts'
import { act, type DecideContext } from '#frame/kernel/act.ts'
import { decided, reason, type Reason } from '#frame/kernel/reason.ts'
import { issuePaper } from '#frame/papers/issue.ts'
import { unprintable, type PrintedText } from '#frame/papers/unprintable.ts'
import { load, onCase, seen } from './act-parts.ts'
import { clockRefuses, writeClock } from './clock.ts'
import type { Correction, LicenceFacts } from './facts.ts'
import { correctionNotice } from './notices.ts'
import { correctionFacts, placeOf } from './paper-facts.ts'
import { isPlace } from './place.ts'
import { move } from './states.ts'
import { stillOpen } from './still-open.ts'
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
  /** Working days; the dated setting when the officer names none, and never fewer. */
  answerDays: z.int().min(1, '补正期限至少 1 个工作日').max(90, '最多 90 个工作日').optional(),
})
type Said = z.output<typeof input>

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
  // 行政许可法 32(4) too late to ask: the law has accepted
  ready: (facts, ctx) => clockRefuses(facts, { kind: 'corrected', day: ctx.today }, ctx.today),
  decide: (facts, said, ctx) =>
    decided(
      [
        ...unknownPlaces(said.items),
        ...twice(said.items),
        ...notAtOnce(facts, said.items),
        ...tooShort(facts, said),
        ...unprintable(facts.coverage, said.items.map(printedItem)),
      ],
      (): Correction => ({
        items: said.items,
        answerBy: answerBy(facts, said, ctx),
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

/** The applicant's days to answer are working days, as every term of the law (行政许可法 82). */
function answerBy({ clock, settings }: LicenceFacts, said: Said, ctx: DecideContext): Day {
  if (!clock) throw new Error('a filed case has a clock')
  const days = said.answerDays ?? settings('licence.correction-answer-days')
  return clock.calendar.addWorkdays(ctx.today, days)
}

function tooShort({ settings }: LicenceFacts, { answerDays }: Said): Reason[] {
  const least = settings('licence.correction-answer-days')
  if (answerDays === undefined || answerDays >= least) return []
  const words = `补正期限不少于 ${least} 个工作日。请改为 ${least} 个工作日或者更长。`
  return [reason('S2-033', 'answer-too-short', words, 'answerDays')]
}

/**
 * S2-033 everything is told at once. A further notice names only what its predecessor named and is still
 * open, or what the applicant changed in answering it.
 */
function notAtOnce(facts: LicenceFacts, items: readonly { at: string }[]): Reason[] {
  const open = stillOpen(facts)
  if (!open) return []
  return items
    .filter(({ at }) => !open.has(at))
    .map(({ at }) =>
      reason(
        'S2-033',
        'not-at-once',
        `补正应当一次性告知。“${placeOf(at)}”上次没有要求补正，补正后也没有变动，不能再要求补正。请去掉这一项，问题在审查中提出。`,
        at,
      ),
    )
}

const printedItem = ({ what }: { what: string }, n: number): PrintedText => ({
  at: `items.${n}.what`,
  where: `第 ${n + 1} 项补正内容`,
  text: what,
})

function unknownPlaces(items: readonly { at: string }[]): Reason[] {
  return items
    .filter(({ at }) => !isPlace(at))
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
