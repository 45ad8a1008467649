import type { Guard, Place } from './guard.ts'
import type { TestRun } from './test-run.ts'
import { twoAtATime } from './two-at-a-time.ts'

/** A test file that passes as the code stands, and where it came by. */
export interface Witness {
  test: string
  seconds: number
  cameBy(place: Place): boolean
}

/** Runs tests, with all guards in place or with one disabled. */
export interface Runner {
  /** Out: null when the test does not even pass as the code stands. */
  watch(test: string): Promise<Witness | null>
  disable(guard: Guard, witness: Witness): Promise<TestRun>
}

/** What is known of one guard. */
export interface Verdict {
  guard: Guard
  /** The test that failed without it. */
  noticed: { test: string; title: string } | null
  /** Tests that came by and passed all the same. */
  passedBy: string[]
  /** Tests that came by and ended neither well nor with a failing test: they prove nothing. */
  unclear: string[]
}

/**
 * Disables each guard in turn and runs the tests that come by it until one fails: first those that also
 * came by a reason of the rule it asks, and the quickest of them.
 * In: the guards; for each the tests by place, those of the next asked only when the former notice
 * nothing; where the rule that a guard asks makes its reasons. Only a failing test counts: a run that is late or breaks down does not.
 */
export async function prove(
  guards: readonly Guard[],
  rings: readonly ((guard: Guard) => string[])[],
  reasonsOf: (guard: Guard) => Place[],
  runner: Runner,
  tell: (verdict: Verdict) => void,
): Promise<Verdict[]> {
  const verdicts: Verdict[] = guards.map((guard) => ({
    guard,
    noticed: null,
    passedBy: [],
    unclear: [],
  }))
  const left = () => verdicts.filter((v) => v.noticed === null)
  const witnesses = new Map<string, Witness | null>()
  for (const ring of rings) {
    const unseen = new Set(left().flatMap(({ guard }) => ring(guard)))
    await twoAtATime(
      [...unseen].filter((test) => !witnesses.has(test)),
      async (test) => void witnesses.set(test, await runner.watch(test)),
    )
    await twoAtATime(left(), async (verdict) => {
      const own = ring(verdict.guard).flatMap((test) => witnesses.get(test) ?? [])
      await question(verdict, own, reasonsOf(verdict.guard), runner)
      if (verdict.noticed) tell(verdict)
    })
  }
  for (const verdict of verdicts) if (!verdict.noticed) tell(verdict)
  return verdicts
}

async function question(
  verdict: Verdict,
  witnesses: readonly Witness[],
  reasons: readonly Place[],
  runner: Runner,
): Promise<void> {
  const { guard, passedBy, unclear } = verdict
  const far = (w: Witness) => (reasons.some((place) => w.cameBy(place)) ? 0 : 1)
  const own = witnesses
    .filter((w) => w.cameBy(guard))
    .toSorted((a, b) => far(a) - far(b) || a.seconds - b.seconds)
  for (const witness of own) {
    const { outcome, failing } = await runner.disable(guard, witness)
    if (outcome === 'failed' && failing !== null) {
      verdict.noticed = { test: witness.test, title: failing }
      return
    }
    if (outcome === 'passed') passedBy.push(witness.test)
    else unclear.push(witness.test)
  }
}
