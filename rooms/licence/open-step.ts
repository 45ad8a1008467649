import { z } from 'zod'
import { stepKinds, stepsOf, type StepKind } from '#frame/calendar/clock-entries.ts'
import { act } from '#frame/kernel/act.ts'
import { newId } from '#frame/kernel/id.ts'
import { decided, reason, type Reason } from '#frame/kernel/reason.ts'
import { issuePaper } from '#frame/papers/issue.ts'
import { unprintable } from '#frame/papers/unprintable.ts'
import { load, onCase, seen } from './act-parts.ts'
import { writeClock } from './clock.ts'
import type { LicenceFacts } from './facts.ts'
import { stepNotice } from './notices.ts'
import { stepFacts } from './paper-facts.ts'
import { move } from './states.ts'
import { caseNotes } from './step-notes.ts'
import { tellUnit } from './tell.ts'
import { moveCase } from './write-case.ts'

/** The three ways of verifying the substance of an application, each with its duty. */
const kinds = [
  // S2-030
  'expert',
  // S2-031
  'onsite',
  // S2-032
  'laboratory',
] as const satisfies readonly StepKind[]

const input = z.strictObject({
  ...onCase,
  kind: z.enum(kinds, '请选择哪一种特殊环节'),
  reason: z.string().trim().min(4, '请写明为什么需要这一环节').max(300, '最多 300 个字'),
  /** Working days. */
  expectedDays: z.int('请填写整数天数').min(1, '至少 1 个工作日').max(120, '最多 120 个工作日'),
  /** Names of the officers who go on site, as typed. */
  officers: z.string().trim().max(200, '最多 200 个字').default(''),
})
type Said = z.output<typeof input>

/** Opens a special step: its time is not counted (S2-046) and the applicant is told in writing (S2-047). */
export const openStepAct = act({
  name: 'licence.open-step',
  move: move('open-step'),
  input,
  seen,
  load,
  ready: openStepReasons,
  decide: (facts, said) =>
    decided(
      [
        ...tooFewOfficers(facts, said),
        ...unprintable(facts.coverage, [
          { at: 'reason', where: '“原因”', text: said.reason },
          { at: 'officers', where: '“核查人员”', text: said.officers },
        ]),
      ],
      () => ({ ...said, officers: said.kind === 'onsite' ? namesIn(said.officers) : [] }),
    ),
  async save(tx, facts, said, ctx) {
    const words = stepKinds[said.kind]
    const paper = await issuePaper(
      tx,
      await stepFacts(
        tx,
        facts,
        {
          kind: words.zh,
          reason: said.reason,
          from: ctx.today,
          expectedDays: said.expectedDays,
          officers: said.officers,
        },
        ctx,
      ),
      ctx,
    )
    await writeClock(
      tx,
      facts,
      {
        kind: 'stepOpened',
        day: ctx.today,
        step: newId(),
        stepKind: said.kind,
        reason: said.reason,
        notice: paper.number,
        expectedDays: said.expectedDays,
      },
      ctx,
    )
    const { kind, expectedDays: workdays, reason: why, officers } = said
    await tellUnit(tx, facts, stepNotice, { step: { kind, workdays } }, ctx)
    const names = officers.join('、')
    return moveCase(
      tx,
      facts,
      'accepted',
      {},
      {
        public: caseNotes.note('step-begun', { kind, workdays, why }),
        ...(names ? { inner: caseNotes.note('onsite-officers', { names }) } : {}),
      },
      ctx,
    )
  },
})

/** The names in what was typed, each once. */
const namesIn = (typed: string): string[] => [
  ...new Set(
    typed
      .split(/[、,，;；\s]+/)
      .map((name) => name.trim())
      .filter(Boolean),
  ),
]

/** S2-031, 行政许可法 34 the substance is verified on site by two officers or more, each named. */
function tooFewOfficers({ settings }: LicenceFacts, said: Said): Reason[] {
  const least = settings('licence.substance-officers')
  if (said.kind !== 'onsite' || namesIn(said.officers).length >= least) return []
  const words = `现场评估应当指派 ${least} 名以上工作人员（行政许可法第三十四条）。请写明每个人的姓名，用顿号分开。`
  return [reason('S2-031', 'officers-unnamed', words, 'officers')]
}

function openStepReasons(facts: LicenceFacts): Reason[] {
  return openSteps(facts).length === 0
    ? []
    : [reason('S2-046', 'step-open', '已有特殊环节正在进行，请先结束它再启动新的环节。')]
}

/** Special steps that run now. */
export function openSteps(facts: LicenceFacts) {
  return stepsOf(facts.clock?.entries ?? []).filter((s) => s.to === null)
}
