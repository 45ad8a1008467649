import type { Reason } from '#frame/kernel/reason.ts'
import type { Control } from '#shell/parts/form-field.ts'
import { FormFields } from '#shell/parts/form-fields.tsx'
import { articleFields, type ArticleForm } from '../forms.ts'
import { choicesOf } from '../labels.ts'
import type { ArticleRow } from '../views.ts'
import { PathogensOf } from './pathogens-of.tsx'

/** An article being typed: anything may still be missing. */
export type TypedArticle = Partial<ArticleForm>

/** What an article's door takes: its form refuses what is missing, with words. */
export const asArticle = (typed: TypedArticle) => typed as ArticleForm

/** Controls of this form's own kind of field. */
function controlsOf(known: ArticleRow['pathogens']): Readonly<Record<string, Control>> {
  return { pathogens: (props) => <PathogensOf {...props} known={known} /> }
}

/** The form of one article. In: reasons whose `at` ends with a field's name stand under it. */
export function ArticleFields(props: {
  values: TypedArticle
  change: (values: TypedArticle) => void
  reasons: readonly Reason[]
  known?: ArticleRow['pathogens']
  disabled?: boolean
}) {
  const { values, change } = props
  const contained = values.pathogenState === 'contained'
  return (
    <FormFields
      fields={articleFields.filter((f) => contained || f.name !== 'pathogens')}
      values={values}
      choices={choicesOf}
      controls={controlsOf(props.known ?? [])}
      disabled={props.disabled ?? false}
      errors={props.reasons.map((r) => (r.at ? { ...r, at: r.at.split('.').at(-1)! } : r))}
      change={(name, value) => change({ ...values, [name]: value })}
    />
  )
}
