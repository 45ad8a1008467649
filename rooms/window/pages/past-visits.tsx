import { paperHref } from '#frame/papers/doors.ts'
import { showDay } from '#shell/format.ts'
import { useLanguage, useWord, useWords } from '#shell/language.tsx'
import { PaperList } from '#shell/parts/paper-list.tsx'
import { Section } from '#shell/parts/section.tsx'
import { StatusTag } from '#shell/parts/status-tag.tsx'
import type { VisitStatus } from '../states.ts'
import type { UnitVisit } from '../views.ts'
import { bookingWords } from './booking-words.ts'
import { visitTones } from './tones.ts'

/** Bookings and visits that are over, the newest first, each with what was wanting and its receipt. */
export function PastVisits({ visits }: { visits: readonly UnitVisit[] }) {
  const words = useWords(bookingWords)
  const word = useWord()
  const { language } = useLanguage()
  if (visits.length === 0) return null
  return (
    <Section title={words.past}>
      <ul className="past-visits">
        {visits.map((visit) => (
          <li key={visit.id}>
            <p>
              <b>
                {showDay(visit.day, language)} {visit.from ?? words.walkIn}
              </b>{' '}
              <StatusTag
                plain
                words={visit.statusWords}
                tone={visitTones[visit.status as VisitStatus]}
              />
            </p>
            {visit.remarks.length > 0 && (
              <ol className="visit-remarks">
                {visit.remarks.map((remark) => (
                  <li key={remark.at + remark.what}>
                    <b>{word(remark.where)}</b>
                    {'：'}
                    {remark.what}
                  </li>
                ))}
              </ol>
            )}
            {visit.receipt && <PaperList papers={[visit.receipt]} href={paperHref} />}
          </li>
        ))}
      </ul>
    </Section>
  )
}
