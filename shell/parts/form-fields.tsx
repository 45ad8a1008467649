import { Checkbox } from 'antd'
import { useId } from 'react'
import type { Words } from '#frame/kernel/lifecycle.ts'
import type { Reason } from '#frame/kernel/reason.ts'
import { useWord, useWords } from '#shell/language.tsx'
import { DutyChip } from './duty-chip.tsx'
import { FormControl } from './form-controls.tsx'
import type { Control, ControlProps, FormField } from './form-field.ts'
import { partWords } from './labels.ts'
import { RemarkPin } from './remark-pin.tsx'
import { remarksAt, type Remark } from './remark.ts'
import './form-fields.css'

const formWords = {
  notApplicable: { zh: '无此内容', en: 'Not applicable' },
} as const

export interface FormFieldsProps {
  fields: readonly FormField[]
  /** By field name. */
  values: object
  change: (name: string, value: unknown) => void
  /** The words of a choice field's codes. */
  choices?: (name: never) => Record<string, Words> | undefined
  /** Controls of the page's own kinds. */
  controls?: Readonly<Record<string, Control>>
  /** Reasons whose `at` is a field's name stand under it. */
  errors?: readonly Reason[]
  remarks?: readonly Remark[]
  /** What an officer asked to be changed; `at` is a field's name, stands above its control. */
  notes?: readonly { at: string; text: string }[]
  notApplicable?: readonly string[]
  changeNotApplicable?: (names: string[]) => void
  disabled?: boolean
  /** Fields side by side on a wide screen; 2 unless told. */
  columns?: 1 | 2
}

/**
 * A form to fill from a list of fields: label, duty, hint, control, and what is wrong under it. The page
 * keeps the values (see `useDraft`), so that nothing typed depends on this part staying on screen.
 */
export function FormFields(props: FormFieldsProps) {
  return (
    <div className="form-fields" data-columns={props.columns ?? 2}>
      {props.fields.map((field) => (
        <OneField key={field.name} field={field} {...props} />
      ))}
    </div>
  )
}

function OneField(props: FormFieldsProps & { field: FormField }) {
  const words = useWords({ ...partWords, ...formWords })
  const word = useWord()
  const base = useId()
  const { field } = props
  const errors = (props.errors ?? []).filter((e) => e.at === field.name)
  const absent = props.notApplicable?.includes(field.name) ?? false
  const described = [field.hint && `${base}-hint`, errors.length > 0 && `${base}-error`]
  const control: ControlProps = {
    id: base,
    value: (props.values as Record<string, unknown>)[field.name],
    change: (value) => props.change(field.name, value),
    disabled: (props.disabled ?? false) || absent,
    bad: errors.length > 0,
    describedBy: described.filter(Boolean).join(' ') || undefined,
    label: word(field.title),
    required: field.required ?? false,
  }
  const own = props.controls?.[field.kind]
  const choices = props.choices as ((name: string) => Record<string, Words> | undefined) | undefined
  return (
    <div
      className="form-field"
      data-place={field.name}
      data-wide={field.wide ?? field.kind === 'long'}
    >
      <div className="form-label">
        <label htmlFor={base}>{word(field.title)}</label>
        {field.required ? (
          <span className="form-required" title={words.required} aria-hidden="true">
            *
          </span>
        ) : (
          <span className="small quiet">{words.optional}</span>
        )}
        {field.duty && <DutyChip duty={field.duty} />}
        <RemarkPin what={word(field.title)} remarks={remarksAt(props.remarks, field.name)} />
        {field.mayNotApply && props.changeNotApplicable && (
          <Checkbox
            className="form-absent"
            checked={absent}
            disabled={props.disabled ?? false}
            onChange={(e) => {
              const others = (props.notApplicable ?? []).filter((name) => name !== field.name)
              props.changeNotApplicable!(e.target.checked ? [...others, field.name] : others)
            }}
          >
            {words.notApplicable}
          </Checkbox>
        )}
      </div>
      {(props.notes ?? [])
        .filter((note) => note.at === field.name)
        .map((note) => (
          <p key={note.text} className="form-note">
            {note.text}
          </p>
        ))}
      {own ? (
        own(control)
      ) : (
        <FormControl {...control} field={field} choices={choices?.(field.name)} />
      )}
      {field.hint && (
        <p className="form-hint" id={`${base}-hint`}>
          {word(field.hint)}
        </p>
      )}
      {errors.length > 0 && (
        <ul className="form-errors" id={`${base}-error`}>
          {errors.map((error) => (
            <li key={error.code + error.message}>
              {error.message}
              {error.duty && error.duty !== field.duty && <DutyChip duty={error.duty} />}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
