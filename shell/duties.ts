import { useEffect, useState } from 'react'

/** One duty in short: where it stands in its source, and what it says, in our own words. */
export interface DutyText {
  section: string
  zh: string
  en: string
}

type Texts = ReadonlyMap<string, DutyText>
let texts: Promise<Texts> | null = null

/** Loads all texts once, when the first reader asks for one. Errors: the next reader tries again. */
function loadTexts(): Promise<Texts> {
  texts ??= import('#law/duties.json', { with: { type: 'json' } })
    .then(({ default: file }) => new Map(file.duties.map(({ id, ...text }) => [id, text])))
    .catch((error: unknown) => {
      texts = null
      throw error
    })
  return texts
}

/** The text of a duty once `wanted`; null when it is not known or could not be loaded. */
export function useDutyText(duty: string, wanted: boolean): DutyText | 'loading' | null {
  const [found, setFound] = useState<DutyText | 'loading' | null>('loading')
  useEffect(() => {
    if (!wanted) return undefined
    let gone = false
    loadTexts()
      .then((all) => !gone && setFound(all.get(duty) ?? null))
      .catch(() => !gone && setFound(null))
    return () => {
      gone = true
    }
  }, [duty, wanted])
  return found
}
