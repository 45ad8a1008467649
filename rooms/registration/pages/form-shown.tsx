import { useWord } from '#shell/language.tsx'
import { FieldList, type ShownField } from '#shell/parts/field-list.tsx'
import {
  contactFields,
  isNone,
  isRequired,
  registrationFields,
  type FieldGroup,
} from '../fields.ts'
import type { RegistrationFieldName, RegistrationForm } from '../forms.ts'
import { groupWords, valueWords } from '../labels.ts'
import type { RegistrationView } from '../views.ts'
import './registration.css'

const groups: readonly FieldGroup[] = ['unit', 'contact', 'places', 'laboratories']

/**
 * The registration as the guide lists it, group by group, with what is in force where it differs. In:
 * `only` some of the fields, e.g. those that cannot be changed.
 */
export function FormShown(props: {
  view: Pick<RegistrationView, 'kind' | 'form' | 'inForce' | 'status'>
  only?: readonly RegistrationFieldName[]
}) {
  const word = useWord()
  const { view } = props
  const wanted = props.only ?? (view.kind === 'contact' ? contactFields : undefined)
  const before = view.kind === 'first' ? null : view.inForce
  const text = (name: RegistrationFieldName, form: RegistrationForm) =>
    word(valueWords(name, form[name]))
  return (
    <div className="registration-check">
      {groups.map((group) => {
        const fields: ShownField[] = registrationFields
          .filter((f) => f.group === group && (!wanted || wanted.includes(f.name)))
          // what such a unit is not asked is no gap in its form
          .filter((f) => f.required === true || isRequired(f, view.form) || view.form[f.name])
          .map((f) => {
            const was = before && text(f.name, before)
            const now = text(f.name, view.form)
            return {
              at: f.name,
              title: f.title,
              duty: f.duty,
              wide: f.kind === 'long' || f.kind === 'laboratories',
              notApplicable: isNone(f, view.form),
              value: f.kind === 'laboratories' ? <Laboratories form={view.form} /> : now,
              ...(was !== null && was !== now ? { before: was } : {}),
            }
          })
        if (fields.length === 0) return null
        return <FieldList key={group} title={word(groupWords[group])} fields={fields} />
      })}
    </div>
  )
}

function Laboratories({ form }: { form: RegistrationForm }) {
  const labs = form.laboratories ?? []
  if (labs.length === 0) return null
  return (
    <ul className="plain-list">
      {labs.map((lab) => (
        <li key={`${lab.name}${lab.filingNo}`}>
          <b>{lab.name}</b> {[lab.level, lab.filingNo, lab.address].filter(Boolean).join('，')}
        </li>
      ))}
    </ul>
  )
}
