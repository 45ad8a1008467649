import type { z } from 'zod'
import { HandOverButton } from '#frame/people/pages/hand-over-button.tsx'
import { unitRoles } from '#frame/people/roles.ts'
import { useMe } from '#shell/me.ts'
import { useLanguage, useWords } from '#shell/language.tsx'
import type { Choosing } from '#shell/parts/filter-rows.tsx'
import { FilterTable } from '#shell/parts/filter-table.tsx'
import { LinkButton } from '#shell/parts/link-button.tsx'
import { PageHead } from '#shell/parts/page-head.tsx'
import { doorSource } from '#shell/parts/table-source.ts'
import { addressOf } from '#shell/call.ts'
import type { TableQuery } from '#shell/parts/table-source.ts'
import { SavedViews } from '#frame/people/pages/saved-views.tsx'
import { listDoor, sheetDoor } from '../doors.ts'
import type { caseRow } from '../views.ts'
import { deskWords } from './desk-words.ts'
import { useCaseColumns, useCaseFilters } from './list-columns.tsx'
import { pageWords } from './page-words.ts'
import { PullNext } from './take-case.tsx'

type Row = z.infer<typeof caseRow>

/** The register of applications: a unit's own, or those of an officer's branch, by days left. */
export function LicenceListPage() {
  const words = useWords({ ...pageWords, ...deskWords })
  const { language } = useLanguage()
  const { me } = useMe()
  const files = me?.grants.some((g) => unitRoles.some((r) => r === g.role)) ?? false
  const columns = useCaseColumns(files)
  const filters = useCaseFilters(files)
  return (
    <>
      <PageHead
        title={words.list}
        acts={
          files ? (
            <LinkButton to="/licence/new" type="primary">
              {words.newCase}
            </LinkButton>
          ) : (
            <PullNext />
          )
        }
      />
      <SavedViews register="licence" />
      <FilterTable<Row>
        name="licence"
        source={doorSource(listDoor)}
        columns={columns}
        rowKey={(r) => r.id}
        search={words.searchCases}
        defaultSort={files ? '-updated' : 'left'}
        filters={filters}
        exportHref={(query) => sheetHref(query, language)}
        {...(files ? {} : { choosing: handingOver })}
        empty={{ title: words.none, hint: files ? words.noneUnit : words.noneOfficer }}
      />
    </>
  )
}

/** The sheet of what is shown now: its filters and order, not the page one has come to. */
function sheetHref({ size: _size, after: _after, ...query }: TableQuery, language: string): string {
  return addressOf(sheetDoor.path, {}, { ...query, language })
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
