import { Checkbox, Select } from 'antd'
import { useWord } from '#shell/language.tsx'
import type { Control, ControlProps } from '#shell/parts/form-field.ts'
import { FormFields } from '#shell/parts/form-fields.tsx'
import { useRead } from '#shell/query.ts'
import { guideDoor } from '../doors.ts'
import type { EnrolmentField, EnrolmentFieldName, EnrolmentForm } from '../forms.ts'
import { choicesOf } from '../labels.ts'
import type { OwnView } from '../views.ts'
import { DocumentNumber } from './document-number.tsx'
import type { useRequestDraft } from './use-request-draft.ts'

/** Some fields of the request to fill; what is wrong with a value stands under it at once. */
export function OwnFields(props: {
  view: OwnView
  fields: readonly EnrolmentField[]
  form: EnrolmentForm
  change: ReturnType<typeof useRequestDraft>['draft']['change']
}) {
  const { view, fields, form, change } = props
  return (
    <FormFields
      fields={fields}
      values={form}
      choices={choicesOf}
      controls={controlsOf(view, form)}
      notes={
        view.status === 'returned' ? view.remarks.map(({ at, what }) => ({ at, text: what })) : []
      }
      // what is not typed yet is no fault
      errors={view.problems.filter((p) => p.code !== 'missing')}
      change={(name, value) => change((old) => ({ ...old, form: { ...old.form, [name]: value } }))}
    />
  )
}

function controlsOf(view: OwnView, form: EnrolmentForm): Readonly<Record<string, Control>> {
  return {
    activities: (control) => <Checks {...control} of="activities" />,
    reasons: (control) => <Checks {...control} of="reasons" />,
    area: (control) => <AreaSelect {...control} />,
    document: (control) => <DocumentNumber {...control} view={view} form={form} />,
  }
}

/** A few choices of which several may hold, all in sight. */
function Checks(props: ControlProps & { of: EnrolmentFieldName }) {
  const word = useWord()
  return (
    <fieldset
      id={props.id}
      className="enrol-group"
      aria-label={props.label}
      aria-describedby={props.describedBy}
    >
      <Checkbox.Group
        className="enrol-checks"
        disabled={props.disabled}
        options={Object.entries(choicesOf(props.of) ?? {}).map(([value, words]) => ({
          value,
          label: word(words),
        }))}
        value={(props.value as string[] | undefined) ?? []}
        onChange={(next) => props.change(next.length > 0 ? next : undefined)}
      />
    </fieldset>
  )
}

function AreaSelect(props: ControlProps) {
  const word = useWord()
  const { data } = useRead(guideDoor, {})
  return (
    <Select
      id={props.id}
      className="whole-width"
      aria-required={props.required}
      aria-describedby={props.describedBy}
      status={props.bad ? 'error' : ''}
      disabled={props.disabled}
      allowClear={!props.required}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={word({ zh: '请选择', en: 'Choose' })}
      options={(data?.areas ?? []).map(({ code, name }) => ({ value: code, label: word(name) }))}
      value={(props.value as string | undefined) ?? null}
      onChange={(code: string | null) => props.change(code ?? undefined)}
    />
  )
}
