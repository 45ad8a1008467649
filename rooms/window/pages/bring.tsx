import { useWord, useWords } from '#shell/language.tsx'
import { DutyChip } from '#shell/parts/duty-chip.tsx'
import { Section } from '#shell/parts/section.tsx'
import type { BookingView } from '../views.ts'
import { bookingWords } from './booking-words.ts'

/** S2-025 the originals and sealed copies to bring, to be printed and ticked off. */
export function Bring({ rows }: { rows: BookingView['bring'] }) {
  const words = useWords(bookingWords)
  const word = useWord()
  return (
    <Section title={words.bring} hint={words.bringHint} acts={<DutyChip duty="S2-025" />}>
      {rows.length === 0 && <p className="quiet">{words.nothingToBring}</p>}
      <ol className="bring-list">
        {rows.map((row) => (
          <li key={row.slot}>
            <span>{word(row.title)}</span>
            <DutyChip duty={row.duty} />
            {!row.required && <span className="small quiet">{words.optional}</span>}
            {row.inForce && (
              <span className="window-mark" title={words.inForceWhy}>
                {words.inForce}
              </span>
            )}
            {!row.hasFile && <span className="small quiet">{words.noFile}</span>}
          </li>
        ))}
      </ol>
    </Section>
  )
}
