import { useSyncExternalStore } from 'react'

const narrow = matchMedia('(max-width: 720px)')

function watch(then: () => void) {
  narrow.addEventListener('change', then)
  return () => narrow.removeEventListener('change', then)
}

/** Whether the window is as narrow as a phone's. */
export function useNarrow(): boolean {
  return useSyncExternalStore(watch, () => narrow.matches)
}
