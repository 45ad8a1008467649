import { Link } from '@tanstack/react-router'
import type { z } from 'zod'
import { HandOverButton } from '#frame/people/pages/hand-over-button.tsx'
import { unitRoles } from '#frame/people/roles.ts'
import { useMe } from '#shell/me.ts'
import { fill, useWord, useWords } from '#shell/language.tsx'
import type { Choosing } from '#shell/parts/filter-rows.tsx'
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
      width: 150,
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
          ...(files
            ? []
            : [
                { key: 'mine', label: words.mineOnly, kind: 'flag' } as const,
                { key: 'undelivered', label: words.undelivered, kind: 'flag' } as const,
              ]),
        ]}
        {...(files ? {} : { choosing: handingOver })}
        empty={{ title: words.none, hint: files ? words.noneUnit : words.noneOfficer }}
      />
    </>
  )
}

/** Officers hand several cases over at once, those of one role together. */
const handingOver: Choosing<Row> = {
  can: (row) => row.holder?.mayHandOver ?? false,
  name: (row) => row.number ?? row.articles,
  acts: (rows) => <HandOverChosen rows={rows} />,
}

function HandOverChosen({ rows }: { rows: readonly Row[] }) {
  const words = useWords(pageWords)
  const held = rows.flatMap(({ id, number, holder }) =>
    holder ? [{ ...holder, id, label: number ?? '' }] : [],
  )
  const [role, ...others] = new Set(held.map((task) => task.role))
  if (!role) return null
  if (others.length > 0) return <span className="quiet">{words.oneRole}</span>
  return <HandOverButton kind="licence" role={role} tasks={held} />
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
