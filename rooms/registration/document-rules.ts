import type { Day } from '#frame/calendar/day.ts'
import { dayInWords } from '#frame/calendar/day.ts'
import { reason, type Reason } from '#frame/kernel/reason.ts'
import type { CountedDocument, RegistrationFacts } from './facts.ts'
import { is } from './fields.ts'
import type { RegistrationForm, UnitClass } from './forms.ts'
import { classWords } from './labels.ts'
import { datesWords } from './dates-words.ts'
import { askedSlots, slotTitle } from './slots.ts'

type Filed = Pick<RegistrationFacts, 'form' | 'documents'>

const has = ({ documents }: Pick<Filed, 'documents'>, slot: string) =>
  documents.some((d) => d.slot === slot)

/** The five documents by which a unit shows how it controls biosafety. */
const biosafetyPapers = [
  'rules-storage',
  'rules-use',
  'rules-waste',
  'rules-staff',
  'rules-emergency',
]

/** S2-096 a producer has the quality certification of its production, and it holds. */
export function qualityCertified({ form, documents }: Filed, today: Day): Reason[] {
  if (!is(form, 'producer')) return []
  const to = form.documentDates?.['quality-certification']?.to
  const holds = has({ documents }, 'quality-certification') && (to === undefined || to >= today)
  if (holds) return []
  return [
    reason(
      'S2-096',
      'no-quality-certification',
      '生产企业需具备相应的生产经营质量认证，现没有有效的认证材料。请在“管理体系认证情况”上传现行有效的证书；不从事生产的，请取消勾选“生产企业”。',
      'classes',
    ),
  ]
}

const biosafetyDuty: Record<UnitClass, string> = {
  // S2-097, S2-112, S2-119 each class has its own
  producer: 'S2-097',
  seller: 'S2-112',
  user: 'S2-119',
}

/** Every class needs a biosafety control that fits its articles, shown by five documents. */
export function biosafetyShown(filed: Filed): Reason[] {
  const lacks = biosafetyPapers.filter((slot) => !has(filed, slot))
  if (lacks.length === 0) return []
  const titles = lacks.map((slot) => `《${slotTitle(slot).zh}》`).join('、')
  return (filed.form.classes ?? []).map((one) =>
    reason(
      biosafetyDuty[one],
      'biosafety-not-shown',
      `${classWords[one].zh}需具备与出入境特殊物品相适应的生物安全控制能力，以五份制度文件证明，现缺${titles}。请补齐。`,
      'classes',
    ),
  )
}

/** S2-095 each class brings its documents; a document asked for by several classes is named by each. */
export function missingDocuments(filed: Filed): Reason[] {
  return askedSlots(filed.form)
    .filter(({ slot }) => !has(filed, slot.code))
    .flatMap(({ slot, grounds }) =>
      grounds
        .filter((ground) => ground.required)
        .map((ground) =>
          reason(
            ground.duty,
            'document-missing',
            `缺少“${slot.title.zh}”（${classWords[ground.of].zh}需上传）。请上传后再提交。`,
            `slot.${slot.code}`,
          ),
        ),
    )
}

/** A certificate that has run out proves nothing; it is named with its day. */
export function expiredDocuments({ form, documents }: Filed, today: Day): Reason[] {
  return askedSlots(form).flatMap(({ slot, grounds }) => {
    const to = form.documentDates?.[slot.code]?.to
    if (to === undefined || to >= today || !has({ documents }, slot.code)) return []
    return [
      reason(
        grounds[0]!.duty,
        'document-expired',
        `“${slot.title.zh}”的有效期至 ${dayInWords(to)}，已经过期。请上传现行有效的证照并填写新的有效期。`,
        `slot.${slot.code}`,
      ),
    ]
  })
}

/**
 * S2-025 dates are read off a document: where they differ from those in force a new document is brought, or a
 * licence that ended would be renewed by typing. A date that a return named is mended without one.
 */
export function datesWithoutDocument({
  form,
  documents,
  unit,
  remarks,
}: Pick<RegistrationFacts, 'form' | 'documents' | 'unit' | 'remarks'>): Reason[] {
  return documents
    .filter(({ slot, inForce }) => inForce && !remarks.some((r) => r.at === `slot.${slot}`))
    .filter(
      ({ slot }) => !sameDates(form.documentDates?.[slot], unit.profile.documentDates?.[slot]),
    )
    .map(({ slot }) =>
      reason(
        'S2-025',
        'dates-without-document',
        `“${slotTitle(slot).zh}”的有效期改了，但没有上传新的文件，在档文件的有效期是“${datesWords(unit.profile.documentDates?.[slot]).zh}”。请上传写有新有效期的证照，或改回原来的日期。`,
        `slot.${slot}`,
      ),
    )
}

type Dates = NonNullable<RegistrationForm['documentDates']>[string]

const sameDates = (one: Dates = {}, other: Dates = {}) =>
  one.from === other.from && one.to === other.to

/** A certificate does not end before it begins. */
export function datesInOrder(form: RegistrationForm): Reason[] {
  return Object.entries(form.documentDates ?? {})
    .filter(([, { from, to }]) => from !== undefined && to !== undefined && to < from)
    .map(([slot]) =>
      reason(
        null,
        'dates-reversed',
        `“${slotTitle(slot).zh}”的有效期止早于有效期起，请核对两个日期。`,
        `slot.${slot}`,
      ),
    )
}

/** A document that a scanner has not passed yet cannot be relied on. */
export function unscannedDocuments(documents: readonly CountedDocument[]): Reason[] {
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
