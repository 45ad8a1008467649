import { todayInBeijing } from '#frame/calendar/day.ts'
import { settingsToday } from '#frame/catalogue/stored-settings.ts'
import type { Visit } from '#frame/http/open.ts'
import { absent } from '#frame/kernel/reason.ts'
import { attachmentName } from '#frame/papers/send-paper.ts'
import { takeToken } from '#frame/people/sign-in/attempts.ts'
import { holdsKey } from './act-parts.ts'
import { accountForm, type AccountForm } from './account-form.ts'
import type { EnrolmentFacts } from './facts.ts'
import { fieldsOf, type EnrolmentFieldName } from './forms.ts'
import { valueWords } from './labels.ts'
import { loadEnrolment } from './load-enrolment.ts'

/** A press is slow work for whoever has no account: so many at once, then so many a minute. */
const rule = { burst: 10, perMinute: 6 }

/** S2-064 the filled form as PDF, to be printed and sealed. Errors: absent; too many from one address. */
export async function sendForm(visit: Visit, id: string): Promise<Buffer> {
  const { house, actor, request, reply } = visit
  const today = todayInBeijing(house.clock.now())
  const facts = await loadEnrolment(house.db, id, { actor, today })
  // C-42 a natural person has no seal and signs no form
  if (!facts || !holdsKey(facts, actor) || facts.kind === 'person') throw absent()
  await takeToken(house.db, `enrol-form:${request.ip}`, rule, house.clock.now())
  const agency = (await settingsToday(house))('papers.customs-name')
  const pdf = await accountForm(house, formFacts(facts, agency, today))
  reply.header('content-type', 'application/pdf')
  reply.header('content-disposition', attachmentName('申请单位账号注册申请表.pdf'))
  reply.header('cache-control', 'private, no-store')
  return pdf
}

function formFacts(
  { kind, form, number, areas }: EnrolmentFacts,
  agency: string,
  day: string,
): AccountForm {
  const areaName = areas.find((a) => a.code === form.area)?.name.zh ?? ''
  const valueOf = (name: EnrolmentFieldName) =>
    name === 'area' ? areaName : name === 'documentNumber' ? '' : valueWords(name, form[name]).zh
  return {
    purpose: 'new',
    agency,
    number,
    day,
    rows: fieldsOf(kind).map(({ name, title }) => ({ title: title.zh, value: valueOf(name) })),
  }
}
