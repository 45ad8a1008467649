import type { Day } from '#frame/calendar/day.ts'
import { needsAccreditation } from '#frame/catalogue/laboratory.ts'
import { reason, type Reason } from '#frame/kernel/reason.ts'
import { unprintable } from '#frame/papers/unprintable.ts'
import { notYetChanged } from './change-rules.ts'
import { contactReasons } from './contact-rules.ts'
import {
  biosafetyShown,
  datesInOrder,
  datesWithoutDocument,
  expiredDocuments,
  missingDocuments,
  qualityCertified,
  unscannedDocuments,
} from './document-rules.ts'
import type { RegistrationFacts } from './facts.ts'
import {
  blankFields,
  laboratoriesDistinct,
  laboratoriesWhole,
  scopeCovers,
  valueAndNone,
  wrongMailbox,
  wrongNumbers,
} from './field-rules.ts'
import { fieldOf, registrationFields } from './fields.ts'
import type { RegistrationForm } from './forms.ts'
import { valueWords } from './labels.ts'
import { trimmed } from './normal-form.ts'

/** Everything a submission needs, all at once; asked of the texts as they will be kept. */
export function submissionReasons(typed: RegistrationFacts, today: Day): Reason[] {
  const facts = { ...typed, form: trimmed(typed.form) }
  if (facts.about === 'contact') return [...contactReasons(facts), ...unprintableFields(facts)]
  const { form } = facts
  return [
    ...blankFields(form),
    ...valueAndNone(form),
    ...wrongNumbers(form),
    ...wrongMailbox(form),
    ...unprintableFields(facts),
    ...scopeCovers(form),
    ...laboratoriesWhole(form),
    ...laboratoriesDistinct(form),
    ...qualityCertified(facts, today),
    ...biosafetyShown(facts),
    ...missingDocuments(facts),
    ...datesInOrder(form),
    ...datesWithoutDocument(facts),
    ...expiredDocuments(facts, today),
    ...notYetChanged(facts),
    ...unscannedDocuments(facts.documents),
  ]
}

/** Papers print names and addresses of a unit: a character that no font draws is found where it can be mended. */
function unprintableFields({ coverage, form }: RegistrationFacts): Reason[] {
  const texts = registrationFields.flatMap(({ name, kind, title }) => {
    const text = form[name]
    return kind === 'text' && typeof text === 'string'
      ? [{ at: name, where: `“${title.zh}”`, text }]
      : []
  })
  return unprintable(coverage, texts)
}

/** What an officer should look at; a warning never stops an act by itself. */
export function warnings(facts: RegistrationFacts): Reason[] {
  return [...accreditationAsked(facts.form), ...otherThanApproved(facts)]
}

/** S2-119 a laboratory of level 3 or 4 is accredited by the national body; its certificate is looked at. */
function accreditationAsked(form: RegistrationForm): Reason[] {
  return (form.laboratories ?? []).flatMap((laboratory, row) =>
    laboratory.level && needsAccreditation(laboratory.level)
      ? [
          reason(
            'S2-119',
            'accreditation',
            `“${laboratory.name}”为 ${laboratory.level}，请核对国家认可机构的认可证书及其编号。`,
            `laboratories.${row}`,
          ),
        ]
      : [],
  )
}

/** S2-134 what was filled in is not what was asked for: the officer compares. */
function otherThanApproved({ about, items, form }: RegistrationFacts): Reason[] {
  if (about !== 'change') return []
  return items.flatMap(({ field, after }) => {
    const known = fieldOf(field)
    if (!known || !['text', 'long'].includes(known.kind)) return []
    const now = valueWords(known.name, form[known.name]).zh
    if (now === after) return []
    return [
      reason(
        'S2-134',
        'other-than-approved',
        `“${known.title.zh}”填写为“${now}”，与批准的变更后信息“${after}”不同，请核对。`,
        field,
      ),
    ]
  })
}
