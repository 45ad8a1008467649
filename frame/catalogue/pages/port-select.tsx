import { Select } from 'antd'
import { useWord } from '#shell/language.tsx'
import type { ControlProps } from '#shell/parts/form-field.ts'
import { useRead } from '#shell/query.ts'
import { portsDoor } from '../doors.ts'

/** S2-156 chooses a port of the list by its name or code; the code is kept. */
export function PortSelect(props: ControlProps) {
  const { data } = useRead(portsDoor, { query: {} })
  const word = useWord()
  return (
    <Select
      id={props.id}
      disabled={props.disabled}
      aria-describedby={props.describedBy}
      aria-required={props.required}
      {...(props.bad ? { status: 'error' as const, 'aria-invalid': true } : {})}
      className="whole-width"
      showSearch={{ optionFilterProp: 'find' }}
      allowClear
      options={(data?.ports ?? []).map((p) => ({
        value: p.code,
        label: word(p.name),
        find: `${p.name.zh} ${p.name.en} ${p.code}`,
      }))}
      value={(props.value as string | undefined) ?? null}
      onChange={(value: string | null) => props.change(value ?? undefined)}
    />
  )
}
