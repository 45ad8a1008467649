import { settingsOn } from '#frame/catalogue/stored-settings.ts'
import { identityOf } from '#frame/catalogue/unit-identity.ts'
import type { Tx } from '#frame/db/connect.ts'
import type { DecideContext } from '#frame/kernel/act.ts'
import type { PaperRequest } from '#frame/papers/issue.ts'
import { customsIssuer } from '#frame/papers/issuer.ts'
import { kindWords } from '#rooms/registration/public.ts'
import type { CheckFacts } from './facts.ts'
import { hoursWords } from './hours-words.ts'
import { windowPapers } from './papers/papers.ts'
import { tickOf } from './rules.ts'
import { windowTerms } from './slots.ts'

/** S2-025 facts of the receipt, frozen when the visit ends: what was shown, what is wanting and why. */
export async function receiptFacts(
  tx: Tx,
  facts: CheckFacts,
  complete: boolean,
  ctx: DecideContext,
): Promise<PaperRequest<typeof windowPapers.receipt.facts>> {
  const { subject, registration } = facts
  const unit = await tx
    .selectFrom('unit')
    .select(['name_zh', 'uscc', 'person_document'])
    .where('id', '=', subject.unitId)
    .executeTakeFirstOrThrow()
  const branch = await tx
    .selectFrom('branch')
    .select('name_zh')
    .where('id', '=', subject.branchId)
    .executeTakeFirstOrThrow()
  const { codeName, code } = identityOf(unit)
  const settings = await settingsOn(tx, ctx.today)
  return {
    unitId: subject.unitId,
    branchId: subject.branchId,
    subjectId: registration.id,
    issuer: customsIssuer(settings),
    kind: windowPapers.receipt,
    facts: {
      applicant: { name: unit.name_zh, codeName: codeName.zh, code },
      matter: kindWords[registration.about].zh,
      registrationNumber: registration.number ?? '',
      branch: branch.name_zh,
      day: ctx.today,
      rows: facts.rows.flatMap((row) => {
        const tick = tickOf(facts.ticks, row)
        return tick ? [{ title: row.title.zh, outcome: tick.outcome, remark: tick.remark }] : []
      }),
      complete,
      hours: hoursWords(windowTerms(settings).hours).zh,
    },
  }
}
