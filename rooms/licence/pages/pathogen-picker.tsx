import { Button, Select } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import { pathogensDoor } from '#frame/catalogue/doors.ts'
import { PathogenSearch } from '#frame/catalogue/pages/pathogen-search.tsx'
import type { PathogenRow as Row } from '#frame/catalogue/views.ts'
import { fill, useWord, useWords } from '#shell/language.tsx'
import type { ControlProps } from '#shell/parts/form-field.ts'
import { useRead } from '#shell/query.ts'
import { activityWords } from '../labels.ts'
import type { pathogenUse } from '../forms.ts'
import type { CaseView } from '../views.ts'
import { controlWords } from './control-words.ts'
import './licence.css'

type Use = z.infer<typeof pathogenUse>

/** S2-159, S2-173 pathogens chosen from the catalogue, each with the activity that is planned. */
export function PathogenPicker(props: ControlProps & { known: CaseView['pathogens'] }) {
  const [rows, setRows] = useState<Record<string, Row>>({})
  const uses = (props.value as Use[] | undefined) ?? []
  function add(row: Row) {
    setRows((old) => ({ ...old, [row.id]: row }))
    const [activity = ''] = Object.keys(row.levels)
    props.change([...uses, { pathogenId: row.id, activity }])
  }
  return (
    <div className="pathogen-picker">
      {uses.map((use, n) => (
        <OneUse
          key={`${use.pathogenId}-${n}`}
          use={use}
          row={rows[use.pathogenId]}
          known={props.known.find((k) => k.id === use.pathogenId)}
          disabled={props.disabled}
          change={(activity) =>
            props.change(uses.map((u, i) => (i === n ? { ...u, activity } : u)))
          }
          remove={() => props.change(uses.filter((_, i) => i !== n))}
        />
      ))}
      {!props.disabled && (
        <PathogenSearch id={props.id} describedBy={props.describedBy} pick={add} />
      )}
    </div>
  )
}

function OneUse(props: {
  use: Use
  row: Row | undefined
  known: CaseView['pathogens'][number] | undefined
  disabled: boolean
  change: (activity: string) => void
  remove: () => void
}) {
  const words = useWords(controlWords)
  const word = useWord()
  const { use, known } = props
  const loaded = useRead(
    pathogensDoor,
    { query: { q: known?.sci ?? '', size: 20 } },
    { enabled: !props.row && known !== undefined },
  )
  const row = props.row ?? loaded.data?.rows.find((r) => r.id === use.pathogenId)
  const name = row?.zh ?? known?.zh ?? use.pathogenId
  const level = row?.levels[use.activity]
  const hazard = row?.class ?? known?.hazardClass
  return (
    <div className="pathogen-use">
      <p>
        <b>{name}</b> <i lang="la">{row?.sci ?? known?.sci}</i>{' '}
        {level && hazard && (
          <span className="quiet small">
            {fill(words.needs, { n: '一二三四'[hazard - 1] ?? '', level })}
          </span>
        )}
      </p>
      <Select
        aria-label={`${name} ${words.activity}`}
        value={use.activity}
        disabled={props.disabled || !row}
        onChange={props.change}
        options={Object.keys(row?.levels ?? { [use.activity]: '' }).map((code) => ({
          value: code,
          label: word(activityWords[code] ?? code),
        }))}
      />
      {!props.disabled && (
        <Button type="text" aria-label={fill(words.remove, { name })} onClick={props.remove}>
          ✕
        </Button>
      )}
    </div>
  )
}
