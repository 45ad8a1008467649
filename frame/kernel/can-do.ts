import type { Act, DecideContext, Facts } from './act.ts'
import type { Lifecycle, Words } from './lifecycle.ts'
import type { Reason } from './reason.ts'
import { permissionReasons, transitionReasons } from './standard-checks.ts'

/** One act as the screen shows it: allowed, or every reason why not. */
export interface ActState {
  act: string
  title: Words
  allowed: boolean
  reasons: Reason[]
}

// oxlint-disable-next-line typescript/no-explicit-any -- the list mixes acts of different inputs
type AnyAct<F extends Facts> = Pick<Act<F, any, any>, 'name' | 'move' | 'ready'>

/**
 * Asks for each act the very functions that `perform` asks, so screen and act cannot disagree.
 * Acts whose roles the actor does not hold for this subject are left out: the screen does not tempt.
 */
export function canDo<F extends Facts>(
  life: Lifecycle,
  acts: readonly AnyAct<F>[],
  facts: F,
  ctx: DecideContext,
): ActState[] {
  const states: ActState[] = []
  for (const act of acts) {
    if (permissionReasons(act.move, facts, ctx.actor).length > 0) continue
    const wrongStatus = transitionReasons(life, act.move, facts.subject)
    const reasons = wrongStatus.length ? wrongStatus : (act.ready?.(facts, ctx) ?? [])
    states.push({ act: act.name, title: act.move.title, allowed: reasons.length === 0, reasons })
  }
  return states
}
