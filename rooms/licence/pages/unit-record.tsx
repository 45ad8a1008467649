import { Link } from '@tanstack/react-router'
import { fill, useWord, useWords } from '#shell/language.tsx'
import { Dots } from '#shell/parts/dots.tsx'
import type { CaseView } from '../views.ts'
import { deskWords } from './desk-words.ts'
import type { CaseDesk } from './use-desk.ts'

/** What is on record of the applicant, within the reader's reach. */
export function UnitRecord({ view, desk }: { view: CaseView; desk: CaseDesk }) {
  const words = useWords(deskWords)
  const word = useWord()
  const record = desk.data?.record
  if (!record) return null
  const rows = [
    [words.granted, record.granted],
    [words.inForce, record.inForce],
    [words.refused, record.refused],
    [words.notAccepted, record.notAccepted],
    [words.lapsed, record.lapsed],
    [words.writeOffsOverdue, record.writeOffsOverdue],
  ] as const
  return (
    <div className="card case-box">
      <h2>{words.record}</h2>
      <p className="desk-line">
        <Link to="/units/$id" params={{ id: view.unit.id }}>
          {view.unit.nameZh}
        </Link>{' '}
        <span className="quiet">{word(record.status)}</span>
      </p>
      <dl className="desk-record">
        {rows.map(([title, n]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd className="tabular">{n}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

/** Cases granted before for the same article, of this unit and of others within the reader's reach. */
export function SameArticles({ desk }: { desk: CaseDesk }) {
  const words = useWords(deskWords)
  const same = desk.data?.same ?? []
  if (same.length === 0) return <p className="quiet">{words.noSame}</p>
  return (
    <ul className="desk-same">
      {same.map((one) => (
        <li key={one.caseId}>
          <p className="desk-line">
            <Link to="/licence/$id" params={{ id: one.caseId }} className="tabular">
              {one.number}
            </Link>{' '}
            <b>{one.article}</b> <span className="quiet">{one.catalogueNo}</span>
          </p>
          <p className="small quiet">
            <Dots
              of={[
                one.own ? words.sameUnit : one.unitName,
                one.day,
                one.permit &&
                  fill(words.permitOf, {
                    number: one.permit.number,
                    grade: one.permit.grade,
                    until: one.permit.until,
                  }),
              ]}
            />
          </p>
        </li>
      ))}
    </ul>
  )
}
