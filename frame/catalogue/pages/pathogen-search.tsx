import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useWord, useWords } from '#shell/language.tsx'
import type { ControlProps } from '#shell/parts/form-field.ts'
import { useRead } from '#shell/query.ts'
import { pathogensDoor } from '../doors.ts'
import { hazardWords } from '../labels.ts'
import type { PathogenRow } from '../views.ts'
import { pathogenSearchWords } from './words.ts'

/** S2-159 finds a pathogen of the catalogue by any of its names; the one chosen is handed over. */
export function PathogenSearch(
  props: Pick<ControlProps, 'id' | 'describedBy'> & { pick: (row: PathogenRow) => void },
) {
  const words = useWords(pathogenSearchWords)
  const word = useWord()
  const [text, setText] = useState('')
  const q = useDeferredValue(text.trim())
  const { data } = useRead(pathogensDoor, { query: { q, size: 20 } }, { enabled: q !== '' })
  const found = q === '' ? [] : (data?.rows ?? [])
  function pick(id: string | null) {
    const row = found.find((r) => r.id === id)
    if (!row) return
    props.pick(row)
    setText('')
  }
  return (
    <Select
      id={props.id}
      className="whole-width"
      aria-describedby={props.describedBy}
      placeholder={words.add}
      showSearch={{ filterOption: false, searchValue: text, onSearch: setText }}
      value={null}
      onChange={pick}
      notFoundContent={q === '' ? words.typeMore : words.noMatch}
      options={found.map((r) => ({
        value: r.id,
        label: `${r.zh}  ${r.sci}（${word(hazardWords[r.class] ?? '')}）`,
      }))}
    />
  )
}
