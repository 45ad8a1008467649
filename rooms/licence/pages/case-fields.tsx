import type { Words } from '#frame/kernel/lifecycle.ts'
import { useWord, useWords } from '#shell/language.tsx'
import { FormFields } from '#shell/parts/form-fields.tsx'
import { fieldGroups, type CaseField } from '../case-field.ts'
import type { CaseFieldName, CaseForm } from '../forms.ts'
import { choicesOf } from '../labels.ts'
import type { CaseView } from '../views.ts'
import { caseControls } from './controls.tsx'
import { FormShown } from './form-shown.tsx'
import { pageWords } from './page-words.ts'
import type { useCaseDraft } from './use-case-draft.ts'

/** Some fields of the application: to fill where this person may, else to read. */
export function CaseFields(props: {
  view: CaseView
  fields: readonly CaseField[]
  form: CaseForm
  may: (place: string) => boolean
  change: ReturnType<typeof useCaseDraft>['draft']['change']
}) {
  const words = useWords(pageWords)
  const word = useWord()
  const { view, form, may, change } = props
  const set = (name: string, value: unknown) =>
    change((old) => ({ ...old, form: { ...old.form, [name]: value } }))
  const open = props.fields.filter((f) => may(f.name))
  const locked = props.fields.filter((f) => !may(f.name))
  const groups = [...new Set(open.map((f) => f.group))]
  return (
    <div className="case-check">
      {groups.map((group) => (
        <div key={group ?? ''}>
          {group && <h3 className="case-check-title">{word(fieldGroups[group])}</h3>}
          <FormFields
            fields={open.filter((f) => f.group === group)}
            values={form}
            notes={notesOf(view)}
            choices={(name: CaseFieldName) => choicesFor(name, view, form)}
            controls={caseControls(view, form)}
            notApplicable={form.notApplicable ?? []}
            change={set}
            errors={errorsOf(view)}
            changeNotApplicable={(names) => change((old) => withoutContent(old, names))}
          />
        </div>
      ))}
      {locked.length > 0 && <FormShown view={view} title={words.locked} only={locked} />}
    </div>
  )
}

/** What is ticked as without content loses what was typed there. */
function withoutContent<T extends { form: CaseForm }>(old: T, names: string[]): T {
  const form: CaseForm = { ...old.form, notApplicable: names as CaseForm['notApplicable'] }
  for (const name of form.notApplicable ?? []) form[name] = undefined
  return { ...old, form }
}

/** A draft says at once who may not apply; what is still empty it says at the end. */
const errorsOf = (view: CaseView) =>
  view.status === 'correcting' ? view.problems : view.refusals.filter((r) => r.at)

/** Only what fits: the classes the unit is registered for, and the ways of this direction. */
function choicesFor(name: CaseFieldName, view: CaseView, form: CaseForm) {
  const all = choicesOf(name)
  if (!all) return all
  if (name === 'unitClass') return only(all, (code) => view.unit.classes.includes(code), form[name])
  if (name === 'purpose')
    return only(
      all,
      (code) => (code === 'personal-use') === (view.ask.applicant === 'person'),
      form[name],
    )
  if (name !== 'standing' || !form.direction) return all
  const way = form.direction === 'entry' ? 'receives' : 'sends'
  return only(all, (code) => code === 'agent' || code.startsWith(way), form[name])
}

/** What was chosen once stays to be seen, with the reason against it. */
const only = (
  all: Record<string, Words>,
  fits: (code: string) => boolean,
  chosen: string | undefined,
) => Object.fromEntries(Object.entries(all).filter(([code]) => fits(code) || code === chosen))

function notesOf(view: CaseView) {
  if (view.status !== 'correcting' || !view.correction) return []
  return view.correction.items.map(({ at, what }) => ({ at, text: what }))
}
