import type { Day } from '#frame/calendar/day.ts'
import { reason, type Reason } from '#frame/kernel/reason.ts'
import { unprintable } from '#frame/papers/unprintable.ts'
import { compareLabs, needsAccreditation } from '#frame/catalogue/laboratory.ts'
import { askOf } from './ask-of.ts'
import type { CaseAsk } from './asked-when.ts'
import { askedOf, caseFields } from './case-fields.ts'
import { undescribed } from './described.ts'
import type { CaseForm } from './forms.ts'
import type { Applicant, CaseDocument, LicenceFacts, NamedPathogen } from './facts.ts'
import { unknownCodes } from './code-words.ts'
import { incompleteLines, lineWarnings } from './line-findings.ts'
import { otherNameNotarised } from './line-lists.ts'
import { isOpen, openPlaces } from './open-places.ts'
import { printedTexts } from './printed-texts.ts'
import { prohibited } from './prohibited.ts'
import { caseSlots } from './slots.ts'
import { moneyFaults } from './money.ts'
import { formatFaults } from './format-faults.ts'
import { personMayNotApply } from './own-medicine.ts'
import { unitMayNotApply } from './who-may-apply.ts'

const filled = (value: unknown) =>
  Array.isArray(value)
    ? value.length > 0
    : typeof value === 'string'
      ? value.trim() !== ''
      : value != null

/** These have a rule of their own, which says more than that they are empty. */
const saidElsewhere = new Set(['pathogens', 'laboratory', 'describes'])

/** S2-146 every blank of this case is filled, or marked as not applicable where the form allows it. */
export function blankFields(ask: CaseAsk): Reason[] {
  const { form } = ask
  return askedOf(caseFields, ask)
    .filter((f) => f.required && !filled(form[f.name]) && !saidElsewhere.has(f.name))
    .filter((f) => !(f.mayNotApply && form.notApplicable?.some((n) => n === f.name)))
    .map((f) =>
      reason(
        'S2-146',
        'blank',
        f.mayNotApply
          ? `“${f.title.zh}”没有填写。请填写；没有此项内容的，请勾选“无此内容”，打印为 ***。`
          : `“${f.title.zh}”没有填写。请填写后再提交。`,
        f.name,
      ),
    )
}

/** S2-173 pathogens contained or possible are named, in Chinese and Latin, by choosing them in the catalogue. */
export function pathogensNamed(form: CaseForm): Reason[] {
  if (form.pathogenState !== 'contained' || filled(form.pathogens)) return []
  return [
    reason(
      'S2-173',
      'pathogen-unnamed',
      '您选择了含有病原微生物，但没有列出名称。请从目录中选择病原微生物和拟开展的实验活动。',
      'pathogens',
    ),
  ]
}

/** A microorganism always is or contains one: saying "none" contradicts the class. */
export function pathogenStateFits(form: CaseForm): Reason[] {
  if (form.articleClass !== 'microorganism' || form.pathogenState !== 'none') return []
  return [
    reason(
      'S2-159',
      'pathogen-state',
      '物品类别是微生物，却选择了“不含病原微生物”。请如实填写；确属非致病微生物的，请在备注说明并选择“含有或可能含有”。',
      'pathogenState',
    ),
  ]
}

/** S2-184 where pathogens are contained, the laboratory that handles them is named. */
export function laboratoryNamed(form: CaseForm): Reason[] {
  if (form.pathogenState !== 'contained' || filled(form.laboratory)) return []
  return [
    reason(
      'S2-184',
      'laboratory-unnamed',
      '含有病原微生物的，请选择使用它的实验室。',
      'laboratory',
    ),
  ]
}

/** Each slot that this case must bring has its document; the reason carries the slot's own duty. */
export function missingDocuments(ask: CaseAsk, documents: readonly CaseDocument[]): Reason[] {
  return caseSlots.flatMap((slot) => {
    const asked = slot.asked(ask)
    if (!asked?.required || documents.some((d) => d.slot === slot.code)) return []
    return [
      reason(
        slot.duty,
        'document-missing',
        `缺少“${slot.title.zh}”。${asked.why.zh}请上传后再提交。`,
        `slot.${slot.code}`,
      ),
    ]
  })
}

/** A document that a scanner has not passed yet cannot be relied on. */
export function unscannedDocuments(documents: readonly CaseDocument[]): Reason[] {
  return documents
    .filter((d) => !d.usable)
    .map((d) =>
      reason(
        null,
        'document-waiting',
        `“${d.name}”正在等待查毒，通过后才能使用。请稍后再试。`,
        `slot.${d.slot}`,
      ),
    )
}

