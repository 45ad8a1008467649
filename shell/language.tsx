import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react'
import type { Words } from '#frame/kernel/lifecycle.ts'

export { fill } from './fill.ts'

export type Language = 'zh' | 'en'

/** Words of one room or part: each key zh and en side by side. */
export type Labels = Record<string, Words>

interface LanguageState {
  language: Language
  choose: (language: Language) => void
}

const LanguageContext = createContext<LanguageState>({ language: 'zh', choose: () => undefined })

const keptUnder = (person: string | null) => `lianguan.language${person ? `.${person}` : ''}`

function kept(person: string | null): Language | null {
  const value = localStorage.getItem(keptUnder(person))
  return value === 'zh' || value === 'en' ? value : null
}

/**
 * Gives the pages their language. The choice is kept on this machine per person, so that two people who
 * share a computer each find their own; the last choice serves whoever is not signed in.
 */
export function LanguageProvider(props: { person?: string | null; children: ReactNode }) {
  const person = props.person ?? null
  const [chosen, setChosen] = useState<Language | null>(null)
  const own = useMemo(() => (person && kept(person)) || kept(null) || 'zh', [person])
  const language = chosen ?? own
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  }, [language])
  const state = useMemo<LanguageState>(
    () => ({
      language,
      choose(next) {
        localStorage.setItem(keptUnder(null), next)
        if (person) localStorage.setItem(keptUnder(person), next)
        setChosen(next)
      },
    }),
    [language, person],
  )
  return <LanguageContext value={state}>{props.children}</LanguageContext>
}

/** The language in force and the switch. */
export function useLanguage(): LanguageState {
  return use(LanguageContext)
}

/** The words of a labels object in the language in force: `const w = useWords(labels); w.save`. */
export function useWords<L extends Labels>(labels: L): { [K in keyof L]: string } {
  const { language } = useLanguage()
  return useMemo(() => {
    const words = Object.entries(labels).map(([key, word]) => [key, word[language]])
    return Object.fromEntries(words) as { [K in keyof L]: string }
  }, [labels, language])
}

/** A function that turns any `{ zh, en }` into the language in force. */
export function useWord(): (words: Words | string) => string {
  const { language } = useLanguage()
  return (words) => (typeof words === 'string' ? words : words[language])
}
