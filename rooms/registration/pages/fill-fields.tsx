import { useWords } from '#shell/language.tsx'
import type { Control } from '#shell/parts/form-field.ts'
import { FormFields } from '#shell/parts/form-fields.tsx'
import { isRequired, type RegistrationField } from '../fields.ts'
import type { RegistrationForm } from '../forms.ts'
import { choicesOf } from '../labels.ts'
import type { RegistrationView } from '../views.ts'
import { FormShown } from './form-shown.tsx'
import { Laboratories } from './laboratories.tsx'
import { pageWords } from './page-words.ts'

const controls: Readonly<Record<string, Control>> = {
  laboratories: (props) => <Laboratories {...props} />,
}

/** Some fields of the registration: to fill where this person may, else to read. */
export function FillFields(props: {
  view: RegistrationView
  fields: readonly RegistrationField[]
  form: RegistrationForm
  set: (name: string, value: unknown) => void
}) {
  const words = useWords(pageWords)
  const { view, form, set } = props
  const may = (name: string) => view.editable.all || view.editable.places.includes(name)
  const open = props.fields.filter((f) => may(f.name))
  const locked = props.fields.filter((f) => !may(f.name))
  return (
    <div className="registration-check">
      {open.length > 0 && (
        <FormFields
          fields={open
            // what only some kinds of unit are asked is not shown to the others
            .filter((f) => typeof f.required !== 'function' || asked(f, form))
            .map((f) => ({
              ...f,
              required: isRequired(f, form),
              wide: f.kind === 'long' || f.kind === 'laboratories' || f.name === 'classes',
            }))}
          values={form}
          choices={choicesOf}
          controls={controls}
          notApplicable={form.notApplicable ?? []}
          change={set}
          changeNotApplicable={(names) => {
            // a value under *** would be handed over unseen
            for (const name of newlyNone(form, names)) set(name, undefined)
            set('notApplicable', names)
          }}
          errors={shownErrors(view, form)}
          notes={
            view.status === 'returned' ? view.remarks.map((r) => ({ at: r.at, text: r.what })) : []
          }
        />
      )}
      {locked.length > 0 && (
        <div className="locked-fields">
          <p className="quiet">{words.locked}</p>
          <FormShown view={view} only={locked.map((f) => f.name)} />
        </div>
      )}
    </div>
  )
}

/** Laboratories may be named by everybody; the rest only where the kind of unit asks for it. */
const asked = (field: RegistrationField, form: RegistrationForm) =>
  field.name === 'laboratories' || field.name === 'productionAddress' || isRequired(field, form)

const newlyNone = ({ notApplicable = [] }: RegistrationForm, names: readonly string[]) =>
  names.filter((name) => !notApplicable.some((old) => old === name))

/** What is wrong with what was typed; that something is still empty is said once, at the end. */
function shownErrors(view: RegistrationView, form: RegistrationForm) {
  return view.problems.filter((p) => {
    const at = p.at?.split('.')[0] ?? ''
    const value = (form as Record<string, unknown>)[at]
    return view.status === 'returned' || (value !== undefined && value !== '')
  })
}
