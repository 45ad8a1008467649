import { isSafePage, labelCodes, labelWords } from '#rooms/library/public.ts'
import { useWord, useWords } from '#shell/language.tsx'
import { Dots } from '#shell/parts/dots.tsx'
import { LineTable } from '#shell/parts/line-table.tsx'
import { columnTitle, type ItemLine } from '../item-lines.ts'
import { pageWords } from './page-words.ts'

/** 附表 as filed: what belongs together stands together, so that a row reads without scrolling. */
export function LinesShown({ lines }: { lines: readonly ItemLine[] }) {
  const words = useWords(pageWords)
  const word = useWord()
  const plain = (name: 'ingredients' | 'use') => ({
    key: name,
    title: word(columnTitle(name)),
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
          width: 170,
          head: true,
          render: (line) => <NameOf line={line} />,
        },
        {
          key: 'quantity',
          title: word(columnTitle('quantity')),
          align: 'right',
          width: 64,
          render: (line) => `${line.quantity ?? '—'} ${line.packUnit}`,
        },
        {
          key: 'specification',
          title: word(columnTitle('specification')),
          render: (line) => (
            <>
              {line.specification || '—'}
              {line.batchNo && (
                <p className="small quiet">
                  {word(columnTitle('batchNo'))} {line.batchNo}
                </p>
              )}
            </>
          ),
        },
        plain('ingredients'),
        plain('use'),
      ]}
    />
  )
}

/** The names of an article, what its label carries where that is unusual, and the page that tells more. */
function NameOf({ line }: { line: ItemLine }) {
  const word = useWord()
  const { productPage } = line
  const label = labelCodes.find((code) => code !== '' && code === line.labelSays)
  return (
    <>
      <b>{line.nameZh || '—'}</b>
      <p className="small quiet">
        <Dots of={[line.nameEn, line.otherName, line.catalogueNo]} />
      </p>
      {label && (
        <p className="small quiet">
          {word(columnTitle('labelSays'))}
          {'：'}
          {word(labelWords[label])}
        </p>
      )}
      {productPage && isSafePage(productPage) && (
        <p className="small">
          <a href={productPage} target="_blank" rel="noopener noreferrer">
            {word(columnTitle('productPage'))}
          </a>
        </p>
      )}
    </>
  )
}
