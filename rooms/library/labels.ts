import type { ArticleClass } from '#frame/catalogue/article-classes.ts'
import type { Words } from '#frame/kernel/lifecycle.ts'
import type { ArticleFieldName, pathogenStates } from './forms.ts'
import { labelWords } from './label-says.ts'

/** The four classes of S2-013. */
export const classWords: Record<ArticleClass, Words> = {
  microorganism: { zh: '微生物', en: 'Microorganism' },
  'human-tissue': { zh: '人体组织', en: 'Human tissue' },
  'biological-product': { zh: '生物制品', en: 'Biological product' },
  blood: { zh: '血液及血液制品', en: 'Blood and blood products' },
}

/** Whether pathogens are contained. */
export const pathogenStateWords: Record<(typeof pathogenStates)[number], Words> = {
  none: { zh: '不含病原微生物', en: 'Contains none' },
  contained: { zh: '含有或者可能含有病原微生物', en: 'Contains or may contain' },
}

/** The words of a field's choices by code, or undefined where it is not a choice. */
export function choicesOf(field: ArticleFieldName): Record<string, Words> | undefined {
  if (field === 'articleClass') return classWords
  if (field === 'labelSays') return labelWords
  return field === 'pathogenState' ? pathogenStateWords : undefined
}
