import { useWord } from '#shell/language.tsx'
import { FieldList, type ShownField } from '#shell/parts/field-list.tsx'
import { askedIfContained, caseFields, type CaseFieldName } from '../forms.ts'
import { valueWords } from '../labels.ts'
import type { CaseView } from '../views.ts'
import { PathogenNames } from './pathogen-names.tsx'

/**
 * The application as the guide prints it, with what changed since the last filing. In: `title` where
 * nothing around it names it; `only` some of the fields.
 */
export function FormShown(props: {
  view: CaseView
  title?: string
  only?: readonly { name: CaseFieldName }[]
}) {
  const { view, only } = props
  const word = useWord()
  const text = (name: CaseFieldName, { form, codeWords }: Pick<CaseView, 'form' | 'codeWords'>) =>
    name === 'pathogens'
      ? (form.pathogens ?? []).map((p) => p.pathogenId).join('、')
      : word(codeWords[name] ?? valueWords(name, form[name]))
  const fields: ShownField[] = caseFields
    .filter((f) => !only || only.some((o) => o.name === f.name))
    .filter((f) => view.form.pathogenState === 'contained' || !askedIfContained.has(f.name))
    .map((f) => {
      const before = view.previous && text(f.name, view.previous)
      const now = text(f.name, view)
      return {
        at: f.name,
        title: f.title,
        duty: f.duty,
        wide: f.kind === 'long' || f.kind === 'pathogens' || f.name === 'useAddress',
        notApplicable: view.form.notApplicable?.some((n) => n === f.name) ?? false,
        value: f.name === 'pathogens' ? <PathogenNames view={view} /> : now,
        ...(before !== null && before !== now ? { before } : {}),
      }
    })
  return <FieldList {...(props.title ? { title: props.title } : {})} fields={fields} />
}
