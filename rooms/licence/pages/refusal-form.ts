import { ruleSetOf } from '#frame/catalogue/rule-sets.ts'
import type { Words } from '#frame/kernel/lifecycle.ts'
import type { ActForm } from '#shell/parts/act-form.ts'
import type { CaseView } from '../views.ts'
import { longField } from './long-field.ts'

// a refusal says why, and which remedies there are
const refusalLaw = '《中华人民共和国行政许可法》第三十八条第二款'

/** Facts, reasons and basis of a refusal: as proposed, or begun with what the system flags. */
export function refusalForm(view: CaseView, text: Words): ActForm {
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
      // hints about single rows are no findings of the house
      facts: view.warnings
        .filter((w) => !w.at?.startsWith('lines'))
        .map((w) => w.message)
        .join('\n'),
      // C-34 the law of the case's own rule set
      basis: [...ruleSetOf(view.ask.ruleSet).legalBasis, refusalLaw].join('；'),
    },
  }
}
