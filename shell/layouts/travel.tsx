import { useEffect, useRef } from 'react'
import { usePath } from '#shell/address.ts'
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
  const path = usePath()
  const first = useRef(true)
  useEffect(() => {
    if (first.current) {
      first.current = false
      return undefined
    }
    const later = setTimeout(() => {
      const heading = document.querySelector<HTMLElement>('main h1')
      if (!document.activeElement || document.activeElement === document.body)
        heading?.focus({ preventScroll: true })
    }, 120)
    return () => clearTimeout(later)
  }, [path])
}
