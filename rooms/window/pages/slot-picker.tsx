import { showDay, showWeekday } from '#shell/format.ts'
import { fill, useLanguage, useWord, useWords } from '#shell/language.tsx'
import { Refusal } from '#shell/parts/refusal.tsx'
import { Section } from '#shell/parts/section.tsx'
import { useAct } from '#shell/query.ts'
import { bookDoor, rebookDoor } from '../doors.ts'
import type { BookingView, UnitVisit } from '../views.ts'
import { bookingWords } from './booking-words.ts'

type ShownDay = BookingView['days'][number]
type ShownSlot = ShownDay['slots'][number]

/**
 * S2-006 the days and times of the window with what is left; one click books, or takes the time instead of
 * the one booked. In: `visit` when another time is taken, and what to do afterwards.
 */
export function SlotPicker(props: { view: BookingView; visit?: UnitVisit; done?: () => void }) {
  const words = useWords(bookingWords)
  const word = useWord()
  const { language } = useLanguage()
  const book = useAct(bookDoor)
  const rebook = useAct(rebookDoor)
  const { view, visit, done } = props
  const busy = book.busy || rebook.busy
  const error = book.error ?? rebook.error

  async function take(day: string, from: string) {
    const picked = { day, from }
    if (visit)
      await rebook.run({ params: { id: visit.id }, body: { ...picked, version: visit.version } })
    else await book.run({ params: { id: view.registration.id }, body: picked })
    done?.()
  }

  return (
    <Section title={words.pick} hint={words.pickHint}>
      {error && <Refusal error={error} />}
      <ul className="slot-days" data-place="slot">
        {view.days.map((day) => (
          <li key={day.day}>
            <h3>
              {showDay(day.day, language)} {showWeekday(day.day, language)}
              {day.provisional && (
                <span className="window-mark" title={words.provisionalWhy}>
                  {words.provisional}
                </span>
              )}
              {!day.inTime && <span className="small quiet">{words.late}</span>}
            </h3>
            <ul className="slot-times">
              {day.slots.map((slot) => (
                <li key={slot.from}>
                  <SlotButton
                    day={day}
                    slot={slot}
                    taken={visit?.day === day.day && visit.from === slot.from}
                    busy={busy}
                    // the refusal is shown above
                    press={() => void take(day.day, slot.from).catch(() => undefined)}
                  />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {view.closed.map(({ day, reason }) => (
        <p key={day} className="small quiet">
          {fill(words.closedOn, { day: showDay(day, language), reason: word(reason) })}
        </p>
      ))}
    </Section>
  )
}

function SlotButton(props: {
  day: ShownDay
  slot: ShownSlot
  taken: boolean
  busy: boolean
  press: () => void
}) {
  const words = useWords(bookingWords)
  const { language } = useLanguage()
  const { day, slot, taken } = props
  const left =
    slot.left === 0 ? words.full : slot.open ? fill(words.left, { n: slot.left }) : words.over
  return (
    <button
      type="button"
      className="slot-time"
      disabled={!slot.open || taken || props.busy}
      onClick={props.press}
    >
      <span className="unseen">{fill(words.bookOn, { day: showDay(day.day, language) })} </span>
      <b>{slot.from}</b>
      <span className="unseen"> {fill(words.until, { to: slot.to })} </span>
      <span className="small">{taken ? words.yours : left}</span>
    </button>
  )
}
