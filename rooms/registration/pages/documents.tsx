import { SubjectFiles } from '#frame/files/pages/subject-files.tsx'
import { fill, useWord, useWords } from '#shell/language.tsx'
import { DutyChip } from '#shell/parts/duty-chip.tsx'
import type { RegistrationView } from '../views.ts'
import { pageWords } from './page-words.ts'
import './registration.css'

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
