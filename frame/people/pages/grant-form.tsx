import { Select } from 'antd'
import { useState } from 'react'
import type { Reason } from '#frame/kernel/reason.ts'
import type { Words } from '#frame/kernel/lifecycle.ts'
import { useWords } from '#shell/language.tsx'
import type { ControlProps } from '#shell/parts/form-field.ts'
import { FormFields } from '#shell/parts/form-fields.tsx'
import { useRead } from '#shell/query.ts'
import { choicesDoor } from '../accounts/doors.ts'
import { isAdministrator, roles } from '../roles.ts'
import { grantFields } from './grant-fields.ts'
import { peopleWords } from './people-words.ts'

type Values = Readonly<Record<string, unknown>>

const named = (list: readonly { id: string; name: Words }[] | undefined) =>
  Object.fromEntries((list ?? []).map((one) => [one.id, one.name]))

const controls = { unit: (control: ControlProps) => <UnitControl {...control} /> }

/** Role, reach and days of a grant to be given. */
export function GrantForm(props: {
  values: Values
  change: (name: string, value: unknown) => void
  errors: readonly Reason[]
}) {
  const words = useWords(peopleWords)
  const { data } = useRead(choicesDoor, { query: {} })
  const { values } = props
  const choices = (name: string): Record<string, Words> => {
    if (name === 'role')
      return Object.fromEntries((data?.roles ?? []).map(({ role }) => [role, roles[role]]))
    return named(name === 'branchId' ? data?.branches : data?.agencies)
  }
  const role = values['role']
  return (
    <>
      <FormFields
        fields={grantFields(values)}
        values={values}
        change={props.change}
        choices={choices}
        controls={controls}
        errors={props.errors}
      />
      {typeof role === 'string' && isAdministrator(role) && (
        <p className="account-note">{words.secondPerson}</p>
      )}
    </>
  )
}

/** A unit, found by name or code on the server. */
function UnitControl({ id, value, change, bad, describedBy, label }: ControlProps) {
  const words = useWords(peopleWords)
  const [search, setSearch] = useState('')
  const { data } = useRead(choicesDoor, { query: { unit: search } })
  return (
    <Select
      id={id}
      aria-label={label}
      aria-describedby={describedBy}
      status={bad ? 'error' : ''}
      style={{ width: '100%' }}
      showSearch={{ filterOption: false, onSearch: setSearch }}
      placeholder={words.unitSearch}
      options={(data?.units ?? []).map((unit) => ({
        value: unit.id,
        label: `${unit.name}　${unit.code}`,
      }))}
      value={typeof value === 'string' ? value : undefined}
      onChange={(next: string | undefined) => change(next)}
    />
  )
}
