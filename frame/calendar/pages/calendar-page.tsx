import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button, DatePicker } from 'antd'
import dayjs from 'dayjs'
import type { z } from 'zod'
import { useAddress } from '#shell/address.ts'
import { dayOf } from '#shell/format.ts'
import { fill, useWords } from '#shell/language.tsx'
import { Fault } from '#shell/parts/fault.tsx'
import { PageHead } from '#shell/parts/page-head.tsx'
import { Waiting } from '#shell/parts/waiting.tsx'
import { useRead } from '#shell/query.ts'
import { isDay, yearOf } from '../day.ts'
import { daysDoor } from '../doors.ts'
import { calendarWords } from '../labels.ts'
import { Months } from './months.tsx'
import { Reckoner } from './reckoner.tsx'
import { SpecialDays } from './special-days.tsx'
import './calendar.css'

/** A span of days month by month, each day with why it counts or not. The span stands in the address. */
export function CalendarPage() {
  const words = useWords(calendarWords)
  const address = useAddress()
  const span = spanOf(address.search)
  const read = useRead(daysDoor, { query: span })
  const showYear = (year: number) =>
    address.change({ from: `${year}-01-01`, to: `${year}-12-31` }, true)
  const year = yearOf(span.from)
  return (
    <div className="calendar-page">
      <PageHead
        title={words.title}
        hint={words.hint}
        acts={
          <div className="calendar-span">
            <Button
              icon={<LeftOutlined />}
              aria-label={words.yearBefore}
              title={words.yearBefore}
              onClick={() => showYear(year - 1)}
            />
            <DatePicker.RangePicker
              aria-label={words.span}
              allowClear={false}
              value={[dayjs(span.from), dayjs(span.to)]}
              onChange={(_days, texts) =>
                texts && address.change({ from: texts[0], to: texts[1] }, true)
              }
            />
            <Button
              icon={<RightOutlined />}
              aria-label={words.yearAfter}
              title={words.yearAfter}
              onClick={() => showYear(year + 1)}
            />
          </div>
        }
        facts={read.data ? factsOf(read.data.days, words) : []}
      />
      {read.error && <Fault error={read.error} retry={() => void read.refetch()} />}
      {read.isPending && <Waiting rows={8} />}
      {read.data && (
        <>
          <Years years={read.data.years} />
          <Months days={read.data.days} today={read.data.today} />
          <div className="calendar-below">
            <SpecialDays days={read.data.days} />
            <Reckoner today={read.data.today} />
          </div>
        </>
      )}
    </div>
  )
}

type Reply = z.output<typeof daysDoor.reply>

function spanOf(search: Record<string, string>): { from: string; to: string } {
  const { from = '', to = '' } = search
  if (isDay(from) && isDay(to) && from <= to) return { from, to }
  const year = dayOf(new Date()).slice(0, 4)
  return { from: `${year}-01-01`, to: `${year}-12-31` }
}

function factsOf(days: Reply['days'], words: Record<keyof typeof calendarWords, string>) {
  const count = (label: string, which: (day: Reply['days'][number]) => boolean) => ({
    label,
    value: fill(words.days, { n: days.filter(which).length }),
  })
  return [
    count(words.workdays, (day) => day.workday),
    count(words.restdays, (day) => !day.workday),
    count(words.makeups, (day) => day.kind === 'makeup'),
  ]
}

/** By which notice each year is ordered, or that it is not published. */
function Years({ years }: { years: Reply['years'] }) {
  const words = useWords(calendarWords)
  return (
    <ul className="calendar-years">
      {years.map((year) => (
        <li key={year.year} data-provisional={!year.published}>
          {year.published ? (
            <>
              <span className="quiet">{words.notice}</span>{' '}
              <a href={year.url ?? ''} target="_blank" rel="noreferrer">
                {year.title}
              </a>{' '}
              {year.number}
            </>
          ) : (
            <>
              <b>{words.provisional}</b> {fill(words.provisionalText, { n: year.year })}
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
