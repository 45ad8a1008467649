import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Pagination, Table } from 'antd'
import { useState, type ReactNode } from 'react'
import type { Words } from '#frame/kernel/lifecycle.ts'
import { useAddress } from '#shell/address.ts'
import { fill, useWord, useWords } from '#shell/language.tsx'
import { ColumnPicker } from './column-picker.tsx'
import { EmptyState } from './empty-state.tsx'
import { Fault } from './fault.tsx'
import { FilterBar } from './filter-bar.tsx'
import { useNarrow } from './narrow.ts'
import { useTableChoices } from './table-choices.ts'
import type { Column, Filter } from './table-column.ts'
import { TableCards } from './table-cards.tsx'
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
  onChosen?: (rows: readonly Row[]) => ReactNode
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
  const [chosen, setChosen] = useState<readonly Row[]>([])
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
        {props.onChosen && chosen.length > 0 && (
          <div className="filter-table-chosen">
            {fill(words.selected, { n: chosen.length })}
            {props.onChosen(chosen)}
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
        <Rows
          {...props}
          rows={data.rows}
          shown={shown}
          dense={choices.dense}
          sort={query['sort']}
          ask={ask}
          setChosen={setChosen}
          stale={isFetching}
        />
      )}
      {data && (
        <div className="filter-table-foot">
          <output className="quiet">
            {fill(data.total === undefined ? words.shown : words.total, {
              n: data.total ?? data.rows.length,
            })}
            {isFetching && <span className="filter-table-busy">{words.busy}</span>}
          </output>
          <Pages page={data} query={query} change={change} />
        </div>
      )}
    </section>
  )
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

function Rows<Row>(
  props: FilterTableProps<Row> & {
    rows: readonly Row[]
    shown: readonly Column<Row>[]
    dense: boolean
    sort: string | undefined
    stale: boolean
    ask: (next: Record<string, string | undefined>) => void
    setChosen: (rows: readonly Row[]) => void
  },
) {
  const word = useWord()
  const { sort } = props
  const key = sort?.replace(/^-/, '')
  return (
    <div className="filter-table-rows card" data-stale={props.stale}>
      <Table<Row>
        dataSource={[...props.rows]}
        rowKey={props.rowKey}
        size={props.dense ? 'middle' : 'large'}
        pagination={false}
        showSorterTooltip={false}
        columns={props.shown.map((column) => ({
          key: column.key,
          title: word(column.title),
          render: (_: unknown, row: Row) => column.render(row),
          sorter: column.sort ?? false,
          sortOrder: key !== column.key ? null : sort?.startsWith('-') ? 'descend' : 'ascend',
          ...(column.width ? { width: column.width } : {}),
          align: column.align ?? 'left',
          ellipsis: column.cut ?? false,
        }))}
        onChange={(_pages, _filters, sorter) => {
          const one = Array.isArray(sorter) ? sorter[0] : sorter
          const sign = one?.order === 'descend' ? '-' : ''
          props.ask({ sort: one?.order ? `${sign}${String(one.columnKey)}` : undefined })
        }}
        {...(props.onChosen
          ? { rowSelection: { onChange: (_keys: unknown, rows: Row[]) => props.setChosen(rows) } }
          : {})}
      />
    </div>
  )
}

function Pages<Row>(props: {
  page: TablePage<Row>
  query: TableQuery
  change: (next: Record<string, string | undefined>, push?: boolean) => void
}) {
  const words = useWords(tableWords)
  const { page, query, change } = props
  const size = Number(query['size'])
  if (page.total !== undefined) {
    if (page.total <= size && page.total <= 20) return null
    return (
      <Pagination
        className="no-print"
        size="small"
        current={Number(query['page'] ?? 1)}
        pageSize={size}
        total={page.total}
        showSizeChanger
        pageSizeOptions={[20, 50, 100]}
        onChange={(next, nextSize) =>
          change({ page: next > 1 ? String(next) : undefined, size: String(nextSize) }, true)
        }
      />
    )
  }
  if (!page.next && !query['after']) return null
  return (
    <nav className="filter-table-keyset no-print" aria-label={words.next}>
      <Button disabled={!query['after']} onClick={() => change({ after: undefined })}>
        {words.first}
      </Button>
      <Button disabled={!query['after']} onClick={() => history.back()}>
        {words.before}
      </Button>
      <Button disabled={!page.next} onClick={() => change({ after: page.next ?? undefined }, true)}>
        {words.next}
      </Button>
    </nav>
  )
}
