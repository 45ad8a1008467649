import type { Day } from './day.ts'

/** The three ways of examining whose time is not counted (S2-046). */
export const stepKinds = {
  expert: { zh: '专家资料审查', en: 'Expert review' },
  onsite: { zh: '现场评估', en: 'On-site assessment' },
  laboratory: { zh: '实验室检测', en: 'Laboratory testing' },
} as const

export type StepKind = keyof typeof stepKinds

/**
 * One dated fact about a clock; a clock is nothing but its entries. They are only ever added.
 * Within one day they hold in the order of recording.
 */
export type ClockEntry =
  /** The papers came in (again, after a correction): the time for acceptance begins. */
  | { kind: 'received'; day: Day }
  /** The one-time correction notice went out: the applicant has the turn. */
  | { kind: 'corrected'; day: Day }
  | { kind: 'accepted'; day: Day }
  /** Records what the law already did; the clock counts from the day of receipt. */
  | { kind: 'deemedAccepted'; day: Day }
  /** Begins a clock that has no intake, e.g. delivery after the decision; counts like acceptance. */
  | { kind: 'started'; day: Day }
  | {
      kind: 'stepOpened'
      day: Day
      step: string
      stepKind: StepKind
      reason: string
      /** Number of the written notice to the applicant (S2-047). */
      notice: string
      /** Time the step is expected to need, in calendar days, as the notice says. */
      expectedDays: number
    }
  | { kind: 'stepClosed'; day: Day; step: string }
  /** By the agency's leader, once (S2-045). */
  | { kind: 'extended'; day: Day; days: number; reason: string; notice: string }
  /** Decided, not accepted, withdrawn: the clock stands still for ever. */
  | { kind: 'ended'; day: Day }

/** The lengths a clock runs by, in working days; fixed when it is opened, by the law of that day. */
export interface ClockTerms {
  days: number
  /** The service target (S2-044), null where there is none. */
  usualDays: number | null
  /** Time to accept or send the correction notice; null for a clock without intake. */
  intakeDays: number | null
  /** What a leader may add; null where nothing may be added. */
  extensionDays: number | null
}

/** A special step as the entries tell it; `to` is null while it runs. Both days belong to the step. */
export interface ClockStep {
  step: string
  kind: StepKind
  from: Day
  to: Day | null
  reason: string
  notice: string
  expectedDays: number
}

/** The special steps in the order they were opened. A step still open when the clock ended ends with it. */
export function stepsOf(entries: readonly ClockEntry[]): ClockStep[] {
  const steps = new Map<string, ClockStep>()
  for (const entry of entries) {
    if (entry.kind === 'stepOpened') {
      const { step, stepKind: kind, day: from, reason, notice, expectedDays } = entry
      steps.set(step, { step, kind, from, to: null, reason, notice, expectedDays })
    }
    if (entry.kind === 'stepClosed') {
      const open = steps.get(entry.step)
      if (open) open.to = entry.day
    }
    if (entry.kind === 'ended') {
      for (const open of steps.values()) open.to ??= entry.day
    }
  }
  return [...steps.values()]
}

/** The day the clock stopped for ever, or null. */
export function endedOn(entries: readonly ClockEntry[]): Day | null {
  return entries.find((entry) => entry.kind === 'ended')?.day ?? null
}
