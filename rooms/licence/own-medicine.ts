import { reason, type Reason } from '#frame/kernel/reason.ts'
import { purposeHas } from './asked-when.ts'
import type { Applicant, LicenceFacts } from './facts.ts'
import type { CaseForm } from './forms.ts'
import type { ItemLine } from './item-lines.ts'

/** S2-126 a natural person applies only to prevent, diagnose or treat a disease of his own. */
export function onlyOwnDisease(form: CaseForm, unit: Applicant): Reason[] {
  if (!form.purpose) return []
  const personal = purposeHas(form, 'personal')
  if (unit.kind === 'person' && !personal)
    return [
      reason(
        'S2-126',
        'person-purpose',
        '自然人只能为预防、诊断、治疗本人疾病申请。请改选用途；其他用途请由单位申请。',
        'purpose',
      ),
    ]
  if (unit.kind === 'organisation' && personal)
    return [
      reason(
        'S2-126',
        'unit-purpose',
        '“个人疾病预防、诊断、治疗”只用于自然人申请。请改选本单位的实际用途。',
        'purpose',
      ),
    ]
  return []
}

/** S2-127 no more than the doctor or the leaflet says. */
export function withinPrescription(
  form: CaseForm,
  unit: Applicant,
  lines: readonly ItemLine[],
): Reason[] {
  if (unit.kind !== 'person' || form.prescribed === undefined) return []
  // what is no number yet is a fault of its row
  const asked = lines.reduce((sum, { quantity: n }) => sum + (typeof n === 'number' ? n : 0), 0)
  if (asked <= form.prescribed) return []
  return [
    reason(
      'S2-127',
      'above-prescription',
      `附表数量合计 ${asked}，超过处方或者说明书载明的 ${form.prescribed}。请减少数量，或者更正处方数量并上传对应的处方。`,
      'prescribed',
    ),
  ]
}

/** S2-128 pathogens, or what may contain them, are not applied for by a natural person. */
export function noPersonForPathogens(form: CaseForm, unit: Applicant): Reason[] {
  if (unit.kind === 'organisation' || form.pathogenState !== 'contained') return []
  return [
    reason(
      'S2-128',
      'person-and-pathogens',
      '病原微生物或者可能含有病原微生物的特殊物品，申请人不得为自然人。请由使用单位申请；确实不含病原微生物的，请改正填写。',
      'pathogenState',
    ),
  ]
}

/** Everything by which this person may not apply, all at once. */
export const personMayNotApply = ({ form, unit, lines }: LicenceFacts): Reason[] => [
  ...onlyOwnDisease(form, unit),
  ...withinPrescription(form, unit, lines),
  ...noPersonForPathogens(form, unit),
]
