import { todayInBeijing } from '#frame/calendar/day.ts'
import type { Visit } from '#frame/http/open.ts'
import { absent } from '#frame/kernel/reason.ts'
import { attachmentName } from '#frame/papers/send-paper.ts'
import { reachOf, within } from '#frame/people/policy.ts'
import { unitRoles } from '#frame/people/roles.ts'
import { accountForm, type AccountForm } from '#rooms/enrolment/public.ts'
import type { RegistrationFacts } from './facts.ts'
import { contactFields, fieldOf } from './fields.ts'
import { valueWords } from './labels.ts'
import { loadRegistration } from './load-registration.ts'

/**
 * S2-139, S2-140 《申请单位账号注册申请表》 with 联系人信息变更 ticked, filled with what was typed, to be printed
 * and sealed. Out: PDF. Errors: absent, also for a registration that changes no contact person.
 */
export async function sendContactForm(visit: Visit, id: string): Promise<Buffer> {
  const { house, actor, reply } = visit
  const today = todayInBeijing(house.clock.now())
  const facts = await loadRegistration(house.db, id, today)
  if (facts?.about !== 'contact' || !within(reachOf(actor, unitRoles), facts.subject))
    throw absent()
  const pdf = await accountForm(house, contactFormFacts(facts, today))
  reply.header('content-type', 'application/pdf')
  reply.header('content-disposition', attachmentName('申请单位账号注册申请表.pdf'))
  reply.header('cache-control', 'private, no-store')
  return pdf
}

/** Pure: what the form says of the unit, the present and the new contact person. */
export function contactFormFacts(
  { unit, form, number, settings }: RegistrationFacts,
  day: string,
): AccountForm {
  const classes = valueWords('classes', unit.profile.classes).zh
  return {
    purpose: 'contact',
    agency: settings('papers.customs-name'),
    number,
    day,
    rows: [
      { title: '单位名称', value: unit.nameZh },
      { title: unit.codeName.zh, value: unit.code },
      { title: '单位类别', value: classes },
      { title: '原联系人', value: unit.profile.contact ?? '' },
      ...contactFields.map((name) => ({
        title: name === 'contact' ? '新联系人' : fieldOf(name)!.title.zh,
        value: form[name] === undefined ? '' : valueWords(name, form[name]).zh,
      })),
    ],
  }
}
