import type { Words } from '#frame/kernel/lifecycle.ts'
import type { CaseAsk } from './asked-when.ts'
import type { CaseFieldName } from './forms.ts'

/** The headings of a step with many fields. */
export const fieldGroups = {
  parties: { zh: '收发货各方', en: 'Parties' },
  worth: { zh: '合同、货值与编码', en: 'Contract, value and codes' },
  way: { zh: '行程、储运与存放', en: 'Journey, storage and place' },
  rest: { zh: '联系与备注', en: 'Contact and remarks' },
} as const satisfies Record<string, Words>
export type FieldGroup = keyof typeof fieldGroups

/** How a field is shown and which duty it carries. */
export interface CaseField {
  name: CaseFieldName
  duty: string | null
  title: Words
  kind:
    | 'choice'
    | 'text'
    | 'long'
    | 'integer'
    | 'day'
    | 'country'
    | 'port'
    | 'laboratory'
    | 'pathogens'
    | 'article-kind'
    | 'described'
  /** Where it is asked for at all, it must be filled. */
  required: boolean
  hint?: Words
  mayNotApply?: boolean
  wide?: boolean
  /** The heading under which it stands on its step; without it under none. */
  group?: FieldGroup
  max?: number
  /** Whether this case needs the field; without it every case does. */
  when?: (ask: CaseAsk) => boolean
}
