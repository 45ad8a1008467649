import { Link } from '@tanstack/react-router'
import type { z } from 'zod'
import { useWord, useWords } from '#shell/language.tsx'
import { FilterTable } from '#shell/parts/filter-table.tsx'
import { PageHead } from '#shell/parts/page-head.tsx'
import { StatusTag } from '#shell/parts/status-tag.tsx'
import { doorSource } from '#shell/parts/table-source.ts'
import { writeOffsDoor } from '../doors.ts'
import { writeOffLife } from '../states.ts'
import type { writeOffRow } from '../views.ts'
import { pageWords, quotaTones } from './page-words.ts'
import { useOurs } from './use-ours.ts'

type Row = z.infer<typeof writeOffRow>

/** The register of write-offs. */
export function WriteOffsPage() {
  const words = useWords(pageWords)
  const word = useWord()
  const ours = useOurs()
  return (
    <>
      <PageHead title={words.writeOffs} />
      <FilterTable<Row>
        name="write-offs"
        source={doorSource(writeOffsDoor)}
        rowKey={(r) => r.id}
        search={words.search}
        defaultSort="-planned"
        filters={[
          {
            key: 'status',
            label: words.status,
            kind: 'choices',
            options: Object.entries(writeOffLife.statuses).map(([value, label]) => ({
              value,
              label,
            })),
          },
        ]}
        columns={[
          {
            key: 'number',
            title: words.writeOffNumber,
            sort: true,
            always: true,
            width: 240,
            render: (r) => (
              <Link to="/quota/write-offs/$id" params={{ id: r.id }}>
                {r.number}
              </Link>
            ),
          },
          { key: 'unit', title: words.unit, cut: true, render: (r) => r.unitName, hidden: ours },
          { key: 'port', title: words.port, width: 140, render: (r) => word(r.port) },
          {
            key: 'planned',
            title: words.planned,
            sort: true,
            width: 130,
            render: (r) => r.plannedDay,
          },
          {
            key: 'status',
            title: words.status,
            width: 190,
            render: (r) => (
              <StatusTag
                words={writeOffLife.statuses[r.status as 'requested']}
                tone={quotaTones[r.status] ?? 'end'}
              />
            ),
          },
        ]}
        empty={{ title: words.noWriteOffs, hint: words.noWriteOffsHint }}
      />
    </>
  )
}
