import { useEffect, useState, type ReactNode } from 'react'
import { fill, useWords } from '#shell/language.tsx'
import './section.css'
import './case-frame.css'

/** One section of a case: a part of the form, the item list, the documents. */
export interface CaseSection {
  key: string
  title: string
  body: ReactNode
  /** Open remarks or faults in it: shown at its name in the contents. */
  marks?: number
}

const caseWords = {
  contents: { zh: '目录', en: 'Contents' },
  acts: { zh: '办理', en: 'Acts' },
  clock: { zh: '时限', en: 'Time limit' },
  timeline: { zh: '经过', en: 'History' },
  marks: { zh: '{n} 处待处理', en: '{n} open' },
} as const

/**
 * The page of one case: contents at the left, the form in the middle, acts and clock at the right and
 * always in sight, the history below. On a phone: acts first, contents as a strip. In: `head` (a
 * PageHead), `sections`, `acts` (an ActBar), `clock`, `timeline`, and `aside` for what else stands right.
 */
export function CaseFrame(props: {
  head: ReactNode
  sections: readonly CaseSection[]
  acts?: ReactNode
  clock?: ReactNode
  aside?: ReactNode
  timeline?: ReactNode
  /** Read beside the form, in place of the contents: a document. */
  beside?: ReactNode
}) {
  const words = useWords(caseWords)
  const sections: CaseSection[] = [...props.sections]
  if (props.timeline)
    sections.push({ key: 'timeline', title: words.timeline, body: props.timeline })
  const here = useSectionInSight(sections.map((s) => s.key))
  return (
    <div className="case" data-beside={props.beside ? true : undefined}>
      <div className="case-head">{props.head}</div>
      <nav className="case-contents no-print" aria-label={words.contents}>
        <ol>
          {sections.map((section) => (
            <li key={section.key}>
              <a
                href={`#case-${section.key}`}
                aria-current={here === section.key ? 'true' : undefined}
              >
                {section.title}
                {section.marks ? (
                  <span className="case-marks" aria-label={fill(words.marks, { n: section.marks })}>
                    {section.marks}
                  </span>
                ) : null}
              </a>
            </li>
          ))}
        </ol>
      </nav>
      <div className="case-body">
        {sections.map((section) => (
          <section
            key={section.key}
            id={`case-${section.key}`}
            className="card case-section"
            aria-labelledby={`case-${section.key}-title`}
          >
            <h2 id={`case-${section.key}-title`}>{section.title}</h2>
            {section.body}
          </section>
        ))}
      </div>
      {props.beside && <div className="case-beside no-print">{props.beside}</div>}
      <aside className="case-aside" aria-label={words.acts}>
        {props.acts && (
          <div className="card case-box no-print">
            <h2>{words.acts}</h2>
            {props.acts}
          </div>
        )}
        {props.clock && (
          <div className="card case-box">
            <h2>{words.clock}</h2>
            {props.clock}
          </div>
        )}
        {props.aside}
      </aside>
    </div>
  )
}

/** The section one is reading: the last whose top has passed the upper third of the window. */
function useSectionInSight(keys: readonly string[]): string | undefined {
  const [here, setHere] = useState(keys[0])
  const all = keys.join(' ')
  useEffect(() => {
    function look() {
      const line = window.innerHeight / 3
      const passed = all.split(' ').filter((key) => {
        const top = document.getElementById(`case-${key}`)?.getBoundingClientRect().top
        return top !== undefined && top < line
      })
      const end = window.innerHeight + window.scrollY >= document.body.scrollHeight - 2
      setHere(
        end && window.scrollY > 0 ? all.split(' ').at(-1) : (passed.at(-1) ?? all.split(' ')[0]),
      )
    }
    look()
    window.addEventListener('scroll', look, { passive: true })
    return () => window.removeEventListener('scroll', look)
  }, [all])
  return here
}
