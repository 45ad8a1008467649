import { useQueries, useQuery } from '@tanstack/react-query'
import type { Words } from '#frame/kernel/lifecycle.ts'
import { fill, useWord, useWords } from '#shell/language.tsx'
import { holds, useMe } from '#shell/me.ts'
import { ChartBox } from '#shell/parts/chart-box.tsx'
import { EmptyState } from '#shell/parts/empty-state.tsx'
import { Fault } from '#shell/parts/fault.tsx'
import { LinkButton } from '#shell/parts/link-button.tsx'
import { PageHead } from '#shell/parts/page-head.tsx'
import type { TablePage } from '#shell/parts/table-source.ts'
import { Waiting } from '#shell/parts/waiting.tsx'
import { WorkbenchFrame, type WorkList } from '#shell/parts/workbench-frame.tsx'
import type { AnyWorkPiece, WorkPiece } from '#shell/work-piece.ts'

const workbenchWords = {
  title: { zh: '工作台', en: 'Workbench' },
  waits: {
    zh: '{name}，有 {n} 件事等您办理。',
    en: '{name}, {n} {n:thing waits|things wait} for you.',
  },
  calm: { zh: '{name}，现在没有等您办理的事。', en: '{name}, nothing waits for you now.' },
  nothing: { zh: '您的岗位没有待办清单', en: 'Your role has no lists of work' },
  nothingHint: {
    zh: '左侧导航列出了您可以使用的页面；有需要您处理的事会发消息给您。',
    en: 'The navigation shows your pages; what needs you comes as a message.',
  },
  inbox: { zh: '查看消息', en: 'Open the messages' },
} as const

const found = import.meta.glob<Record<string, readonly AnyWorkPiece[]>>([
  '../../rooms/*/pages/work.ts',
  '../../frame/*/pages/work.ts',
])

/** The pieces of all rooms, loaded when the workbench is first shown. */
async function allPieces(): Promise<readonly AnyWorkPiece[]> {
  const modules = await Promise.all(Object.values(found).map((load) => load()))
  return modules.flatMap((module) => Object.values(module).flat())
}

type Piece = WorkPiece<unknown>
type Say = (words: Words | string) => string

/** How many of a list the workbench shows; the rest is behind its link. */
const shown = 6

/** The first page of the day, for every role: made of the pieces that the rooms offer it. */
export function WorkbenchPage() {
  const words = useWords(workbenchWords)
  const say = useWord()
  const { me } = useMe()
  const pieces = useQuery({
    queryKey: ['work-pieces'],
    queryFn: allPieces,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const mine = ((pieces.data ?? []) as unknown as Piece[])
    .filter((piece) => holds(me, piece.who))
    .sort((a, b) => a.order - b.order)
  const reads = useQueries({
    queries: mine.map((piece) => ({
      queryKey: [...piece.source.key, 'work', piece.query],
      queryFn: ({ signal }: { signal: AbortSignal }) => piece.source.load(piece.query, signal),
    })),
  })
  const failed = reads.find((read) => read.error && !read.data)
  if (pieces.error ?? failed)
    return (
      <Fault
        error={pieces.error ?? failed?.error}
        retry={() => void Promise.all([pieces.refetch(), failed?.refetch()])}
      />
    )
  if (!me || !pieces.data || reads.some((read) => !read.data)) return <Waiting rows={8} />
  const pages = reads.map((read) => read.data!)
  const waiting = mine.reduce(
    (sum, piece, i) => sum + (piece.order < 100 ? countOf(pages[i]!) : 0),
    0,
  )
  const hint = fill(waiting > 0 ? words.waits : words.calm, { name: me.name, n: waiting })
  if (mine.length === 0)
    return (
      <>
        <PageHead title={words.title} hint={hint} />
        <div className="card">
          <EmptyState
            title={words.nothing}
            hint={words.nothingHint}
            action={<LinkButton to="/inbox">{words.inbox}</LinkButton>}
          />
        </div>
      </>
    )
  return (
    <WorkbenchFrame
      title={words.title}
      hint={hint}
      figures={mine.flatMap((piece, i) => piece.figures?.(pages[i]!, say) ?? [])}
      lists={mine.map((piece, i) => listOf(piece, pages[i]!, say))}
      {...chartOf(mine, pages, say)}
    />
  )
}

const countOf = (page: TablePage<unknown>) => page.total ?? page.rows.length

function listOf(piece: Piece, page: TablePage<unknown>, say: Say): WorkList {
  const { empty } = piece
  return {
    key: piece.key,
    title: piece.title,
    items: page.rows.slice(0, shown).map((row) => piece.item(row, say)),
    total: countOf(page),
    more: piece.more,
    ...(piece.tool ? { tool: { to: piece.tool.to, label: say(piece.tool.label) } } : {}),
    empty: {
      title: say(empty.title),
      ...(empty.hint ? { hint: say(empty.hint) } : {}),
      ...(empty.action
        ? { action: <LinkButton to={empty.action.to}>{say(empty.action.label)}</LinkButton> }
        : {}),
    },
  }
}

function chartOf(pieces: readonly Piece[], pages: readonly TablePage<unknown>[], say: Say) {
  const at = pieces.findIndex((piece) => piece.chart)
  const chart = pieces[at]?.chart
  if (!chart) return {}
  const data = chart.data(pages[at]!.rows, say)
  const hint = chart.hint ? { hint: say(chart.hint) } : {}
  return { chart: <ChartBox title={say(chart.title)} data={data} {...hint} /> }
}
