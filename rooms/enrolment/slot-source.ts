import { reason, type Reason } from '#frame/kernel/reason.ts'
import { defineSlots, type Slot } from '#frame/files/slot.ts'
import type { Actor } from '#frame/people/actor.ts'
import { holdsKey, maySee } from './act-parts.ts'
import type { EnrolmentFacts } from './facts.ts'
import { loadEnrolment } from './load-enrolment.ts'
import { slotOf } from './slots.ts'
import { enrolmentLife, openStatuses } from './states.ts'

/** So many versions of one document are enough for anybody; strangers must not fill the disk. */
const mostVersions = 30

// The sealed form or the copy of a document: whoever holds the key brings it, the account administrator reads
// it. When the request is over, its key opens no document any more.
defineSlots({
  subject: 'enrolment',
  async open(db, id, { actor, today, lock }) {
    const facts = await loadEnrolment(db, id, { actor, today, lock })
    if (!facts || !maySee(facts, actor)) return null
    const over = enrolmentLife.statuses[facts.subject.status].end === true
    if (over && holdsKey(facts, actor)) return null
    const { n } = await db
      .selectFrom('file_version')
      .select((e) => e.fn.countAll<number>().as('n'))
      .where('subject_kind', '=', 'enrolment')
      .where('subject_id', '=', id)
      .executeTakeFirstOrThrow()
    return { subject: facts.subject, slots: [shownSlot(facts, actor, n)] }
  },
})

function shownSlot(facts: EnrolmentFacts, actor: Actor, versions: number): Slot {
  const { code, duty, title, why, kinds } = slotOf[facts.kind]
  return {
    code,
    duty,
    title,
    why,
    kinds,
    required: true,
    // S2-161 the size of a file, S2-160 one file in each slot
    mostBytes: facts.settings('files.s2-bytes'),
    mostDuty: 'S2-161',
    mostFiles: facts.settings('files.s2-per-slot'),
    filesDuty: 'S2-160',
    closed: closedReasons(facts, actor, versions),
  }
}

/** Why this person may not bring a document now. */
function closedReasons(facts: EnrolmentFacts, actor: Actor, versions: number): Reason[] {
  if (!holdsKey(facts, actor))
    return [reason(null, 'not-yours', '材料由申请人上传，您可以查看和下载。')]
  if (!openStatuses.includes(facts.subject.status))
    return [
      reason(
        'S2-064',
        'filed',
        '申请已经提交，材料不能再改动。需要更换的，请联系账号管理岗退回修改。',
      ),
    ]
  if (versions < mostVersions) return []
  return [
    reason(
      null,
      'too-many-versions',
      `这份申请已上传过 ${versions} 次，不能再上传。请联系账号管理岗。`,
    ),
  ]
}
