import type { ActForm } from '#shell/parts/act-form.ts'
import type { CaseView } from '../views.ts'
import { actWords } from './act-words.ts'
import { longField } from './long-field.ts'

/** Facts, reasons and basis of a refusal: as proposed, or begun with what the system flags. */
export function refusalForm(view: CaseView, text: string): ActForm {
  return {
    danger: true,
    wide: true,
    text,
    fields: [
      longField('facts', '查明的事实', 'Facts'),
      longField('reasons', '理由', 'Reasons'),
      longField('basis', '法律依据', 'Basis'),
    ],
    initial: view.proposal?.refusal ?? {
      facts: view.warnings.map((w) => w.message).join('\n'),
      basis: actWords.refusalBasis.zh,
    },
  }
}
