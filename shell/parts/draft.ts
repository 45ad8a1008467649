import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { asCallError, type CallError } from '#shell/call-error.ts'

/** How a draft stands: everything on the server, on its way, waiting to go, or refused. */
export interface DraftState {
  state: 'saved' | 'unsaved' | 'saving' | 'failed'
  /** When it was last saved on the server. */
  at: Date | null
  error: CallError | null
}

export interface Draft<V> {
  values: V
  /** Changes the values; saving follows by itself. */
  change: (next: (old: V) => V) => void
  /** Saves what waits, now. Out: true when everything is on the server. */
  flush: () => Promise<boolean>
  /** Takes values of the server as they are, e.g. after an act. */
  reset: (values: V) => void
  status: DraftState
}

/** Waits this long after the last key before saving, in milliseconds. */
const stillness = 900

/**
 * Keeps a form that saves itself on the server as one types: one save at a time, always the newest
 * values last, and again after a failure. In: the values as loaded and `save`, which may throw.
 */
export function useDraft<V>(initial: V, save: (values: V) => Promise<unknown>): Draft<V> {
  const [values, setValues] = useState(initial)
  const [status, setStatus] = useState<DraftState>({ state: 'saved', at: null, error: null })
  const now = useRef({
    values: initial,
    saved: initial,
    save,
    running: null as Promise<boolean> | null,
  })
  useLayoutEffect(() => {
    now.current.save = save
  })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const flush = useCallback((): Promise<boolean> => {
    clearTimeout(timer.current)
    const at = now.current
    at.running ??= saveAll(at, setStatus).finally(() => {
      at.running = null
    })
    return at.running
  }, [])

  const change = useCallback(
    (next: (old: V) => V) => {
      const changed = next(now.current.values)
      if (changed === now.current.values) return
      now.current.values = changed
      setValues(changed)
      setStatus((old) => ({ ...old, state: 'unsaved' }))
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void flush(), stillness)
    },
    [flush],
  )

  const reset = useCallback((fresh: V) => {
    clearTimeout(timer.current)
    now.current.values = fresh
    now.current.saved = fresh
    setValues(fresh)
    setStatus((old) => ({ ...old, state: 'saved', error: null }))
  }, [])

  // leaving the page by a link inside the product saves what still waits
  useEffect(() => () => void flush(), [flush])
  return { values, change, flush, reset, status }
}

interface Keeping<V> {
  values: V
  saved: V
  save: (values: V) => Promise<unknown>
}

type Say = (next: (old: DraftState) => DraftState) => void

async function saveAll<V>(at: Keeping<V>, say: Say): Promise<boolean> {
  while (at.values !== at.saved) {
    const sent = at.values
    say((old) => ({ ...old, state: 'saving' }))
    try {
      await at.save(sent)
    } catch (error) {
      say((old) => ({ ...old, state: 'failed', error: asCallError(error) }))
      return false
    }
    at.saved = sent
    say(() => ({ state: 'saved', at: new Date(), error: null }))
  }
  return true
}
