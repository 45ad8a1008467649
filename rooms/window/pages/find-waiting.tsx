import { Input } from 'antd'
import { useDeferredValue, useState } from 'react'
import type { z } from 'zod'
import { showDay } from '#shell/format.ts'
import { fill, useLanguage, useWord, useWords } from '#shell/language.tsx'
import { EmptyState } from '#shell/parts/empty-state.tsx'
import { LinkButton } from '#shell/parts/link-button.tsx'
import { Loaded } from '#shell/parts/loaded.tsx'
import { Section } from '#shell/parts/section.tsx'
import { useRead } from '#shell/query.ts'
import { findDoor } from '../doors.ts'
import type { foundRow } from '../views.ts'
import { dayWords } from './day-words.ts'
import { ReceiveButton } from './receive-button.tsx'

type Found = z.infer<typeof foundRow>

/** S2-129 finds whoever stands at the window, booked or not, and receives him. */
export function FindWaiting({ several }: { several: boolean }) {
  const words = useWords(dayWords)
  const [text, setText] = useState('')
  const q = useDeferredValue(text.trim())
  const read = useRead(findDoor, { query: { q } }, { enabled: q !== '' })
  return (
    <Section title={words.find} hint={words.findHint}>
      <Input.Search
        className="find-waiting"
        aria-label={words.findLabel}
        placeholder={words.findLabel}
        value={text}
        maxLength={100}
        onChange={(e) => setText(e.target.value)}
      />
      <div aria-live="polite">
        {q !== '' && (
          <Loaded read={read} rows={2}>
            {({ rows }) =>
              rows.length === 0 ? (
                <EmptyState title={words.noneFound} hint={words.noneFoundHint} />
              ) : (
                <ul className="found-list">
                  {rows.map((row) => (
                    <FoundOne key={row.registrationId} row={row} several={several} />
                  ))}
                </ul>
              )
            }
          </Loaded>
        )}
      </div>
    </Section>
  )
}

function FoundOne({ row, several }: { row: Found; several: boolean }) {
  const words = useWords(dayWords)
  const word = useWord()
  const { language } = useLanguage()
  const { visit } = row
  const due = row.handInBy && showDay(row.handInBy, language)
  const facts = [
    [word(row.kindWords), row.number].filter(Boolean).join(' '),
    row.code,
    ...(several ? [word(row.branch)] : []),
    ...(due ? [`${words.handInBy} ${row.overdue ? fill(words.overdue, { day: due }) : due}`] : []),
    ...(visit?.status === 'booked'
      ? [fill(words.bookedFor, { day: showDay(visit.day, language), from: visit.from ?? '' })]
      : []),
  ]
  return (
    <li>
      <div>
        <b>{row.unitName}</b>
        <p className="small quiet">{facts.join('，')}</p>
      </div>
      {visit?.status === 'present' ? (
        <LinkButton size="small" to={`/window/visit/${visit.id}`} type="primary">
          {words.goOn}
        </LinkButton>
      ) : (
        <ReceiveButton visit={visit} registrationId={row.registrationId} who={row.unitName} />
      )}
    </li>
  )
}
