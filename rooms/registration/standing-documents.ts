import type { Day } from '#frame/calendar/day.ts'
import type { Reason } from '#frame/kernel/reason.ts'
import { contactReasons } from './contact-rules.ts'
import {
  datesWithoutDocument,
  expiredDocuments,
  missingDocuments,
  unscannedDocuments,
} from './document-rules.ts'
import type { RegistrationFacts } from './facts.ts'

/**
 * S2-095, S2-096, S2-130 what was good when it was submitted may be so no longer: a later virus scan took a
 * document away, a certificate ran out. Asked again when the originals are found good, and when it passes.
 */
export function standingDocuments(facts: RegistrationFacts, today: Day): Reason[] {
  const against =
    facts.about === 'contact'
      ? contactReasons(facts)
      : [
          ...missingDocuments(facts),
          // the new one taken away, the one in force stands again, and not for the new dates
          ...datesWithoutDocument(facts),
          ...expiredDocuments(facts, today),
          ...unscannedDocuments(facts.documents),
        ]
  return against.map((one) =>
    one.code === 'document-waiting'
      ? one
      : { ...one, message: `${one.message}提交之后情况有变，现在不能通过，请退回单位改正。` },
  )
}
