import { useEffect } from 'react'
import { shellWords } from './labels.ts'
import { useWords } from './language.tsx'

/** Sets the title of the window: what the page is, then the product, in the language in force. */
export function useWindowTitle(title: string): void {
  const { product } = useWords(shellWords)
  useEffect(() => {
    document.title = `${title} · ${product}`
  }, [title, product])
}
