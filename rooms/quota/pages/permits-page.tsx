import { Link } from '@tanstack/react-router'
import { Progress } from 'antd'
import type { z } from 'zod'
import { fill, useWords } from '#shell/language.tsx'
import { FilterTable } from '#shell/parts/filter-table.tsx'
import { PageHead } from '#shell/parts/page-head.tsx'
import { StatusTag } from '#shell/parts/status-tag.tsx'
import { doorSource } from '#shell/parts/table-source.ts'
import { permitsDoor } from '../doors.ts'
import { permitLife } from '../states.ts'
import type { permitRow } from '../views.ts'
import { pageWords, quotaTones } from './page-words.ts'
import { useOurs } from './use-ours.ts'

type Row = z.infer<typeof permitRow>

/** The register of permits with how much of each is used. */
export function PermitsPage() {
  const words = useWords(pageWords)
  const ours = useOurs()
  return (
    <>
      <PageHead title={words.permits} />
      <FilterTable<Row>
        name="permits"
        source={doorSource(permitsDoor)}
        rowKey={(r) => r.id}
        search={words.search}
        defaultSort="-number"
        filters={[
          {
            key: 'status',
            label: words.status,
            kind: 'choices',
            options: Object.entries(permitLife.statuses).map(([value, label]) => ({
              value,
              label,
            })),
          },
        ]}
        columns={[
          {
            key: 'number',
            title: words.number,
            sort: true,
            always: true,
            width: 190,
            render: (r) => (
              <Link to="/quota/permits/$id" params={{ id: r.id }}>
                {r.number}
              </Link>
            ),
          },
          { key: 'articles', title: words.articles, cut: true, render: (r) => r.articles },
          { key: 'unit', title: words.unit, cut: true, render: (r) => r.unitName, hidden: ours },
          {
            key: 'grade',
            title: words.grade,
            width: 88,
            render: (r) => fill(words.gradeOf, { grade: r.grade }),
          },
          {
            key: 'status',
            title: words.status,
            width: 108,
            render: (r) => (
              <StatusTag
                words={permitLife.statuses[r.status as 'valid']}
                tone={quotaTones[r.status] ?? 'end'}
              />
            ),
          },
          {
            key: 'until',
            title: words.until,
            sort: true,
            width: 120,
            render: (r) => r.validThrough,
          },
          {
            key: 'used',
            title: words.used,
            width: 130,
            render: (r) => (
              <Progress
                percent={r.usedPercent}
                size="small"
                aria-label={`${words.used} ${r.usedPercent}%`}
              />
            ),
          },
        ]}
        empty={{ title: words.none, hint: words.noneHint }}
      />
    </>
  )
}
