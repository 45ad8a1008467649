import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import { dayOf, showDay, showInstant } from '#shell/format.ts'
import { fill, useLanguage, useWord, useWords } from '#shell/language.tsx'
import { holds, useMe } from '#shell/me.ts'
import { Fault } from '#shell/parts/fault.tsx'
import { PageHead } from '#shell/parts/page-head.tsx'
import { Waiting } from '#shell/parts/waiting.tsx'
import { useRead } from '#shell/query.ts'
import { yearOf } from '../day.ts'
import { historyDoor } from '../doors.ts'
import { settingsWords } from '../labels.ts'
import { DayDialog, type DayChange } from './day-dialog.tsx'
import './settings.css'

type History = z.output<typeof historyDoor.reply>

/** The administrator's view: notices by year, single days changed, and the history of changes. */
export function SettingsPage() {
  const words = useWords(settingsWords)
  const { me } = useMe()
  const may = holds(me, ['system-admin'])
  const read = useRead(historyDoor, {})
  const [change, setChange] = useState<DayChange | null>(null)
  const [next] = useState(() => yearOf(dayOf(new Date())) + 1)
  const known = read.data?.notices.some((n) => n.notice.year === next) ?? true
  return (
    <div className="calendar-settings">
      <PageHead
        title={words.title}
        hint={words.hint}
        acts={
          <>
            <Link to="/desk/calendar">
              <Button>{words.see}</Button>
            </Link>
            {may && <Button onClick={() => setChange({ what: 'set' })}>{words.setDay}</Button>}
            {may && !known && (
              <Link to="/settings/calendar/$year" params={{ year: String(next) }}>
                <Button type="primary">{fill(words.enter, { n: next })}</Button>
              </Link>
            )}
          </>
        }
      />
      {read.error && <Fault error={read.error} retry={() => void read.refetch()} />}
      {read.isPending && <Waiting />}
      {read.data && (
        <>
          <Notices notices={read.data.notices} may={may} />
          <OwnDays
            days={read.data.ownDays}
            clear={may ? (day) => setChange({ what: 'clear', day }) : null}
          />
          <Changes changes={read.data.changes} />
          {change && (
            <DayDialog
              key={change.what}
              change={change}
              seen={read.data.version}
              close={() => setChange(null)}
            />
          )}
        </>
      )}
    </div>
  )
}

function Notices({ notices, may }: { notices: History['notices']; may: boolean }) {
  const words = useWords(settingsWords)
  return (
    <section className="card calendar-card">
      <h2>{words.years}</h2>
      <table className="calendar-table">
        <thead>
          <tr>
            <th scope="col">{words.year}</th>
            <th scope="col">{words.noticeTitle}</th>
            <th scope="col">{words.issued}</th>
            <th scope="col">{words.entered}</th>
            <th scope="col">
              <span className="unseen">{words.correct}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {notices.map(({ notice, version, by, at, reason }) => (
            <tr key={notice.year}>
              <th scope="row">{notice.year}</th>
              <td>
                <a href={notice.url} target="_blank" rel="noreferrer">
                  {notice.title}
                </a>{' '}
                <span className="nowrap">{notice.number}</span>
              </td>
              <td className="nowrap">{notice.issuedOn}</td>
              <td>
                {by ?? words.shipped}{' '}
                <span className="quiet small nowrap">
                  {showInstant(at)} {version > 1 && fill(words.version, { n: version })}
                </span>
                {reason && <div className="quiet small">{reason}</div>}
              </td>
              <td>
                {may && (
                  <Link to="/settings/calendar/$year" params={{ year: String(notice.year) }}>
                    {words.correct}
                  </Link>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function OwnDays(props: { days: History['ownDays']; clear: ((day: string) => void) | null }) {
  const words = useWords(settingsWords)
  const word = useWord()
  const { language } = useLanguage()
  const { days, clear } = props
  return (
    <section className="card calendar-card">
      <h2>{words.ownDays}</h2>
      {days.length === 0 && <p className="quiet">{words.noOwnDays}</p>}
      <ul className="calendar-own">
        {days.map((day) => (
          <li key={day.day}>
            <span className="nowrap">{showDay(day.day, language)}</span>
            <span>
              {word(day.reason)} <span className="quiet">{day.source}</span>
            </span>
            {clear && (
              <Button size="small" onClick={() => clear(day.day)}>
                {words.clear}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Changes({ changes }: { changes: History['changes'] }) {
  const words = useWords(settingsWords)
  const word = useWord()
  const whatOf = (kind: 'off' | 'work' | null) =>
    kind === null ? words.cleared : kind === 'off' ? words.setOff : words.setWork
  return (
    <section className="card calendar-card">
      <h2>{words.changes}</h2>
      {changes.length === 0 ? (
        <p className="quiet">{words.noChanges}</p>
      ) : (
        <table className="calendar-table">
          <thead>
            <tr>
              <th scope="col">{words.day}</th>
              <th scope="col">{words.what}</th>
              <th scope="col">{words.why}</th>
              <th scope="col">{words.who}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map((change) => (
              <tr key={change.id}>
                <th scope="row" className="nowrap">
                  {change.day}
                </th>
                <td>
                  {whatOf(change.kind)} {change.name && word(change.name)}
                </td>
                <td>
                  {change.reason}
                  {change.source && <div className="quiet small">{change.source}</div>}
                </td>
                <td className="nowrap">
                  {change.by} <span className="quiet small">{showInstant(change.at)}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
