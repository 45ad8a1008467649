import { Button, Pagination } from 'antd'
import { useWords } from '#shell/language.tsx'
import type { TablePage, TableQuery } from './table-source.ts'
import { tableWords } from './table-words.ts'
import './filter-table.css'

/** Goes from page to page of a register: by number where the total is known, else onwards and back. */
export function TablePages<Row>(props: {
  page: TablePage<Row>
  query: TableQuery
  change: (next: Record<string, string | undefined>, push?: boolean) => void
}) {
  const words = useWords(tableWords)
  const { page, query, change } = props
  const size = Number(query['size'])
  if (page.total !== undefined && page.next === undefined) {
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
