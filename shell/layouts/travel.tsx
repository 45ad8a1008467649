import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { shellWords } from '#shell/labels.ts'
import { useWords } from '#shell/language.tsx'

/** The first stop of the Tab key: past header and navigation to the page. */
export function SkipLink() {
  const words = useWords(shellWords)
  return (
    <a
      className="skip-link no-print"
      href="#main"
      onClick={(event) => {
        event.preventDefault()
        document.getElementById('main')?.focus()
      }}
    >
      {words.skip}
    </a>
  )
}

/** After going to another page the focus moves to its heading, so that a screen reader says where one is. */
export function useFocusAfterTravel(): void {
  const router = useRouter()
  useEffect(
    () =>
      router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
        if (!fromLocation || !pathChanged) return
        const lost = !document.activeElement || document.activeElement === document.body
        if (lost) document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
      }),
    [router],
  )
}
