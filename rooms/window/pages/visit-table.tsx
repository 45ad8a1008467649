import { Link } from '@tanstack/react-router'
import { showTime } from '#shell/format.ts'
import { fill, useWord, useWords } from '#shell/language.tsx'
import { LineTable } from '#shell/parts/line-table.tsx'
import { LinkButton } from '#shell/parts/link-button.tsx'
import { StatusTag } from '#shell/parts/status-tag.tsx'
import type { VisitStatus } from '../states.ts'
import type { VisitRow } from '../views.ts'
import { dayWords } from './day-words.ts'
import { ReceiveButton } from './receive-button.tsx'
import { visitTones } from './tones.ts'

/** Visits of a day by their time, each with the way to receive or to go on. In: `dated` names the day too. */
export function VisitTable(props: {
  label: string
  rows: readonly VisitRow[]
  several: boolean
  dated?: boolean
}) {
  const words = useWords(dayWords)
  const word = useWord()
  return (
    <LineTable
      label={props.label}
      rows={props.rows}
      rowKey={(v) => v.id}
      size={100}
      empty={{ title: words.none, hint: words.noneHint }}
      columns={[
        {
          key: 'time',
          title: words.time,
          width: 130,
          render: (v) => (
            <>
              {props.dated && `${v.day} `}
              {v.from ? <b>{v.from}</b> : <span className="quiet">{words.walkIn}</span>}
            </>
          ),
        },
        {
          key: 'unit',
          title: words.unit,
          head: true,
          render: (v) => (
            <Link to="/window/visit/$id" params={{ id: v.id }}>
              {v.unitName}
            </Link>
          ),
        },
        {
          key: 'number',
          title: words.number,
          render: (v) => [word(v.kindWords), v.number].filter(Boolean).join(' '),
        },
        ...(props.several
          ? [
              {
                key: 'branch',
                title: words.branch,
                render: (v: VisitRow) => word(v.branch),
              },
            ]
          : []),
        { key: 'status', title: words.status, width: 190, render: (v) => <Status visit={v} /> },
        { key: 'what', title: words.what, width: 110, render: (v) => <Next visit={v} /> },
      ]}
    />
  )
}

function Status({ visit }: { visit: VisitRow }) {
  const words = useWords(dayWords)
  return (
    <>
      <StatusTag plain words={visit.statusWords} tone={visitTones[visit.status as VisitStatus]} />{' '}
      {visit.lateMinutes !== null && (
        <span className="visit-late">{fill(words.lateBy, { n: visit.lateMinutes })}</span>
      )}
      {visit.status === 'present' && visit.receivedAt && (
        <span className="small quiet">
          {fill(words.since, { time: showTime(visit.receivedAt) })}
        </span>
      )}
    </>
  )
}

function Next({ visit }: { visit: VisitRow }) {
  const words = useWords(dayWords)
  if (visit.status === 'booked')
    return <ReceiveButton visit={visit} who={visit.unitName} registrationId="" />
  return (
    <LinkButton
      size="small"
      to={`/window/visit/${visit.id}`}
      type={visit.status === 'present' ? 'primary' : 'default'}
    >
      {visit.status === 'present' ? words.goOn : words.openVisit}
    </LinkButton>
  )
}
