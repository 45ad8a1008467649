import { useAddress } from '#shell/address.ts'
import { showDay, showWeekday } from '#shell/format.ts'
import { fill, useLanguage, useWord, useWords } from '#shell/language.tsx'
import { Loaded } from '#shell/parts/loaded.tsx'
import { PageHead } from '#shell/parts/page-head.tsx'
import { Section } from '#shell/parts/section.tsx'
import { useRead } from '#shell/query.ts'
import { dayDoor } from '../doors.ts'
import type { DayView } from '../views.ts'
import { DaySwitch } from './day-switch.tsx'
import { dayWords } from './day-words.ts'
import { FindWaiting } from './find-waiting.tsx'
import { VisitTable } from './visit-table.tsx'
import './window.css'
import './visit.css'

const everyMs = 30_000

/** S2-006 one day at the window: who is awaited, who is late, who is here, and whoever else comes. */
export function DayPage() {
  const { search } = useAddress()
  const words = useWords(dayWords)
  const query = {
    ...(search['day'] ? { day: search['day'] } : {}),
    ...(search['branch'] ? { branch: search['branch'] } : {}),
  }
  const read = useRead(dayDoor, { query }, { fresh: true, everyMs })
  return (
    <Loaded page read={read} rows={8}>
      {(view) => (
        <>
          <Head view={view} />
          <Counts view={view} />
          <FindWaiting several={view.branches.length > 1} />
          {view.unfinished.length > 0 && (
            <Section title={words.unfinished}>
              <VisitTable
                label={words.unfinished}
                rows={view.unfinished}
                several={view.branches.length > 1}
                dated
              />
            </Section>
          )}
          <Section title={words.visits}>
            <VisitTable
              label={words.visits}
              rows={view.visits}
              several={view.branches.length > 1}
            />
          </Section>
        </>
      )}
    </Loaded>
  )
}

function Head({ view }: { view: DayView }) {
  const words = useWords(dayWords)
  const word = useWord()
  const { language } = useLanguage()
  const { window } = view
  return (
    <PageHead
      title={`${words.dayTitle} ${showDay(view.day, language)} ${showWeekday(view.day, language)}`}
      acts={<DaySwitch view={view} />}
      hint={
        window ? (
          <>
            {fill(words.open, { from: window.from, to: window.to })}
            {window.provisional && (
              <span className="window-mark" title={words.provisionalWhy}>
                {words.provisional}
              </span>
            )}
          </>
        ) : (
          fill(words.noWindow, { reason: word(view.reason) })
        )
      }
    />
  )
}

const counted = [
  'booked',
  'late',
  'present',
  'complete',
  'incomplete',
  'missed',
  'walkIns',
] as const

/** How the day stands, and how full each slot is. */
function Counts({ view }: { view: DayView }) {
  const words = useWords(dayWords)
  return (
    <div className="card day-counts">
      <ul className="day-figures">
        {counted.map((key) => (
          <li key={key} data-alarm={key === 'late' && view.counts.late > 0}>
            <span className="small quiet">{words[key]}</span>
            <b>{view.counts[key]}</b>
          </li>
        ))}
      </ul>
      {view.slots.length > 0 && (
        <div className="day-load">
          <p className="small quiet">{words.load}</p>
          <ul>
            {view.slots.map((slot) => (
              <li key={slot.from} data-full={slot.taken >= slot.places}>
                <span className="unseen">{fill(words.loadOf, slot)}</span>
                <span aria-hidden="true">
                  {slot.from} <b>{slot.taken}</b>
                  {'/'}
                  {slot.places}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}
