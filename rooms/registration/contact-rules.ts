import { reason, type Reason } from '#frame/kernel/reason.ts'
import { unscannedDocuments } from './document-rules.ts'
import type { RegistrationFacts } from './facts.ts'
import { contactFields, fieldOf, isBlank } from './fields.ts'
import { wrongMailbox, wrongNumbers } from './field-rules.ts'
import { contactSlots } from './slots.ts'

/** Everything another contact person needs, all at once. */
export function contactReasons(facts: RegistrationFacts): Reason[] {
  const { contact, mobile, email } = facts.form
  const typed = { contact, mobile, email }
  return [
    ...unnamed(facts),
    ...wrongNumbers(typed),
    ...wrongMailbox(typed),
    ...samePerson(facts),
    ...missing(facts),
    ...unscannedDocuments(facts.documents),
  ]
}

/** S2-139 the new person is named with phone and mailbox. */
function unnamed({ form }: RegistrationFacts): Reason[] {
  return contactFields
    .filter((name) => isBlank(form[name]))
    .map((name) => {
      const { title, duty } = fieldOf(name)!
      return reason(duty, 'blank', `新联系人的“${title.zh}”没有填写。请填写后再提交。`, name)
    })
}

/** C-22 the same person changes phone and mailbox without forms, letters and copies. */
function samePerson({ form, unit }: RegistrationFacts): Reason[] {
  const now = unit.profile.contact
  if (isBlank(form.contact) || form.contact !== now) return []
  return [
    reason(
      'S2-145',
      'same-person',
      `“${now}”就是现在的联系人。只是电话或邮箱变化的，请撤回本件，在“修改联系方式”中自行修改、立即生效。`,
      'contact',
    ),
  ]
}

/** The three papers with the unit's seal, each by its own duty. */
function missing({ documents }: RegistrationFacts): Reason[] {
  return contactSlots
    .filter((slot) => !documents.some((d) => d.slot === slot.code))
    .map((slot) =>
      reason(
        slot.duty,
        'document-missing',
        `缺少“${slot.title.zh}”。请上传加盖公章的扫描件后再提交。`,
        `slot.${slot.code}`,
      ),
    )
}
