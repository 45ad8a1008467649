import { Link } from '@tanstack/react-router'
import type { z } from 'zod'
import { fill, useWord, useWords } from '#shell/language.tsx'
import { StatusTag } from '#shell/parts/status-tag.tsx'
import type { Column, Filter } from '#shell/parts/table-column.ts'
import { useRead } from '#shell/query.ts'
import { holdersDoor } from '../doors.ts'
import { choicesOf, valueWords } from '../labels.ts'
import { licenceLife, type LicenceStatus } from '../states.ts'
import type { caseRow } from '../views.ts'
import { deskWords } from './desk-words.ts'
import { pageWords } from './page-words.ts'
import { licenceTones } from './tones.ts'

type Row = z.infer<typeof caseRow>

/** The columns of the register. In: whether the reader files applications or reviews them. */
export function useCaseColumns(files: boolean): Column<Row>[] {
  const words = useWords({ ...pageWords, ...deskWords })
  const word = useWord()
  return [
    {
      key: 'number',
      title: words.number,
      sort: true,
      always: true,
      width: 150,
      render: (r) => (
        <Link to="/licence/$id" params={{ id: r.id }} className="tabular">
          {r.number ?? words.noNumber}
        </Link>
      ),
    },
    { key: 'articles', title: words.articles, cut: true, render: (r) => r.articles || '—' },
    {
      key: 'class',
      title: words.articleClass,
      width: 110,
      hidden: true,
      render: (r) => (r.articleClass ? word(valueWords('articleClass', r.articleClass)) : '—'),
    },
    { key: 'unit', title: words.unit, cut: true, render: (r) => r.unitName, hidden: files },
    {
      key: 'direction',
      title: words.direction,
      width: 70,
      render: (r) => (r.direction ? word(valueWords('direction', r.direction)) : '—'),
    },
    {
      key: 'status',
      title: words.status,
      width: 165,
      render: (r) => {
        const status = r.status as LicenceStatus
        return <StatusTag words={licenceLife.statuses[status]} tone={licenceTones[status]} />
      },
    },
    { key: 'received', title: words.received, width: 110, render: (r) => r.receivedDay ?? '—' },
    {
      key: 'holder',
      title: words.holder,
      width: 86,
      hidden: files,
      render: (r) => r.holder?.name ?? '—',
    },
    { key: 'left', title: words.left, sort: true, width: 155, render: (r) => <DaysLeft row={r} /> },
  ]
}

/** What the register can be narrowed to; who has a case in hand is for officers. */
export function useCaseFilters(files: boolean): Filter[] {
  const words = useWords({ ...pageWords, ...deskWords })
  const { data } = useRead(holdersDoor, {}, { enabled: !files })
  const statuses = Object.entries(licenceLife.statuses).filter(
    ([code]) => files || code !== 'draft',
  )
  const every: Filter[] = [
    {
      key: 'status',
      label: words.status,
      kind: 'choices',
      options: statuses.map(([value, label]) => ({ value, label })),
    },
    { key: 'direction', label: words.direction, kind: 'choice', options: optionsOf('direction') },
    {
      key: 'class',
      label: words.articleClass,
      kind: 'choices',
      options: optionsOf('articleClass'),
    },
    { key: 'overdue', label: words.overdueOnly, kind: 'flag' },
  ]
  if (files) return every
  const people = (data?.people ?? []).map(({ id, name }) => ({ value: id, label: name }))
  return [
    ...every,
    {
      key: 'holder',
      label: words.holder,
      kind: 'choice',
      options: [{ value: 'none', label: words.heldByNobody }, ...people],
    },
    { key: 'mine', label: words.mineOnly, kind: 'flag' },
    { key: 'undelivered', label: words.undelivered, kind: 'flag' },
  ]
}

const optionsOf = (field: 'direction' | 'articleClass') =>
  Object.entries(choicesOf(field) ?? {}).map(([value, label]) => ({ value, label }))

function DaysLeft({ row }: { row: Row }) {
  const words = useWords(pageWords)
  if (row.paused) return <span className="quiet">{words.paused}</span>
  if (row.leftDays === null) return <span className="quiet">—</span>
  if (row.leftDays === 0) return <b>{words.dueToday}</b>
  return row.leftDays > 0 ? (
    <span className="tabular">{fill(words.daysLeft, { n: row.leftDays })}</span>
  ) : (
    <b className="is-over">{fill(words.overdue, { n: -row.leftDays })}</b>
  )
}
