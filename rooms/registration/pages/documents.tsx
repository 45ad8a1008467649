import { SubjectFiles } from '#frame/files/pages/subject-files.tsx'
import { fill, useWord, useWords } from '#shell/language.tsx'
import { DutyChip } from '#shell/parts/duty-chip.tsx'
import { datesWords } from '../dates-words.ts'
import type { RegistrationView } from '../views.ts'
import { pageWords } from './page-words.ts'
import './registration.css'

/** S2-129 the dates as typed, to be held against each certificate. */
export function DatesShown({ view }: { view: Pick<RegistrationView, 'slots' | 'documentDates'> }) {
  const words = useWords(pageWords)
  const word = useWord()
  const dated = view.slots.filter((s) => s.dated && (s.required || view.documentDates[s.code]))
  if (dated.length === 0) return null
  return (
    <section className="on-file" aria-label={words.dates}>
      <h3>{words.dates}</h3>
      <ul className="plain-list">
        {dated.map((slot) => (
          <li key={slot.code}>
            {word(slot.title)}
            {'：'}
            {word(datesWords(view.documentDates[slot.code]))}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The documents of a registration, to read and, where one may, to bring; what is on file already is said. */
export function RegistrationDocuments({ view }: { view: RegistrationView }) {
  const words = useWords(pageWords)
  const word = useWord()
  const onFile = view.slots.filter((s) => s.inForce)
  return (
    <>
      <SubjectFiles subject="registration" subjectId={view.id} />
      {onFile.length > 0 && (
        <ul className="on-file">
          {onFile.map((slot) => (
            <li key={slot.code}>
              {word(slot.title)}
              {'：'}
              <a href={slot.inForce!.href} download>
                {fill(words.inForce, { name: slot.inForce!.name })}
              </a>
              {slot.duties.map((d) => (
                <DutyChip key={d.class + d.duty} duty={d.duty} />
              ))}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