/** S2-026 only a unit whose registration passed may apply. */
export function unitRegistered(unit: Applicant): Reason[] {
  if (unit.status === 'registered') return []
  return [
    reason(
      'S2-026',
      'unit-not-registered',
      '本单位还没有通过登记审核，不能提交申请。请先完成单位登记并交验原件。',
    ),
  ]
}

/** S2-012 biosafety control matched to the article: the laboratory's level is enough for every activity. */
export function laboratoryEnough(
  form: CaseForm,
  unit: Applicant,
  pathogens: readonly NamedPathogen[],
): Reason[] {
  const laboratory = unit.laboratories.find((l) => l.name === form.laboratory)
  return pathogens.flatMap((p) => {
    if (p.level === null) return []
    const held = laboratory ? [laboratory.level] : []
    const compared = compareLabs(held, p.level)
    if (compared.enough) return []
    return [
      reason(
        'S2-012',
        'laboratory-too-low',
        `${p.zh}（${p.sci}）属第${'一二三四'[p.hazardClass - 1]}类病原微生物，拟开展的活动须在 ${p.level} 实验室进行；${laboratory ? `“${laboratory.name}”为 ${laboratory.level}` : '没有选择实验室'}，与物品不相适应。`,
        'laboratory',
      ),
    ]
  })
}

/** S2-185 a laboratory of level 3 or above must be accredited by the national body. */
export function accreditationAsked(unit: Applicant, form: CaseForm): Reason[] {
  const laboratory = unit.laboratories.find((l) => l.name === form.laboratory)
  if (!laboratory || !needsAccreditation(laboratory.level)) return []
  return [
    reason(
      'S2-185',
      'accreditation',
      `“${laboratory.name}”为 ${laboratory.level}，请核对国家认可机构的认可证书。`,
      'slot.lab-level',
    ),
  ]
}

/** Who may not apply, or not in this way: all reasons at once, as soon as the questions are answered. */
export const mayNotApply = (facts: LicenceFacts): Reason[] => [
  ...unitRegistered(facts.unit),
  ...unitMayNotApply(facts),
  ...personMayNotApply(facts),
]

/** Everything a submission needs, all at once. */
export function submissionReasons(facts: LicenceFacts, today: Day): Reason[] {
  const ask = askOf(facts)
  return mendable(facts, [
    ...mayNotApply(facts),
    ...blankFields(ask),
    ...formatFaults(facts.form),
    ...moneyFaults(facts.form, today),
    ...pathogenStateFits(facts.form),
    ...pathogensNamed(facts.form),
    ...laboratoryNamed(facts.form),
    ...unknownCodes(facts),
    ...incompleteLines(facts.lines),
    ...otherNameNotarised(facts.lines, facts.documents),
    ...missingDocuments(ask, facts.documents),
    ...undescribed(ask),
    ...unscannedDocuments(facts.documents),
    ...unprintable(facts.coverage, printedTexts(facts)),
  ])
}

/**
 * S2-033 while a correction is asked, only what the notice unlocked is held against the applicant: the rest
 * he cannot mend, and rules that came after the filing are the officer's matter.
 */
function mendable(facts: LicenceFacts, reasons: Reason[]): Reason[] {
  if (facts.subject.status !== 'correcting') return reasons
  const open = openPlaces(facts)
  return reasons.filter(({ at }) => at === undefined || isOpen(open, at))
}

/** What an officer should look at; a warning never stops an act by itself. */
export function warnings(facts: LicenceFacts, today: string): Reason[] {
  return [
    ...prohibited(facts.form, today, facts.clearances),
    ...laboratoryEnough(facts.form, facts.unit, facts.pathogens),
    ...accreditationAsked(facts.unit, facts.form),
    ...shipmentPast(facts.form, today),
    ...lineWarnings(facts.lines, facts.form.articleClass),
  ]
}

/** S2-053, S2-054 application comes before shipment; a day of shipping already past is shown (C-45). */
export function shipmentPast(form: CaseForm, today: string): Reason[] {
  if (!form.shippingDay || form.shippingDay >= today) return []
  const duty = form.direction === 'exit' ? 'S2-054' : 'S2-053'
  return [
    reason(
      duty,
      'shipment-past',
      `计划交运日期 ${form.shippingDay} 已过，应在交运之前申请。请核实物品是否已经交运。`,
      'shippingDay',
    ),
  ]
}
