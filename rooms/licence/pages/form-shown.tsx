import { useWord, useWords } from '#shell/language.tsx'
import { FieldList, type ShownField } from '#shell/parts/field-list.tsx'
import { askedIfContained, caseFields, type CaseFieldName } from '../forms.ts'
import { valueWords } from '../labels.ts'
import type { CaseView } from '../views.ts'
import { PathogenNames } from './pathogen-names.tsx'
import { pageWords } from './page-words.ts'

/**
 * The application as the guide prints it, with what changed since the last filing. `titled` names the form
 * where nothing around it does.
 */
export function FormShown({ view, titled }: { view: CaseView; titled?: boolean }) {
  const word = useWord()
  const words = useWords(pageWords)
  const text = (name: CaseFieldName, { form, codeWords }: Pick<CaseView, 'form' | 'codeWords'>) =>
    name === 'pathogens'
      ? (form.pathogens ?? []).map((p) => p.pathogenId).join('、')
      : word(codeWords[name] ?? valueWords(name, form[name]))
  const fields: ShownField[] = caseFields
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
  return <FieldList {...(titled ? { title: words.form } : {})} fields={fields} />
}
