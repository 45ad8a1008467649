import { Link } from '@tanstack/react-router'
import { showDay } from '#shell/format.ts'
import { usePathParam } from '#shell/address.ts'
import { fill, useLanguage, useWord, useWords } from '#shell/language.tsx'
import { DutyChip } from '#shell/parts/duty-chip.tsx'
import { Loaded } from '#shell/parts/loaded.tsx'
import { Note } from '#shell/parts/note.tsx'
import { PageHead } from '#shell/parts/page-head.tsx'
import { StatusTag } from '#shell/parts/status-tag.tsx'
import { WhyNot } from '#shell/parts/why-not.tsx'
import { useRead } from '#shell/query.ts'
import { bookingDoor } from '../doors.ts'
import type { VisitStatus } from '../states.ts'
import type { BookingView } from '../views.ts'
import { bookingWords } from './booking-words.ts'
import { Bring } from './bring.tsx'
import { OwnBooking } from './own-booking.tsx'
import { PastVisits } from './past-visits.tsx'
import { SlotPicker } from './slot-picker.tsx'
import { visitTones } from './tones.ts'
import './window.css'
import './visit.css'

/** S2-024 the unit's page: when to come, the booking, what to bring, and what was found before. */
export function BookingPage() {
  const id = usePathParam('registrationId')
  const read = useRead(bookingDoor, { params: { id } }, { fresh: true })
  return (
    <Loaded page read={read}>
      {(view) => (
        <>
          <Head view={view} />
          <Booking view={view} />
          <Bring rows={view.bring} />
          <PastVisits visits={view.past} />
        </>
      )}
    </Loaded>
  )
}

function Head({ view }: { view: BookingView }) {
  const words = useWords(bookingWords)
  const word = useWord()
  const { language } = useLanguage()
  const { registration, visit } = view
  const due = registration.handInBy && showDay(registration.handInBy, language)
  return (
    <PageHead
      title={words.bookTitle}
      {...(visit
        ? {
            tag: (
              <StatusTag words={visit.statusWords} tone={visitTones[visit.status as VisitStatus]} />
            ),
          }
        : {})}
      facts={[
        {
          label: word(registration.kindWords),
          value: (
            <Link to="/registration/$id" params={{ id: registration.id }}>
              {registration.number ?? registration.unitName}
            </Link>
          ),
        },
        { label: words.branch, value: word(view.branch) },
        { label: words.hours, value: word(view.hours) },
        { label: words.address, value: view.address },
        { label: words.phone, value: view.phone },
        ...(due
          ? [
              {
                label: words.handInBy,
                value: (
                  <>
                    {registration.overdue ? fill(words.overdue, { day: due }) : due}{' '}
                    <DutyChip duty="S2-024" />
                  </>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}

/** The booking, or the way to one; where nothing is to be shown, why not. */
function Booking({ view }: { view: BookingView }) {
  const words = useWords(bookingWords)
  const book = view.acts.find((a) => a.act === 'visit.book')
  if (view.visit) return <OwnBooking view={view} visit={view.visit} />
  if (book && !book.allowed) return <WhyNot reasons={book.reasons} title={words.notNow} />
  return (
    <>
      <Note title={words.helpTitle} tone="calm">
        <p className="small">{words.help}</p>
      </Note>
      {book && <SlotPicker view={view} />}
    </>
  )
}
