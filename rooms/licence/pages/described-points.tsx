import { Checkbox } from 'antd'
import { useWord } from '#shell/language.tsx'
import { DutyChip } from '#shell/parts/duty-chip.tsx'
import type { ControlProps } from '#shell/parts/form-field.ts'
import type { CaseAsk } from '../asked-when.ts'
import { describedPoints } from '../described.ts'
import './licence.css'

/** The points of the descriptive file, to be ticked one by one against the file itself. */
export function DescribedPoints(props: ControlProps & { ask: CaseAsk }) {
  const word = useWord()
  const said = Array.isArray(props.value) ? (props.value as string[]) : []
  const points = describedPoints.filter((p) => p.code === 'other' || p.asked(props.ask))
  return (
    <fieldset
      id={props.id}
      className="described-points"
      aria-label={props.label}
      aria-describedby={props.describedBy}
    >
      {points.map((point) => (
        <div key={point.code}>
          <Checkbox
            checked={said.includes(point.code)}
            disabled={props.disabled}
            onChange={(e) => {
              const others = said.filter((code) => code !== point.code)
              props.change(e.target.checked ? [...others, point.code] : others)
            }}
          >
            {word(point.title)}
          </Checkbox>
          <DutyChip duty={point.duty} />
        </div>
      ))}
    </fieldset>
  )
}
