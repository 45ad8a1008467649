import { z } from 'zod'
import { defineJob } from '#frame/jobs/job.ts'
import { notify } from '#frame/notify/notify.ts'
import type { Remark } from './facts.ts'
import { enrolmentForm, fieldsOf, type EnrolmentKind } from './forms.ts'
import { requesterNotices, type ToldAct } from './notices.ts'
import { requestPath } from './request-key.ts'
import { slotOf } from './slots.ts'
import { remarksOf } from './step-notes.ts'

/**
 * Writes the mail that tells the requester of a step. A job, since the link in it is made with the key of
 * the house, which no transaction waits for. S2-066 the reasons come from the step, not from the request.
 */
export const writeLetter = defineJob({
  name: 'enrolment.write-letter',
  title: { zh: '告知账号申请人', en: 'Write to who asks for an account' },
  data: z.strictObject({ enrolment: z.uuid(), step: z.uuid() }),
  async run(house, { enrolment, step }) {
    const row = await house.db
      .selectFrom('enrolment')
      .innerJoin('enrolment_step as s', 's.enrolment_id', 'enrolment.id')
      .select(['kind', 'number', 'mailbox', 'form', 's.act', 's.note'])
      .where('enrolment.id', '=', enrolment)
      .where('s.id', '=', step)
      .executeTakeFirstOrThrow()
    const notice = requesterNotices[row.act as ToldAct]
    if (!row.mailbox || !notice) return
    const { language = 'zh' } = enrolmentForm.parse(row.form)
    // what the step said: the request may be filed again, or decided, before this runs
    const text = remarksInWords(row.kind as EnrolmentKind, remarksOf(row.note), language)
    const path = row.act === 'enrolment.lapse' ? '/enrol' : await requestPath(house, enrolment)
    await house.db.transaction().execute((tx) =>
      notify(tx, {
        to: { mailbox: { address: row.mailbox!, language } },
        kind: notice,
        params: { number: row.number ?? '', ...(text ? { text } : {}) },
        path,
        now: house.clock.now(),
        key: step,
      }),
    )
  },
})

/** One line for each remark, with the name of its place. */
function remarksInWords(
  kind: EnrolmentKind,
  remarks: readonly Remark[],
  language: 'zh' | 'en',
): string {
  const slot = slotOf[kind]
  const titleOf = (at: string) =>
    at === `slot.${slot.code}` ? slot.title : fieldsOf(kind).find((f) => f.name === at)?.title
  const colon = language === 'zh' ? '：' : ': '
  return remarks
    .map(({ at, what }) => [titleOf(at)?.[language], what].filter(Boolean).join(colon))
    .join('\n')
}
