import { fill, useWord, useWords } from '#shell/language.tsx'
import { FieldList, type ShownField } from '#shell/parts/field-list.tsx'
import type { Remark } from '#shell/parts/remark.ts'
import { askedOf, caseFields } from '../case-fields.ts'
import type { CaseFieldName } from '../forms.ts'
import { valueWords } from '../labels.ts'
import type { CaseView } from '../views.ts'
import { pageWords } from './page-words.ts'
import { PathogenNames } from './pathogen-names.tsx'

/**
 * The application as the guide prints it, with what changed since the last filing. In: `title` where
 * nothing around it names it; `only` some of the fields.
 */
export function FormShown(props: {
  view: CaseView
  title?: string
  only?: readonly { name: CaseFieldName }[]
  remarks?: readonly Remark[]
  onRemark?: (at: string, text: string) => Promise<unknown>
}) {
  const { view, only } = props
  const word = useWord()
  const words = useWords(pageWords)
  const withDollars = (name: CaseFieldName, text: string) =>
    name === 'amount' && view.dollars ? fill(words.dollars, { text, n: view.dollars }) : text
  const text = (name: CaseFieldName, { form, codeWords }: Pick<CaseView, 'form' | 'codeWords'>) =>
    name === 'pathogens'
      ? (form.pathogens ?? []).map((p) => p.pathogenId).join('、')
      : word(codeWords[name] ?? valueWords(name, form[name]))
  const fields: ShownField[] = askedOf(caseFields, { ...view.ask, form: view.form })
    .filter((f) => !only || only.some((o) => o.name === f.name))
    .map((f) => {
      const before = view.previous && text(f.name, view.previous)
      const now = text(f.name, view)
      return {
        at: f.name,
        title: f.title,
        duty: f.duty,
        wide: f.wide ?? f.kind === 'long',
        notApplicable: view.form.notApplicable?.some((n) => n === f.name) ?? false,
        value: f.name === 'pathogens' ? <PathogenNames view={view} /> : withDollars(f.name, now),
        ...(before !== null && before !== now ? { before } : {}),
      }
    })
  return (
    <FieldList
      {...(props.title ? { title: props.title } : {})}
      {...(props.remarks ? { remarks: props.remarks } : {})}
      {...(props.onRemark ? { onRemark: props.onRemark } : {})}
      fields={fields}
    />
  )
}
