import { useRef, useState } from 'react'
import type { Reason } from '#frame/kernel/reason.ts'
import { asCallError, type CallError } from '#shell/call-error.ts'

/** One step that a form takes: busy, what was refused, and no second press while it runs. */
export interface Step {
  busy: boolean
  error: CallError | null
  /** Reasons that belong to a field. */
  at(name: string): readonly Reason[]
  /** The error unless all its reasons stand at the named fields. */
  beside(names: readonly string[]): CallError | null
  /** Out: whether it went well. */
  run(work: () => Promise<unknown>): Promise<boolean>
}

/** Keeps the state of a step outside the signed-in part of the web. */
export function useStep(): Step {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<CallError | null>(null)
  const running = useRef(false)
  return {
    busy,
    error,
    at: (name) => error?.reasons.filter((r) => r.at === name) ?? [],
    beside: (names) =>
      error &&
      (error.reasons.length === 0 || error.reasons.some((r) => !names.includes(r.at ?? '')))
        ? error
        : null,
    async run(work) {
      if (running.current) return false
      running.current = true
      setBusy(true)
      setError(null)
      try {
        await work()
        return true
      } catch (caught) {
        setError(asCallError(caught))
        return false
      } finally {
        running.current = false
        setBusy(false)
      }
    },
  }
}
