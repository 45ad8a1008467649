import { Link } from '@tanstack/react-router'
import { useWord, useWords } from '#shell/language.tsx'
import { FilterTable } from '#shell/parts/filter-table.tsx'
import { PageHead } from '#shell/parts/page-head.tsx'
import { StatusTag, type Tone } from '#shell/parts/status-tag.tsx'
import type { Column, Filter } from '#shell/parts/table-column.ts'
import { doorSource } from '#shell/parts/table-source.ts'
import { pathogensDoor } from '../doors.ts'
import { activityShort, activityWords, hazardWords, pathogenGroupWords } from '../labels.ts'
import type { PathogenRow } from '../views.ts'
import { pathogenWords } from './words.ts'
import './catalogue.css'

const choices = (words: Record<string, { zh: string; en: string }>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

const filters: readonly Filter[] = [
  {
    key: 'group',
    label: pathogenWords.group,
    kind: 'choice',
    options: choices(pathogenGroupWords),
  },
  { key: 'class', label: pathogenWords.class, kind: 'choice', options: choices(hazardWords) },
  { key: 'high', label: pathogenWords.high, kind: 'flag' },
]

const columns: readonly Column<PathogenRow>[] = [
  {
    key: 'name',
    title: pathogenWords.name,
    always: true,
    render: (row) => <Name row={row} />,
  },
  {
    key: 'class',
    title: pathogenWords.class,
    width: 130,
    render: (row) => <HazardTag hazard={row.class} />,
  },
  {
    key: 'levels',
    title: pathogenWords.levels,
    render: (row) => <Levels levels={row.levels} />,
  },
  {
    key: 'transport',
    title: pathogenWords.transport,
    width: 110,
    render: (row) => (
      <span className="nowrap">
        {row.pack} · {row.un}
      </span>
    ),
  },
  { key: 'remark', title: pathogenWords.remark, render: (row) => row.remark, hidden: true },
]

/** The national list of pathogens, searched the way people name them. */
export function PathogensPage() {
  const words = useWords(pathogenWords)
  return (
    <>
      <PageHead title={words.title} hint={words.hint} />
      <FilterTable
        name="pathogens"
        source={doorSource(pathogensDoor)}
        columns={columns}
        rowKey={(row) => row.id}
        filters={filters}
        search={pathogenWords.search}
      />
      <p className="small quiet catalogue-foot">{words.unlisted}</p>
    </>
  )
}

function Name({ row }: { row: PathogenRow }) {
  return (
    <div className="pathogen-name">
      <Link to={`/pathogens/${row.id}`}>{row.zh}</Link>
      <span className="small quiet">
        <i lang={row.group === 'virus' || row.group === 'prion' ? 'en' : 'la'}>{row.sci}</i>
      </span>
    </div>
  )
}

const tones: Record<number, Tone> = { 1: 'warn', 2: 'warn', 3: 'progress', 4: 'draft' }

/** Hazard class with its sign; classes 1 and 2 are 高致病性. */
export function HazardTag({ hazard }: { hazard: number }) {
  return (
    <StatusTag words={hazardWords[hazard] ?? String(hazard)} tone={tones[hazard] ?? 'progress'} />
  )
}

function Levels({ levels }: { levels: PathogenRow['levels'] }) {
  const word = useWord()
  return (
    <ul className="pathogen-levels">
      {Object.entries(levels).map(([activity, level]) => (
        <li key={activity} title={word(activityWords[activity] ?? activity)}>
          <span className="quiet small">{word(activityShort[activity] ?? activity)}</span> {level}
        </li>
      ))}
    </ul>
  )
}
