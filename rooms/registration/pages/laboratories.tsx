import { Button, Input, Select } from 'antd'
import { labLevels } from '#frame/catalogue/laboratory.ts'
import { useWords } from '#shell/language.tsx'
import type { ControlProps } from '#shell/parts/form-field.ts'
import type { Laboratory } from '../forms.ts'
import { pageWords } from './page-words.ts'
import './registration.css'

/** The laboratories of a unit, each with level, filing number and address. */
export function Laboratories(props: ControlProps) {
  const words = useWords(pageWords)
  const labs = (props.value as Laboratory[] | undefined) ?? []
  const set = (n: number, part: Partial<Laboratory>) =>
    props.change(labs.map((lab, i) => (i === n ? { ...lab, ...part } : lab)))
  const text = (n: number, key: 'name' | 'filingNo' | 'address', label: string) => (
    <label>
      <span>{label}</span>
      <Input
        disabled={props.disabled}
        value={labs[n]![key]}
        maxLength={key === 'address' ? 150 : 60}
        onChange={(e) => set(n, { [key]: e.target.value })}
      />
    </label>
  )
  return (
    <fieldset className="laboratories" id={props.id} aria-label={props.label}>
      {labs.map((lab, n) => (
        // oxlint-disable-next-line react/no-array-index-key -- laboratories have no identity of their own
        <div key={n} className="laboratory" data-place={`laboratories.${n}`}>
          {text(n, 'name', words.labName)}
          <div>
            <span>{words.labLevel}</span>
            <Select
              aria-label={words.labLevel}
              disabled={props.disabled}
              value={lab.level ?? null}
              options={labLevels.map((level) => ({ value: level, label: level }))}
              onChange={(level: Laboratory['level'] | null) =>
                set(n, { level: level ?? undefined })
              }
            />
          </div>
          {text(n, 'filingNo', words.labFiling)}
          {text(n, 'address', words.labAddress)}
          <Button
            type="text"
            aria-label={`${words.dropLaboratory} ${lab.name}`}
            disabled={props.disabled}
            onClick={() => props.change(labs.filter((_, i) => i !== n))}
          >
            ✕
          </Button>
        </div>
      ))}
      <Button
        disabled={props.disabled}
        onClick={() => props.change([...labs, { name: '', filingNo: '', address: '' }])}
      >
        {words.addLaboratory}
      </Button>
    </fieldset>
  )
}
