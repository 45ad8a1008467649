import { DatePicker, Input, InputNumber, Radio, Select } from 'antd'
import dayjs from 'dayjs'
import type { Words } from '#frame/kernel/lifecycle.ts'
import { useWord } from '#shell/language.tsx'
import type { ControlProps, FormField } from './form-field.ts'

type Props = ControlProps & {
  field: FormField
  choices: Record<string, Words> | undefined
}

const yesNo: Record<string, Words> = { yes: { zh: '是', en: 'Yes' }, no: { zh: '否', en: 'No' } }

/** Up to this many choices stand open as buttons; more become a list. */
const openChoices = 4

/** The control of one field of a known kind. */
export function FormControl(props: Props) {
  const { field, value, change, disabled, id } = props
  const say = aria(props)
  const status = props.bad ? ('error' as const) : ('' as const)
  switch (field.kind) {
    case 'choice':
    case 'choices':
      return <Choice {...props} />
    case 'yes-no':
      return (
        <Choice
          {...props}
          choices={yesNo}
          value={value === undefined ? undefined : value ? 'yes' : 'no'}
          change={(next) => change(next === undefined ? undefined : next === 'yes')}
        />
      )
    case 'long':
      return (
        <Input.TextArea
          id={id}
          {...say}
          status={status}
          disabled={disabled}
          autoSize={{ minRows: 3, maxRows: 12 }}
          maxLength={field.max ?? 2000}
          value={typeof value === 'string' ? value : ''}
          onChange={(e) => change(e.target.value || undefined)}
        />
      )
    case 'integer':
      return (
        <InputNumber
          id={id}
          {...say}
          status={status}
          disabled={disabled}
          precision={0}
          min={0}
          controls={false}
          style={{ width: '100%' }}
          value={typeof value === 'number' ? value : null}
          onChange={(n) => change(n ?? undefined)}
          {...(field.unit ? { suffix: <Unit unit={field.unit} /> } : {})}
        />
      )
    case 'day':
      return (
        <DatePicker
          id={id}
          {...say}
          status={status}
          disabled={disabled}
          style={{ width: '100%' }}
          value={typeof value === 'string' && value ? dayjs(value) : null}
          onChange={(_day, text) => change(typeof text === 'string' && text ? text : undefined)}
        />
      )
    default:
      return (
        <Input
          id={id}
          {...say}
          status={status}
          disabled={disabled}
          maxLength={field.max ?? 200}
          value={typeof value === 'string' ? value : ''}
          onChange={(e) => change(e.target.value || undefined)}
          {...(field.unit ? { suffix: <Unit unit={field.unit} /> } : {})}
        />
      )
  }
}

function Unit({ unit }: { unit: Words }) {
  return <span className="quiet">{useWord()(unit)}</span>
}

/** What a screen reader is told of a control besides its label. */
function aria(props: ControlProps) {
  return {
    'aria-required': props.required || undefined,
    'aria-invalid': props.bad || undefined,
    'aria-describedby': props.describedBy,
  }
}

function Choice(props: Props) {
  const word = useWord()
  const { field, value, change, disabled, id } = props
  const options = Object.entries(props.choices ?? {}).map(([code, words]) => ({
    value: code,
    label: word(words),
  }))
  const many = field.kind === 'choices'
  if (!many && options.length <= openChoices)
    return (
      <Radio.Group
        id={id}
        {...aria(props)}
        aria-label={props.label}
        disabled={disabled}
        options={options}
        value={value}
        onChange={(e) => change(e.target.value)}
      />
    )
  return (
    <Select
      id={id}
      {...aria(props)}
      status={props.bad ? 'error' : ''}
      disabled={disabled}
      style={{ width: '100%' }}
      allowClear={!props.required}
      showSearch={options.length > 8 ? { optionFilterProp: 'label' } : false}
      placeholder={word({ zh: '请选择', en: 'Choose' })}
      options={options}
      {...(many ? { mode: 'multiple' as const } : {})}
      value={value}
      onChange={(next: unknown) => change(next ?? undefined)}
    />
  )
}
