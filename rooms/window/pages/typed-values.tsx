import { fill, useWord, useWords } from '#shell/language.tsx'
import { DutyChip } from '#shell/parts/duty-chip.tsx'
import { Section } from '#shell/parts/section.tsx'
import type { VisitView } from '../views.ts'
import { visitWords } from './visit-words.ts'

/** What was typed, beside the original one holds in one's hand; what differs gets a row of its own. */
export function TypedValues(props: {
  fields: VisitView['fields']
  open: boolean
  differs: (row: string) => void
}) {
  const words = useWords(visitWords)
  const word = useWord()
  if (props.fields.length === 0) return null
  return (
    <Section title={words.typed} {...(props.open ? { hint: words.typedHint } : {})}>
      <dl className="typed-values">
        {props.fields.map(({ name, row, title, duty, value }) => (
          <div key={name}>
            <dt>
              {word(title)}
              <DutyChip duty={duty} />
            </dt>
            <dd>
              <span>{word(value)}</span>
              {props.open && (
                <button
                  type="button"
                  className="plain typed-differs"
                  aria-label={fill(words.differsOf, { what: word(title) })}
                  onClick={() => props.differs(row)}
                >
                  {words.differs}
                </button>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
