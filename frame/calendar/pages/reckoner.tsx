import { DatePicker, InputNumber } from 'antd'
import dayjs from 'dayjs'
import { useId, useState } from 'react'
import { showDay, showWeekday } from '#shell/format.ts'
import { fill, useLanguage, useWord, useWords } from '#shell/language.tsx'
import { Fault } from '#shell/parts/fault.tsx'
import { useRead } from '#shell/query.ts'
import { addDays } from '../day.ts'
import { daysDoor } from '../doors.ts'
import { reckonWords } from '../labels.ts'

const most = 250

/** Which day is the n-th working day after an event; the event's own day is not counted. */
export function Reckoner({ today }: { today: string }) {
  const words = useWords(reckonWords)
  const word = useWord()
  const { language } = useLanguage()
  const id = useId()
  const [from, setFrom] = useState(today)
  const [count, setCount] = useState(20)
  // Two calendar days a working day and a month for the long holidays always reach far enough.
  const span = { from: addDays(from, 1), to: addDays(from, count * 2 + 30) }
  const read = useRead(daysDoor, { query: span })
  const due = read.data?.days.filter((day) => day.workday)[count - 1]
  const provisional = read.data?.days.some((d) => due && d.day <= due.day && d.provisional)
  return (
    <section className="calendar-reckoner">
      <h2>{words.title}</h2>
      <div className="calendar-reckoner-fields">
        <label htmlFor={`${id}-from`}>
          {words.from}
          <DatePicker
            id={`${id}-from`}
            allowClear={false}
            value={dayjs(from)}
            onChange={(_day, text) => typeof text === 'string' && text && setFrom(text)}
          />
        </label>
        <label htmlFor={`${id}-count`}>
          {words.count}
          <InputNumber
            id={`${id}-count`}
            min={1}
            max={most}
            precision={0}
            value={count}
            onChange={(n) => setCount(n ?? 1)}
          />
        </label>
      </div>
      {read.error && <Fault error={read.error} />}
      <output className="calendar-reckoner-result">
        {due && (
          <>
            {fill(words.result, { n: count })}
            <b>
              {showDay(due.day, language)} {showWeekday(due.day, language)}
            </b>
            <span className="quiet">{word(due.reason)}</span>
          </>
        )}
      </output>
      {provisional && <p className="small calendar-note">{words.provisional}</p>}
    </section>
  )
}
