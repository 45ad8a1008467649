import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { addressOf } from '#shell/call.ts'
import { showDay } from '#shell/format.ts'
import { fill, useLanguage, useWord, useWords } from '#shell/language.tsx'
import { EmptyState } from '#shell/parts/empty-state.tsx'
import { LinkButton } from '#shell/parts/link-button.tsx'
import { Section } from '#shell/parts/section.tsx'
import { StatusTag, type Tone } from '#shell/parts/status-tag.tsx'
import { unitEndingsDoor } from '../doors.ts'
import type { UnitDesk } from '../views.ts'
import { unitWords } from './unit-words.ts'

type State = UnitDesk['endings'][number]['state']
const tones: Record<State, Tone> = { over: 'danger', soon: 'warn', later: 'ok' }

/** How long something still holds, in a colour and in words. */
export function DaysLeft({ daysLeft, state }: { daysLeft: number; state: State }) {
  const words = useWords(unitWords)
  const said =
    daysLeft < 0
      ? fill(words.over, { n: -daysLeft })
      : daysLeft === 0
        ? words.endsToday
        : fill(words.left, { n: daysLeft })
  return <StatusTag words={said} tone={tones[state]} />
}

/** Certificates and permits by the day they end. */
export function UnitEndings({ unitId, endings }: { unitId: string; endings: UnitDesk['endings'] }) {
  const words = useWords(unitWords)
  const word = useWord()
  const { language } = useLanguage()
  const file = addressOf(unitEndingsDoor.path, { id: unitId }, { language })
  return (
    <Section
      title={words.endings}
      hint={endings.length > 0 ? words.endingsHint : undefined}
      acts={
        endings.length > 0 && (
          <Button href={file} download title={words.calendarHint}>
            {words.calendar}
          </Button>
        )
      }
    >
      {endings.length === 0 ? (
        <EmptyState title={words.noEndings} />
      ) : (
        <ul className="unit-matters">
          {endings.map((ending) => (
            <li key={ending.key}>
              <div>
                {/* what stands on this page needs no link to it */}
                {ending.path === `/units/${unitId}` ? (
                  <b>{word(ending.what)}</b>
                ) : (
                  <Link to={ending.path}>{word(ending.what)}</Link>
                )}
                <p className="small quiet">{ending.name}</p>
              </div>
              <span className="tabular nowrap">{showDay(ending.day, language)}</span>
              <DaysLeft daysLeft={ending.daysLeft} state={ending.state} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

/** What is under way, each a link to where it is done. */
export function UnitUnderway({ underway, own }: { underway: UnitDesk['underway']; own: boolean }) {
  const words = useWords(unitWords)
  const word = useWord()
  const { language } = useLanguage()
  return (
    <Section
      title={words.underway}
      acts={
        own && (
          <>
            <LinkButton to="/library">{words.library}</LinkButton>
            <LinkButton to="/licence/new">{words.apply}</LinkButton>
          </>
        )
      }
    >
      {underway.length === 0 ? (
        <EmptyState title={words.noUnderway} />
      ) : (
        <ul className="unit-matters">
          {underway.map((one) => (
            <li key={one.key}>
              <div>
                <Link to={one.path}>
                  {word(one.what)} {one.name}
                </Link>
                {one.day && (
                  <p className="small quiet">
                    {word(one.day.words)} {showDay(one.day.day, language)}
                  </p>
                )}
              </div>
              <StatusTag plain words={one.status} tone="progress" />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
