import { useWord, useWords } from '#shell/language.tsx'
import { Dots } from '#shell/parts/dots.tsx'
import { LineTable } from '#shell/parts/line-table.tsx'
import { lineColumns, type ItemLine } from '../item-lines.ts'
import { pageWords } from './page-words.ts'

/** 附表 as filed: what belongs together stands together, so that a row reads without scrolling. */
export function LinesShown({ lines }: { lines: readonly ItemLine[] }) {
  const words = useWords(pageWords)
  const word = useWord()
  const title = (name: keyof ItemLine) =>
    word(lineColumns.find((c) => c.name === name)?.title ?? name)
  const plain = (name: 'specification' | 'ingredients' | 'use') => ({
    key: name,
    title: title(name),
    render: (line: ItemLine) => line[name] || '—',
  })
  return (
    <LineTable
      label={words.lines}
      rows={lines.map((line, i) => ({ ...line, n: i + 1 }))}
      rowKey={(line) => line.n}
      columns={[
        { key: 'n', title: words.row, width: 30, render: (line) => line.n },
        {
          key: 'name',
          title: words.name,
          width: 150,
          head: true,
          render: (line) => (
            <>
              <b>{line.nameZh || '—'}</b>
              <p className="small quiet">
                <Dots of={[line.nameEn, line.catalogueNo]} />
              </p>
            </>
          ),
        },
        {
          key: 'quantity',
          title: title('quantity'),
          align: 'right',
          width: 64,
          render: (line) => `${line.quantity ?? '—'} ${line.packUnit}`,
        },
        plain('specification'),
        plain('ingredients'),
        plain('use'),
      ]}
    />
  )
}
