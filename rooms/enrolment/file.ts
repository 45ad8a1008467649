import { z } from 'zod'
import { yearOf } from '#frame/calendar/day.ts'
import { checkMobile } from '#frame/catalogue/codes/contact.ts'
import type { Tx } from '#frame/db/connect.ts'
import { act, type SaveContext } from '#frame/kernel/act.ts'
import { decided } from '#frame/kernel/reason.ts'
import { nextNumber } from '#frame/kernel/running-number.ts'
import { personal } from '#frame/ledger/personal.ts'
import { load, onRequest, seen } from './act-parts.ts'
import type { EnrolmentFacts } from './facts.ts'
import type { EnrolmentForm } from './forms.ts'
import { codeOf } from './identity.ts'
import { filingReasons, takenReason } from './rules.ts'
import { move } from './states.ts'
import { tellKeepers, writeToRequester } from './tell.ts'
import { orRefused } from './unique.ts'
import { moveEnrolment } from './write-enrolment.ts'

/** S2-064 the request is handed over to the account administrators. */
export const fileAct = act({
  name: 'enrolment.file',
  move: move('file'),
  input: z.strictObject(onRequest),
  seen,
  load,
  ready: (facts) => filingReasons(facts),
  decide: (facts) => decided([], () => ({ form: tidied(facts), again: facts.number !== null })),
  async save(tx, facts, { form, again }, ctx) {
    const number = facts.number ?? (await enrolmentNumber(tx, ctx))
    const changes = {
      number,
      form: JSON.stringify(form),
      // a code that was somebody else's when it was typed is free by now
      identity_key: facts.identity,
      mailbox: form.mailbox ?? null,
      filed_at: ctx.now,
      remarks: JSON.stringify([]),
    }
    // S2-023 of two who file for one unit at the same moment, the database lets one through
    const { step, ...reply } = await orRefused(
      moveEnrolment(tx, facts, 'filed', changes, null, ctx),
      takenReason({ by: 'request', contact: '', phone: '' }),
    )
    await tellKeepers(tx, { ...facts, number, form }, again, ctx)
    await writeToRequester(facts, step, ctx)
    ctx.record({ number, kind: facts.kind, ...whoFiles(facts.kind, form) })
    return reply
  },
})

/** As the account will have it: numbers in their normal form, nothing around texts. */
function tidied({ kind, form }: EnrolmentFacts): EnrolmentForm {
  const texts = Object.entries(form).map(([name, value]) => [
    name,
    typeof value === 'string' ? value.trim() : value,
  ])
  const tidy = Object.fromEntries(texts) as EnrolmentForm
  const code = kind === 'organisation' ? codeOf(form) : null
  const mobile = checkMobile(form.mobile ?? '')
  return {
    ...tidy,
    ...(code ? { uscc: code } : {}),
    ...(mobile.ok ? { mobile: mobile.value } : {}),
  }
}

/** ZH (账号), year, running number. */
async function enrolmentNumber(tx: Tx, ctx: SaveContext): Promise<string> {
  const year = yearOf(ctx.today)
  const n = await nextNumber(tx, 'enrolment', year)
  return `ZH${year}-${String(n).padStart(6, '0')}`
}

function whoFiles(
  kind: EnrolmentFacts['kind'],
  { nameZh = '', uscc, mailbox = '' }: EnrolmentForm,
) {
  return kind === 'organisation'
    ? { unit: nameZh, uscc: uscc ?? '', mailbox: personal(mailbox) }
    : { name: personal(nameZh), mailbox: personal(mailbox) }
}
