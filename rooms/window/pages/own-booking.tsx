import { CalendarOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { showDay, showWeekday } from '#shell/format.ts'
import { useLanguage, useWords } from '#shell/language.tsx'
import { ActBar } from '#shell/parts/act-bar.tsx'
import { Section } from '#shell/parts/section.tsx'
import { useAct } from '#shell/query.ts'
import { calendarHref, cancelDoor } from '../doors.ts'
import type { BookingView, UnitVisit } from '../views.ts'
import { bookingWords } from './booking-words.ts'
import { SlotPicker } from './slot-picker.tsx'

/** The booking with another time, giving it up, and the calendar file. */
export function OwnBooking({ view, visit }: { view: BookingView; visit: UnitVisit }) {
  const words = useWords(bookingWords)
  const { language } = useLanguage()
  const cancel = useAct(cancelDoor)
  const [moving, setMoving] = useState(false)
  if (visit.status === 'present')
    return (
      <Section title={words.yours}>
        <p>{words.atWindow}</p>
      </Section>
    )
  const rebook = view.acts.find((a) => a.act === 'visit.rebook')
  return (
    <>
      <Section title={words.yours}>
        <p className="booked-time">
          {showDay(visit.day, language)} {showWeekday(visit.day, language)} {visit.from}
          {'–'}
          {visit.to}
          {visit.provisional && (
            <span className="window-mark" title={words.provisionalWhy}>
              {words.provisional}
            </span>
          )}
        </p>
        <p className="small quiet">{words.comeAnyway}</p>
        <div className="booked-acts no-print">
          <Button icon={<CalendarOutlined />} href={calendarHref(visit.id)} download>
            {words.toCalendar}
          </Button>
          {rebook?.allowed && (
            <Button aria-expanded={moving} onClick={() => setMoving(!moving)}>
              {moving ? words.keep : words.rebook}
            </Button>
          )}
          <ActBar
            layout="row"
            main=""
            acts={view.acts.filter((a) => a.act === 'visit.cancel')}
            run={() => cancel.run({ params: { id: visit.id }, body: { version: visit.version } })}
          />
        </div>
      </Section>
      {moving && <SlotPicker view={view} visit={visit} done={() => setMoving(false)} />}
    </>
  )
}
