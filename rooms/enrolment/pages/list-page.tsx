import { Link } from '@tanstack/react-router'
import type { z } from 'zod'
import { showInstant } from '#shell/format.ts'
import { useWord, useWords } from '#shell/language.tsx'
import { FilterTable } from '#shell/parts/filter-table.tsx'
import { PageHead } from '#shell/parts/page-head.tsx'
import type { Column } from '#shell/parts/table-column.ts'
import { doorSource } from '#shell/parts/table-source.ts'
import { listDoor } from '../doors.ts'
import { kindWords } from '../labels.ts'
import { enrolmentLife } from '../states.ts'
import type { enrolmentRow } from '../views.ts'
import { pageWords } from './page-words.ts'
import { StatusOf } from './status-of.tsx'

type Row = z.infer<typeof enrolmentRow>

/** S2-066 the register of requests, for the account administrators. */
export function EnrolmentListPage() {
  const words = useWords(pageWords)
  const word = useWord()
  const columns: Column<Row>[] = [
    {
      key: 'number',
      title: words.number,
      sort: true,
      always: true,
      width: 150,
      render: (r) => (
        <Link to="/enrolments/$id" params={{ id: r.id }} className="tabular">
          {r.number}
        </Link>
      ),
    },
    { key: 'name', title: words.name, cut: true, render: (r) => r.name },
    { key: 'kind', title: words.kind, width: 100, render: (r) => word(kindWords[r.kind]) },
    {
      key: 'code',
      title: words.code,
      width: 200,
      render: (r) => <span className="mono">{r.code}</span>,
    },
    { key: 'contact', title: words.contact, width: 110, hidden: true, render: (r) => r.contact },
    {
      key: 'branch',
      title: words.branch,
      width: 150,
      cut: true,
      render: (r) => (r.branch ? word(r.branch) : <span className="quiet">{words.noBranch}</span>),
    },
    {
      key: 'status',
      title: words.status,
      width: 170,
      render: (r) => (
        <>
          <StatusOf view={r} />
          {r.linkOver && <span className="is-over small"> {words.overMark}</span>}
        </>
      ),
    },
    {
      key: 'filed',
      title: words.filedAt,
      sort: true,
      width: 150,
      render: (r) => <span className="nowrap">{showInstant(r.filedAt)}</span>,
    },
  ]
  return (
    <>
      <PageHead title={words.list} />
      <FilterTable<Row>
        name="enrolments"
        source={doorSource(listDoor)}
        columns={columns}
        rowKey={(r) => r.id}
        search={words.search}
        defaultSort="-filed"
        filters={[
          {
            key: 'status',
            label: words.status,
            kind: 'choices',
            options: Object.entries(enrolmentLife.statuses)
              .filter(([code]) => code !== 'draft')
              .map(([value, label]) => ({ value, label })),
          },
          {
            key: 'kind',
            label: words.kind,
            kind: 'choice',
            options: Object.entries(kindWords).map(([value, label]) => ({ value, label })),
          },
          { key: 'over', label: words.over, kind: 'flag' },
        ]}
        empty={{ title: words.none, hint: words.noneHint }}
      />
    </>
  )
}
