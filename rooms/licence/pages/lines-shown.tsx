import { useWord, useWords } from '#shell/language.tsx'
import { LineTable } from '#shell/parts/line-table.tsx'
import { lineColumns, type ItemLine } from '../forms.ts'
import { pageWords } from './page-words.ts'

/** 附表 as filed; long lists have pages, wide ones scroll inside. */
export function LinesShown({ lines }: { lines: readonly ItemLine[] }) {
  const words = useWords(pageWords)
  const word = useWord()
  return (
    <LineTable
      label={words.lines}
      rows={lines.map((line, i) => ({ ...line, n: i + 1 }))}
      rowKey={(line) => line.n}
      columns={[
        { key: 'n', title: '#', width: 44, render: (line) => line.n },
        ...lineColumns.map((c) => ({
          key: c.name,
          title: word(c.title),
          align: c.name === 'quantity' ? ('right' as const) : ('left' as const),
          render: (line: ItemLine) => line[c.name] ?? '—',
        })),
      ]}
    />
  )
}
