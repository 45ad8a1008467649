import type { Guard, Place } from './guard.ts'

/**
 * Where the reasons of the rule that a guard asks are made, by that rule or by the rules it asks in turn.
 * In: the guard, and all guards of the house. Out: nothing for a guard that asks no rule.
 */
export function reasonPlaces(asking: Guard, guards: readonly Guard[]): Place[] {
  const places = new Set<Guard>()
  const waiting = [asking]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { asks } = next
    if (!asks) continue
    for (const inner of guards)
      if (inner.file === asks.file && within(inner, asks.node) && !places.has(inner)) {
        places.add(inner)
        waiting.push(inner)
      }
  }
  return [...places].filter(({ asks }) => asks === null)
}

const within = ({ start }: Place, node: { start: number; end: number }) =>
  node.start <= start && start < node.end
