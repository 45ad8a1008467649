import { Link } from '@tanstack/react-router'
import type { z } from 'zod'
import { showInstant } from '#shell/format.ts'
import { useWord, useWords } from '#shell/language.tsx'
import { FilterTable } from '#shell/parts/filter-table.tsx'
import { PageHead } from '#shell/parts/page-head.tsx'
import { StatusTag } from '#shell/parts/status-tag.tsx'
import type { Column } from '#shell/parts/table-column.ts'
import { doorSource } from '#shell/parts/table-source.ts'
import { unitsDoor } from '../doors.ts'
import { classWords } from '../labels.ts'
import { unitLife, type UnitStatus } from '../states.ts'
import type { unitRow } from '../views.ts'
import { pageWords } from './page-words.ts'
import { unitTones } from './tones.ts'

type Row = z.infer<typeof unitRow>

/** The register of units within an officer's reach: found by any part of a name, code, contact or phone. */
export function UnitsPage() {
  const words = useWords(pageWords)
  const word = useWord()
  const columns: Column<Row>[] = [
    {
      key: 'name',
      title: words.name,
      sort: true,
      always: true,
      cut: true,
      render: (r) => (
        <Link to="/units/$id" params={{ id: r.id }}>
          {r.nameZh}
        </Link>
      ),
    },
    {
      key: 'code',
      title: words.code,
      sort: true,
      width: 200,
      render: (r) => <span className="tabular">{r.code}</span>,
    },
    {
      key: 'status',
      title: words.status,
      width: 130,
      render: (r) => (
        <StatusTag
          words={unitLife.statuses[r.status as UnitStatus]}
          tone={unitTones[r.status] ?? 'end'}
        />
      ),
    },
    {
      key: 'classes',
      title: words.classes,
      width: 190,
      cut: true,
      render: (r) => r.classes.map((c) => word(classWords[c]).replace(/（.*）/, '')).join('、'),
    },
    {
      key: 'branch',
      title: words.branch,
      width: 170,
      cut: true,
      render: (r) => word(r.branch.name),
    },
    {
      key: 'contact',
      title: words.contact,
      width: 200,
      cut: true,
      render: (r) => `${r.contactName} ${r.contactPhone}`,
    },
    {
      key: 'since',
      title: words.since,
      sort: true,
      hidden: true,
      width: 160,
      render: (r) => (r.registeredAt ? showInstant(r.registeredAt) : '—'),
    },
  ]
  return (
    <>
      <PageHead title={words.units} />
      <FilterTable<Row>
        name="units"
        source={doorSource(unitsDoor)}
        columns={columns}
        rowKey={(r) => r.id}
        search={words.unitsSearch}
        defaultSort="name"
        filters={[
          {
            key: 'status',
            label: words.status,
            kind: 'choices',
            options: Object.entries(unitLife.statuses).map(([value, label]) => ({ value, label })),
          },
          {
            key: 'class',
            label: words.classes,
            kind: 'choices',
            options: Object.entries(classWords).map(([value, label]) => ({ value, label })),
          },
        ]}
        empty={{ title: words.noUnits, hint: words.noneOfficer }}
      />
    </>
  )
}
