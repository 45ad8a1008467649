import { Button, Select } from 'antd'
import type { ReactNode } from 'react'
import { useAddress, usePathParam } from '#shell/address.ts'
import { showInstant } from '#shell/format.ts'
import { fill, useWord, useWords } from '#shell/language.tsx'
import { EmptyState } from '#shell/parts/empty-state.tsx'
import { FieldList } from '#shell/parts/field-list.tsx'
import { LineTable } from '#shell/parts/line-table.tsx'
import { Loaded } from '#shell/parts/loaded.tsx'
import { PageHead } from '#shell/parts/page-head.tsx'
import { useRead } from '#shell/query.ts'
import { caseFields } from '../case-fields.ts'
import { lineColumns, type ItemLine } from '../item-lines.ts'
import { filedDoor, filingsDoor } from '../filed/doors.ts'
import { deskWords } from './desk-words.ts'
import { pageWords } from './page-words.ts'
import './desk.css'

/** Fields that take the whole width of the page. */
const wide = new Set<string>(
  caseFields.filter((f) => f.wide ?? f.kind === 'long').map((f) => f.name),
)

/** Exactly what was filed, the newest filing unless another is chosen, as a page to print. */
export function FiledPage() {
  const id = usePathParam('id')
  const words = useWords(deskWords)
  const { search, change } = useAddress()
  const read = useRead(filingsDoor, { params: { id } })
  return (
    <Loaded page read={read}>
      {({ filings }) => {
        const n = filings.find((f) => String(f.n) === search['n'])?.n ?? filings.at(-1)?.n
        if (n === undefined) return <EmptyState title={words.notFiled} />
        const choice = (
          <>
            {filings.length > 1 && (
              <Select
                aria-label={words.whichFiling}
                value={n}
                options={filings.map((f) => ({
                  value: f.n,
                  label: fill(words.filedOf, { n: f.n, at: showInstant(f.at) }),
                }))}
                onChange={(next) => change({ n: String(next) })}
              />
            )}
            <Button type="primary" onClick={() => window.print()}>
              {words.print}
            </Button>
          </>
        )
        return <Filed id={id} n={n} acts={choice} />
      }}
    </Loaded>
  )
}

function Filed({ id, n, acts }: { id: string; n: number; acts: ReactNode }) {
  const words = useWords({ ...pageWords, ...deskWords })
  const word = useWord()
  const read = useRead(filedDoor, { params: { id, n } })
  return (
    <Loaded read={read}>
      {(filed) => (
        <div className="filed">
          <PageHead
            title={`${words.filed} ${filed.number ?? ''}`}
            acts={<div className="filed-acts no-print">{acts}</div>}
            facts={[
              { label: words.unit, value: filed.unitName },
              {
                label: words.whichFiling,
                value: fill(words.filedOf, { n: filed.n, at: showInstant(filed.at) }),
              },
            ]}
          />
          <section className="card">
            <h2>{words.form}</h2>
            <FieldList
              fields={filed.fields.map((f) => ({
                at: f.name,
                title: f.title,
                duty: f.duty,
                value: word(f.value),
                wide: wide.has(f.name),
              }))}
            />
          </section>
          <section className="card">
            <h2>{words.lines}</h2>
            <FiledLines lines={filed.lines} />
          </section>
          <section className="card">
            <h2>{words.documents}</h2>
            <ul>
              {filed.documents.map((d) => (
                <li key={d.fileId}>
                  {d.slot}
                  {'：'}
                  {d.name}
                </li>
              ))}
            </ul>
          </section>
        </div>
      )}
    </Loaded>
  )
}

/** 附表 with every column in which something was filed. */
function FiledLines({ lines }: { lines: readonly ItemLine[] }) {
  const words = useWords(pageWords)
  const word = useWord()
  const shown = lineColumns.filter((c) => lines.some((line) => (line[c.name] ?? '') !== ''))
  return (
    <LineTable
      label={words.lines}
      rows={lines.map((line, i) => ({ ...line, n: i + 1 }))}
      rowKey={(line) => line.n}
      columns={[
        { key: 'n', title: words.row, width: 30, render: (line) => line.n },
        ...shown.map((c, i) => ({
          key: c.name,
          title: word(c.title),
          head: i === 0,
          render: (line: ItemLine) => line[c.name] ?? '',
        })),
      ]}
    />
  )
}
