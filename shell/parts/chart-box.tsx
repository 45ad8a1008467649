import { useEffect, useId, useRef, useState } from 'react'
import { showNumber } from '#shell/format.ts'
import { useWords } from '#shell/language.tsx'
import type { Chart } from './chart.ts'
import { EmptyState } from './empty-state.tsx'
import './chart-box.css'

/** What a chart shows: categories along the axis and one or more rows of numbers. */
export interface ChartData {
  /** `across`: bars lie, for names that need room. */
  kind: 'bar' | 'stacked' | 'line' | 'across'
  categories: readonly string[]
  series: readonly { name: string; values: readonly number[] }[]
  unit?: string
  /** Top of the scale, such as 100 for shares. */
  max?: number
}

const chartWords = {
  table: { zh: '看数据表', en: 'Show as table' },
  picture: { zh: '看图', en: 'Show as chart' },
  failed: { zh: '图没有载入，请看数据表', en: 'The chart did not load; see the table' },
  empty: { zh: '这段时间没有数据', en: 'No data in this time' },
  along: { zh: '项目', en: 'Item' },
} as const

/**
 * A chart that answers the question in its title. The drawing library is loaded when the chart is shown;
 * the same numbers always stand in a table too, for readers who do not see, and at a press for all.
 */
export function ChartBox(props: {
  title: string
  hint?: string
  data: ChartData
  height?: number
}) {
  const words = useWords(chartWords)
  const id = useId()
  const [asTable, setAsTable] = useState(false)
  const [failed, setFailed] = useState(false)
  const { data } = props
  const height = props.height ?? (data.kind === 'across' ? 50 + 36 * data.categories.length : 220)
  const empty = data.series.every((s) => s.values.every((v) => v === 0))
  return (
    <figure className="chart-box" aria-labelledby={id}>
      <figcaption>
        <h2 id={id}>{props.title}</h2>
        {!empty && (
          <button type="button" className="plain chart-switch" onClick={() => setAsTable(!asTable)}>
            {asTable ? words.picture : words.table}
          </button>
        )}
      </figcaption>
      {props.hint && <p className="small quiet">{props.hint}</p>}
      {empty ? (
        <EmptyState title={words.empty} />
      ) : (
        <>
          {!asTable && failed && <p className="quiet">{words.failed}</p>}
          {!asTable && !failed && (
            <Drawing data={data} height={height} fail={() => setFailed(true)} />
          )}
          <div className={asTable || failed ? 'chart-table' : 'unseen'}>
            <Numbers data={data} labelledBy={id} />
          </div>
        </>
      )}
    </figure>
  )
}

function Drawing(props: { data: ChartData; height: number; fail: () => void }) {
  const box = useRef<HTMLDivElement>(null)
  const chart = useRef<Chart | null>(null)
  const { data, fail } = props
  useEffect(() => {
    const at = box.current!
    let gone = false
    const watch = new ResizeObserver(() => chart.current?.resize())
    async function begin() {
      try {
        const { draw } = await import('./chart.ts')
        if (gone) return
        chart.current = draw(at)
        chart.current.show(data)
        watch.observe(at)
      } catch {
        if (!gone) fail()
      }
    }
    void begin()
    return () => {
      gone = true
      watch.disconnect()
      chart.current?.dispose()
      chart.current = null
    }
    // drawn once; new data goes through the effect below
    // oxlint-disable-next-line react/exhaustive-deps
  }, [])
  useEffect(() => chart.current?.show(data), [data])
  return <div ref={box} aria-hidden="true" style={{ height: props.height }} />
}

function Numbers({ data, labelledBy }: { data: ChartData; labelledBy: string }) {
  const words = useWords(chartWords)
  return (
    <table aria-labelledby={labelledBy}>
      <thead>
        <tr>
          <th scope="col">{words.along}</th>
          {data.series.map((s) => (
            <th key={s.name} scope="col">
              {s.name}
              {data.unit && `（${data.unit}）`}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {data.categories.map((category, i) => (
          <tr key={category}>
            <th scope="row">{category}</th>
            {data.series.map((s) => (
              <td key={s.name}>{showNumber(s.values[i] ?? 0)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
