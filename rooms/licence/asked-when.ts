import { articleKind } from '#frame/catalogue/article-classes.ts'
import { purposeOf } from '#frame/catalogue/purposes.ts'
import { ruleSetOf } from '#frame/catalogue/rule-sets.ts'
import type { CaseForm } from './forms.ts'

/** What decides which fields and documents a case needs; the page knows it as the server does. */
export interface CaseAsk {
  form: CaseForm
  /** C-42 a natural person, or a unit. */
  applicant: 'organisation' | 'person'
  /** C-34 the rule set that holds for the case. */
  ruleSet: string
  /** Whether a pathogen named is of class 1 or 2 (高致病性). */
  highlyPathogenic: boolean
  /** Whether the laboratory named must be accredited (S2-185). */
  accredited: boolean
}

/** Whether the kind of article has a trait, as the list of kinds says. */
export const kindHas = ({ articleKind: code }: CaseForm, trait: string): boolean =>
  code !== undefined && (articleKind(code)?.traits.includes(trait) ?? false)

/** Whether the purpose has a trait, as the list of purposes says. */
export const purposeHas = ({ purpose }: CaseForm, trait: string): boolean =>
  purpose !== undefined && (purposeOf(purpose)?.traits.includes(trait) ?? false)

/** Human blood, plasma, tissue, organ, cell, marrow, or what comes from it. */
export const ofHumanSource = ({ articleClass }: CaseForm): boolean =>
  articleClass === 'blood' || articleClass === 'human-tissue'

/**
 * Blood, plasma, tissue, organ, cell, marrow as the law names them; not cell lines, secretions, plasma proteins.
 * While the kind is not chosen, the class counts, so that a doubt asks for more and not for less.
 */
export const namedHumanPart = (form: CaseForm): boolean =>
  form.articleKind === undefined ? ofHumanSource(form) : kindHas(form, 'clinical-ban')

/** Kinds that are sold to protect, diagnose or treat people; a reading of ours. */
const soldAsMedicine = new Set(['vaccine', 'antitoxin', 'diagnostic-reagent', 'blood-product'])

/** S2-166, S2-167 products by which people are protected, diagnosed or treated. */
export const medicalProduct = (form: CaseForm): boolean =>
  (purposeHas(form, 'medical-use')
    ? !purposeHas(form, 'transplant')
    : purposeHas(form, 'sale') && soldAsMedicine.has(form.articleKind ?? '')) &&
  (form.articleClass === 'biological-product' || kindHas(form, 'blood-product'))

export const isUnit = ({ applicant }: CaseAsk) => applicant === 'organisation'
export const isPerson = ({ applicant }: CaseAsk) => applicant === 'person'
export const hasPathogens = ({ form }: CaseAsk) => form.pathogenState === 'contained'
/** S2-164 only what leaves the country can carry human genetic resources out. */
export const mayBeGenetic = ({ form }: CaseAsk) => geneticMatters(form)
/** S2-164 whether human genetic resources are asked about at all. */
export const geneticMatters = (form: CaseForm): boolean =>
  form.direction === 'exit' && (ofHumanSource(form) || form.articleKind === 'nucleic-acid')
export const isMedium = ({ form }: CaseAsk) => kindHas(form, 'medium')
/** C-34 since 2025 drugs and devices are outside; before, nobody need be asked. */
export const asksRegulated = ({ form, ruleSet }: CaseAsk) => mayBeRegulated(form, ruleSet)
/** Whether the article can be one managed as drug or device, where the rule set leaves those out. */
export const mayBeRegulated = (form: CaseForm, ruleSet: string): boolean =>
  ruleSetOf(ruleSet).excludesRegulatedProducts &&
  (form.articleClass === 'biological-product' || kindHas(form, 'blood-product'))
/** C-39, S2-157 somebody else will use what this unit receives. */
export const hasEndUser = ({ form }: CaseAsk) => form.standing === 'receives-for-other'
/** S2-154 a trade in another currency than the dollar. */
export const inForeignMoney = ({ currency }: CaseForm): boolean =>
  currency !== undefined && currency !== 'USD'
export const notDollars = ({ form }: CaseAsk) => inForeignMoney(form)
