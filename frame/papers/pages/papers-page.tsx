import { Link } from '@tanstack/react-router'
import type { z } from 'zod'
import { useWords } from '#shell/language.tsx'
import { FilterTable } from '#shell/parts/filter-table.tsx'
import { PageHead } from '#shell/parts/page-head.tsx'
import { StatusTag } from '#shell/parts/status-tag.tsx'
import type { Column } from '#shell/parts/table-column.ts'
import { doorSource } from '#shell/parts/table-source.ts'
import { useRead } from '#shell/query.ts'
import { paperKindsDoor, papersDoor } from '../doors.ts'
import { paperWords } from '../labels.ts'
import { paperLife, type PaperStatus } from '../states.ts'
import { paperTones } from './tones.ts'
import './papers.css'

type Row = z.output<typeof papersDoor.reply>['rows'][number]

const columns: readonly Column<Row>[] = [
  {
    key: 'number',
    title: paperWords.number,
    sort: true,
    always: true,
    width: 220,
    render: (row) => (
      <Link to="/papers/$id" params={{ id: row.id }} className="tabular">
        {row.number}
      </Link>
    ),
  },
  { key: 'title', title: paperWords.title, cut: true, render: (row) => row.title },
  { key: 'recipient', title: paperWords.recipient, cut: true, render: (row) => row.recipient },
  { key: 'issuer', title: paperWords.issuer, cut: true, hidden: true, render: (row) => row.issuer },
  {
    key: 'day',
    title: paperWords.day,
    sort: true,
    width: 120,
    render: (row) => <span className="nowrap">{row.day}</span>,
  },
  {
    key: 'status',
    title: paperWords.status,
    width: 170,
    render: (row) => <PaperTag row={row} />,
  },
]

/** The register of papers: a unit's own, or those of an officer's branch. */
export function PapersPage() {
  const words = useWords(paperWords)
  const { data } = useRead(paperKindsDoor, {})
  return (
    <>
      <PageHead title={words.register} />
      <FilterTable<Row>
        name="papers"
        source={doorSource(papersDoor)}
        columns={columns}
        rowKey={(row) => row.id}
        search={paperWords.search}
        defaultSort="-issued"
        filters={[
          {
            key: 'kind',
            label: paperWords.kind,
            kind: 'choices',
            options: (data?.kinds ?? []).map((k) => ({ value: k.kind, label: k.words })),
          },
          {
            key: 'status',
            label: paperWords.status,
            kind: 'choices',
            options: Object.entries(paperLife.statuses).map(([value, label]) => ({ value, label })),
          },
          { key: 'day', label: paperWords.day, kind: 'days' },
        ]}
        empty={{ title: words.none, hint: words.noneHint }}
      />
    </>
  )
}

/** The status of a paper, and whether it is a sample. */
export function PaperTag({ row }: { row: { status: string; sample: boolean | null } }) {
  const status = row.status as PaperStatus
  return (
    <span className="paper-tags">
      <StatusTag words={paperLife.statuses[status] ?? row.status} tone={paperTones[status]} />
      {row.sample && <StatusTag words={paperWords.sample} tone="warn" plain />}
    </span>
  )
}
