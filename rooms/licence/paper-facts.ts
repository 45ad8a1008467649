import type { ClockProjection } from '#frame/calendar/clock.ts'
import { dayInWords, type Day } from '#frame/calendar/day.ts'
import type { SaveContext } from '#frame/kernel/act.ts'
import type { PaperRequest } from '#frame/papers/issue.ts'
import type { Correction, LicenceFacts, Proposal } from './facts.ts'
import { caseFields } from './forms.ts'
import { placeWords, valueWords } from './labels.ts'
import { slotOf } from './slots.ts'

/** Facts of the papers of this room, frozen when they are issued. The same facts feed lists and pages. */

const base = (facts: LicenceFacts, number = facts.number) => ({
  unitId: facts.subject.unitId!,
  branchId: facts.subject.branchId!,
  subject: { kind: 'licence', id: facts.subject.id },
  recipient: facts.unit.nameZh,
  caseNumber: number ?? '',
})

const articleNames = (facts: LicenceFacts) => facts.lines.map((l) => l.nameZh)

/** 受理凭证 (行政许可法 32): applicant, item, date; the term ends on the projected day. */
export function acceptanceFacts(
  facts: LicenceFacts,
  clock: ClockProjection,
  ctx: SaveContext,
): PaperRequest {
  const { caseNumber, ...rest } = base(facts)
  return {
    ...rest,
    kind: 'acceptance',
    facts: {
      caseNumber,
      applicant: facts.unit.nameZh,
      articles: articleNames(facts),
      direction: valueWords('direction', facts.form.direction).zh,
      acceptedDay: dayInWords(ctx.today),
      workingDays: clock.totalDays,
      dueDay: clock.dueDay ? dayInWords(clock.dueDay) : '',
    },
  }
}

/** S2-033 《材料补正告知书》: all items at once. */
export function correctionFacts(facts: LicenceFacts, correction: Correction): PaperRequest {
  const { caseNumber, ...rest } = base(facts)
  return {
    ...rest,
    kind: 'correction',
    facts: {
      caseNumber,
      applicant: facts.unit.nameZh,
      articles: articleNames(facts),
      items: correction.items.map((i) => ({ where: placeOf(i.at), what: i.what })),
      answerBy: dayInWords(correction.answerBy),
    },
  }
}

/** S2-047 the applicant is told in writing how long a special step takes. */
export function stepFacts(
  facts: LicenceFacts,
  step: { kind: string; reason: string; from: Day; expectedDays: number },
): PaperRequest {
  const { caseNumber, ...rest } = base(facts)
  return {
    ...rest,
    kind: 'step-notice',
    facts: {
      caseNumber,
      applicant: facts.unit.nameZh,
      step: step.kind,
      reason: step.reason,
      from: dayInWords(step.from),
      expectedDays: step.expectedDays,
    },
  }
}

/** S2-039 《不予许可决定书》: facts, reasons, basis, remedies (行政许可法 38). */
export function refusalFacts(
  facts: LicenceFacts,
  said: { facts: string; reasons: string; basis: string },
): PaperRequest {
  const { caseNumber, ...rest } = base(facts)
  return {
    ...rest,
    kind: 'refusal',
    facts: {
      caseNumber,
      applicant: facts.unit.nameZh,
      articles: articleNames(facts),
      acceptedDay: '',
      ...said,
    },
  }
}

/** S2-040 《入/出境特殊物品卫生检疫审批单》: unit, articles, quantity, validity, uses, conditions, number. */
export function permitFacts(
  facts: LicenceFacts,
  permit: {
    grade: string
    issuedDay: Day
    validThrough: Day
    inBatches: boolean
    proposal: Proposal
  },
): PaperRequest {
  const { caseNumber, ...rest } = base(facts)
  const { form } = facts
  return {
    ...rest,
    kind: 'permit',
    facts: {
      caseNumber,
      direction: form.direction ?? 'entry',
      applicant: facts.unit.nameZh,
      fields: caseFields
        .filter((f) => f.name !== 'pathogens' && f.name !== 'remarks')
        .map((f) => ({
          name: f.name,
          title: f.title.zh,
          value: form.notApplicable?.some((n) => n === f.name)
            ? '***'
            : valueWords(f.name, form[f.name]).zh,
        })),
      pathogens: facts.pathogens.map((p) => ({ zh: p.zh, sci: p.sci, hazardClass: p.hazardClass })),
      lines: facts.lines,
      grade: permit.grade,
      issuedDay: dayInWords(permit.issuedDay),
      validThrough: dayInWords(permit.validThrough),
      uses: permit.inBatches ? '有效期内可分批核销' : '有效期内一次核销，不得分批',
      remarks: form.remarks ?? '',
    },
  }
}

/** The Chinese name of a field, of 附表 or of a document slot. */
export function placeOf(at: string): string {
  const field = caseFields.find((f) => f.name === at)
  const slot = slotOf(at.replace(/^slot\./, ''))
  return field?.title.zh ?? slot?.title.zh ?? placeWords(at).zh
}
