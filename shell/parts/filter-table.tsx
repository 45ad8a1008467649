import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import type { Words } from '#frame/kernel/lifecycle.ts'
import { useAddress } from '#shell/address.ts'
import { fill, useWord, useWords } from '#shell/language.tsx'
import { ColumnPicker } from './column-picker.tsx'
import { EmptyState } from './empty-state.tsx'
import { Fault } from './fault.tsx'
import { FilterBar } from './filter-bar.tsx'
import { FilterRows, type Choosing } from './filter-rows.tsx'
import { useNarrow } from './narrow.ts'
import { useTableChoices } from './table-choices.ts'
import type { Column, Filter } from './table-column.ts'
import { TableCards } from './table-cards.tsx'
import { TablePages } from './table-pages.tsx'
import type { TablePage, TableQuery, TableSource } from './table-source.ts'
import { tableWords } from './table-words.ts'
import { Waiting } from './waiting.tsx'
import './filter-table.css'

export interface FilterTableProps<Row> {
  /** Under this name the person's choice of columns is kept. */
  name: string
  source: TableSource<Row>
  columns: readonly Column<Row>[]
  rowKey: (row: Row) => string
  filters?: readonly Filter[]
  /** What the search box searches, as its placeholder; false for none. */
  search?: Words | string | false
  /** Such as `-submitted`: used while the address says nothing. */
  defaultSort?: string
  size?: number
  /** Shown while there is nothing at all and no filter is set. */
  empty?: { title: string; hint?: ReactNode; action?: ReactNode }
  /** The address of the sheet with these filters. */
  exportHref?: (query: TableQuery) => string
  /** Acts on chosen rows; gives a column of boxes. */
  choosing?: Choosing<Row>
}

/**
 * A register: search, filter, sort and page on the server, all of it in the address, so that a view can
 * be sent to a colleague. On a phone each row is a card. In: see {@link FilterTableProps}.
 */
export function FilterTable<Row>(props: FilterTableProps<Row>) {
  const words = useWords(tableWords)
  const word = useWord()
  const { search, change } = useAddress()
  const narrow = useNarrow()
  const { choices, choose } = useTableChoices(props.name)
  const filters = props.filters ?? []
  const query = queryOf(search, filters, props)
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: [...props.source.key, query],
    queryFn: ({ signal }) => props.source.load(query, signal),
    placeholderData: keepPreviousData,
  })
  const [keys, setKeys] = useState<readonly string[]>([])
  // the rows as they now are: what was chosen may have changed or gone
  const { choosing } = props
  const choosable = (data?.rows ?? []).filter((row) => choosing?.can(row))
  const chosen = choosable.filter((row) => keys.includes(props.rowKey(row)))
  const hidden = choices.hidden ?? props.columns.filter((c) => c.hidden).map((c) => c.key)
  const shown = props.columns.filter((c) => c.always || !hidden.includes(c.key))
  // any change of what is asked begins at the first page
  const ask = (next: Record<string, string | undefined>) =>
    change({ page: undefined, after: undefined, ...next })
  const narrowed = Boolean(query['q']) || filters.some((f) => query[f.key])
  return (
    <section className="filter-table">
      <FilterBar
        filters={filters}
        values={query}
        change={ask}
        search={props.search ?? words.searchHint}
      >
        {choosing && !narrow && choosable.length > 0 && (
          <div className="filter-table-chosen">
            {chosen.length > 0 && fill(words.selected, { n: chosen.length })}
            {chosen.length > 0 && choosing.acts(chosen)}
            <Button
              type="text"
              size="small"
              onClick={() => setKeys(chosen.length > 0 ? [] : choosable.map(props.rowKey))}
            >
              {chosen.length > 0 ? words.chooseNone : words.chooseAll}
            </Button>
          </div>
        )}
        {props.exportHref && (
          <Button href={props.exportHref(query)} download>
            {words.exportSheet}
          </Button>
        )}
        {!narrow && (
          <ColumnPicker
            columns={props.columns}
            hidden={hidden}
            dense={choices.dense}
            choose={choose}
          />
        )}
      </FilterBar>
      {error && !data && <Fault error={error} retry={() => void refetch()} />}
      {!error && !data && <Waiting rows={8} />}
      {data && data.rows.length === 0 && (
        <EmptyState
          {...(narrowed || !props.empty
            ? {
                title: narrowed ? words.noMatch : words.empty,
                hint: narrowed ? words.noMatchHint : undefined,
              }
            : props.empty)}
        />
      )}
      {data && data.rows.length > 0 && narrow && (
        <TableCards
          rows={data.rows}
          columns={shown.map((c) => ({ ...c, title: word(c.title) }))}
          rowKey={props.rowKey}
        />
      )}
      {data && data.rows.length > 0 && !narrow && (
        <FilterRows
          {...props}
          rows={data.rows}
          shown={shown}
          dense={choices.dense}
          sort={query['sort']}
          ask={ask}
          chosen={chosen}
          setKeys={setKeys}
          stale={isFetching}
        />
      )}
      {data && (
        <div className="filter-table-foot">
          <output className="quiet">
            {fill(countWords(data, words), {
              n: data.total ?? data.rows.length,
            })}
            {isFetching && <span className="filter-table-busy">{words.busy}</span>}
          </output>
          <TablePages page={data} query={query} change={change} />
        </div>
      )}
    </section>
  )
}

function countWords<Row>(
  { total, atLeast }: TablePage<Row>,
  words: Record<'shown' | 'total' | 'atLeast', string>,
): string {
  if (total === undefined) return words.shown
  return atLeast ? words.atLeast : words.total
}

function queryOf<Row>(
  search: TableQuery,
  filters: readonly Filter[],
  props: FilterTableProps<Row>,
): TableQuery {
  const query: TableQuery = { size: search['size'] ?? String(props.size ?? 20) }
  const sort = search['sort'] ?? props.defaultSort
  if (sort) query['sort'] = sort
  for (const key of ['q', 'page', 'after', ...filters.map((f) => f.key)])
    if (search[key]) query[key] = search[key]
  return query
}
