import type { ActState } from '#frame/kernel/can-do.ts'
import type { Words } from '#frame/kernel/lifecycle.ts'

/** A thing one may always do to what is one's own, in the form the act bar takes. */
export function ownAct(act: string, title: Words): ActState {
  return { act, title, allowed: true, reasons: [] }
}

/** What was typed into a field of an act's form; empty when nothing was. */
export function typed(input: Readonly<Record<string, unknown>>, name: string): string {
  const value = input[name]
  return typeof value === 'string' ? value : ''
}
