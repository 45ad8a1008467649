import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Words } from '#frame/kernel/lifecycle.ts'
import { fill, useWord, useWords } from '#shell/language.tsx'
import { DaysLeft } from './clock.tsx'
import { PageHead } from './page-head.tsx'
import { StatusTag, type Tone } from './status-tag.tsx'
import './workbench-frame.css'

/** One thing in a list of the workbench. */
export interface WorkItem {
  id: string
  href: string
  title: ReactNode
  /** A second, quieter line: who, what, since when. */
  sub?: ReactNode
  status?: { words: Words | string; tone: Tone }
  /** Working days left; null where no clock runs. */
  left?: number | null
  due?: string | null
  paused?: boolean
}

/** A list of the workbench: what waits for me, what I wait for, what expires. */
export interface WorkList {
  key: string
  title: Words | string
  items: readonly WorkItem[]
  /** How many there are in all, when the list shows only the first. */
  total?: number
  more?: string
  /** What one may do with these, on a page of its own. */
  tool?: { to: string; label: string }
  /** What to say when it is empty. */
  empty: { title: string; hint?: ReactNode; action?: ReactNode }
}

/** A number that answers a question, and where to see what it counts. */
export interface WorkFigure {
  key: string
  title: Words | string
  value: number | string
  unit?: Words | string
  href?: string
  tone?: 'calm' | 'warn' | 'danger'
}

const workWords = {
  more: { zh: '全部 {n} 件', en: 'All {n}' },
} as const

/**
 * The first page of the day: figures, then the lists sorted by days left, the empty ones last, then one
 * chart. In: the server's answer as it is; `acts` such as a button for a new application; `chart` a ChartBox.
 */
export function WorkbenchFrame(props: {
  title: string
  hint?: ReactNode
  acts?: ReactNode
  figures?: readonly WorkFigure[]
  lists: readonly WorkList[]
  chart?: ReactNode
}) {
  const word = useWord()
  const filled = props.lists.filter((list) => list.items.length > 0)
  const empty = props.lists.filter((list) => list.items.length === 0)
  return (
    <div className="workbench">
      <PageHead title={props.title} hint={props.hint} acts={props.acts} />
      {props.figures && props.figures.length > 0 && (
        <ul className="card work-figures">
          {props.figures.map((figure) => (
            <li key={figure.key} data-tone={figure.tone ?? 'calm'}>
              <Figure figure={figure} />
            </li>
          ))}
        </ul>
      )}
      <div className="work-lists">
        {[...filled, ...empty].map((list) => (
          <section key={list.key} className="card work-list" aria-labelledby={`work-${list.key}`}>
            <header>
              <h2 id={`work-${list.key}`}>
                {word(list.title)}
                <span className="work-count">{list.total ?? list.items.length}</span>
              </h2>
              <More list={list} />
            </header>
            {list.items.length === 0 ? (
              <Nothing {...list.empty} />
            ) : (
              <ul>
                {list.items.map((item) => (
                  <OneItem key={item.id} item={item} />
                ))}
              </ul>
            )}
          </section>
        ))}
        {props.chart && <section className="card work-list work-chart">{props.chart}</section>}
      </div>
    </div>
  )
}

/** An empty list takes a line or two: what there is to do stands out. */
function Nothing({ title, hint, action }: WorkList['empty']) {
  return (
    <div className="work-nothing">
      <p>{title}</p>
      {hint && <p className="small quiet">{hint}</p>}
      {action}
    </div>
  )
}

function Figure({ figure }: { figure: WorkFigure }) {
  const word = useWord()
  const inside = (
    <>
      <span className="work-figure-title">{word(figure.title)}</span>
      <span className="work-figure-value">
        <b>{figure.value}</b> {figure.unit && word(figure.unit)}
      </span>
    </>
  )
  return figure.href ? <Link to={figure.href}>{inside}</Link> : <div>{inside}</div>
}

function More({ list }: { list: WorkList }) {
  const words = useWords(workWords)
  const total = list.total ?? list.items.length
  const { more, tool } = list
  return (
    <div className="work-more">
      {tool && list.items.length > 0 && <Link to={tool.to}>{tool.label}</Link>}
      {more && total > list.items.length && <Link to={more}>{fill(words.more, { n: total })}</Link>}
    </div>
  )
}

function OneItem({ item }: { item: WorkItem }) {
  return (
    <li className="work-item">
      <div>
        <Link to={item.href}>{item.title}</Link>
        {item.sub && <p className="small quiet">{item.sub}</p>}
      </div>
      {item.status && <StatusTag {...item.status} plain />}
      {item.left !== undefined && (
        <span className="work-left">
          <DaysLeft
            left={item.left}
            due={item.due ?? null}
            state={item.paused ? 'paused' : 'running'}
          />
        </span>
      )}
    </li>
  )
}
