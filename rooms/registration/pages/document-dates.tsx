import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { Fragment } from 'react'
import { useWord, useWords } from '#shell/language.tsx'
import type { RegistrationForm } from '../forms.ts'
import type { RegistrationView } from '../views.ts'
import { pageWords } from './page-words.ts'
import './registration.css'

type Dates = NonNullable<RegistrationForm['documentDates']>

/** From when until when each certificate holds. In: which slots may be written. */
export function DocumentDates(props: {
  view: RegistrationView
  dates: Dates
  change: (dates: Dates) => void
}) {
  const words = useWords(pageWords)
  const word = useWord()
  const dated = props.view.slots.filter((s) => s.dated && s.writable)
  if (dated.length === 0) return null
  const set = (code: string, end: 'from' | 'to', day: string) => {
    const { [end]: _old, ...others } = props.dates[code] ?? {}
    props.change({ ...props.dates, [code]: day ? { ...others, [end]: day } : others })
  }
  return (
    <div className="document-dates">
      <h3>{words.dates}</h3>
      {dated.map((slot) => (
        <Fragment key={slot.code}>
          <p data-place={`documentDates.${slot.code}`}>{word(slot.title)}</p>
          {(['from', 'to'] as const).map((end) => (
            <DatePicker
              key={end}
              aria-label={`${word(slot.title)} ${words[end]}`}
              placeholder={end === 'from' ? words.from : words.to}
              value={props.dates[slot.code]?.[end] ? dayjs(props.dates[slot.code]![end]) : null}
              onChange={(_day, text) => set(slot.code, end, typeof text === 'string' ? text : '')}
            />
          ))}
        </Fragment>
      ))}
    </div>
  )
}
