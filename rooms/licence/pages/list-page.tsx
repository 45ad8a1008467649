import { Link } from '@tanstack/react-router'
import type { z } from 'zod'
import { unitRoles } from '#frame/people/roles.ts'
import { useMe } from '#shell/me.ts'
import { fill, useWord, useWords } from '#shell/language.tsx'
import { FilterTable } from '#shell/parts/filter-table.tsx'
import { LinkButton } from '#shell/parts/link-button.tsx'
import { PageHead } from '#shell/parts/page-head.tsx'
import { StatusTag } from '#shell/parts/status-tag.tsx'
import type { Column } from '#shell/parts/table-column.ts'
import { doorSource } from '#shell/parts/table-source.ts'
import { listDoor } from '../doors.ts'
import { valueWords } from '../labels.ts'
import { licenceLife, type LicenceStatus } from '../states.ts'
import type { caseRow } from '../views.ts'
import { pageWords } from './page-words.ts'
import { licenceTones } from './tones.ts'

type Row = z.infer<typeof caseRow>

/** The register of applications: a unit's own, or those of an officer's branch, by days left. */
export function LicenceListPage() {
  const words = useWords(pageWords)
  const word = useWord()
  const { me } = useMe()
  const files = me?.grants.some((g) => unitRoles.some((r) => r === g.role)) ?? false
  const statuses = Object.entries(licenceLife.statuses).filter(
    ([code]) => files || code !== 'draft',
  )
  const columns: Column<Row>[] = [
    {
      key: 'number',
      title: words.number,
      sort: true,
      always: true,
      width: 190,
      render: (r) => (
        <Link to="/licence/$id" params={{ id: r.id }} className="tabular">
          {r.number ?? words.noNumber}
        </Link>
      ),
    },
    { key: 'articles', title: words.articles, cut: true, render: (r) => r.articles || '—' },
    { key: 'unit', title: words.unit, cut: true, render: (r) => r.unitName, hidden: files },
    {
      key: 'direction',
      title: words.direction,
      width: 80,
      render: (r) => (r.direction ? word(valueWords('direction', r.direction)) : '—'),
    },
    {
      key: 'status',
      title: words.status,
      width: 170,
      render: (r) => {
        const status = r.status as LicenceStatus
        return <StatusTag words={licenceLife.statuses[status]} tone={licenceTones[status]} />
      },
    },
    { key: 'received', title: words.received, width: 120, render: (r) => r.receivedDay ?? '—' },
    { key: 'left', title: words.left, sort: true, width: 190, render: (r) => <DaysLeft row={r} /> },
  ]
  return (
    <>
      <PageHead
        title={words.list}
        acts={
          files && (
            <LinkButton to="/licence/new" type="primary">
              {words.newCase}
            </LinkButton>
          )
        }
      />
      <FilterTable<Row>
        name="licence"
        source={doorSource(listDoor)}
        columns={columns}
        rowKey={(r) => r.id}
        search={words.search}
        defaultSort={files ? '-updated' : 'left'}
        filters={[
          {
            key: 'status',
            label: words.status,
            kind: 'choices',
            options: statuses.map(([value, label]) => ({ value, label })),
          },
        ]}
        empty={{ title: words.none, hint: files ? words.noneUnit : words.noneOfficer }}
      />
    </>
  )
}

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
