import { useWords } from '#shell/language.tsx'
import { FormFields } from '#shell/parts/form-fields.tsx'
import type { CaseField, CaseForm } from '../forms.ts'
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
  const { view, form, may, change } = props
  const set = (name: string, value: unknown) =>
    change((old) => ({ ...old, form: { ...old.form, [name]: value } }))
  const open = props.fields.filter((f) => may(f.name))
  const locked = props.fields.filter((f) => !may(f.name))
  return (
    <div className="case-check">
      {open.length > 0 && (
        <FormFields
          fields={open}
          values={form}
          notes={notesOf(view)}
          choices={choicesOf}
          controls={caseControls(view)}
          notApplicable={form.notApplicable ?? []}
          change={set}
          errors={view.status === 'correcting' ? view.problems : []}
          changeNotApplicable={(names) => set('notApplicable', names)}
        />
      )}
      {locked.length > 0 && <FormShown view={view} title={words.locked} only={locked} />}
    </div>
  )
}

function notesOf(view: CaseView) {
  if (view.status !== 'correcting' || !view.correction) return []
  return view.correction.items.map(({ at, what }) => ({ at, text: what }))
}
