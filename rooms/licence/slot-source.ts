import { reason, type Reason } from '#frame/kernel/reason.ts'
import { defineSlots, type Slot, type SlotVisit } from '#frame/files/slot.ts'
import { reachOf, within } from '#frame/people/policy.ts'
import { unitRoles } from '#frame/people/roles.ts'
import { maySee } from './act-parts.ts'
import type { LicenceFacts } from './facts.ts'
import { openPlaces } from './open-places.ts'
import { loadCase } from './load-case.ts'
import type { CaseSlot } from './slot.ts'
import { shownFor, type SlotShown } from './slots.ts'

// The document slots of an application: who may see it may read them, its unit fills the open ones.
defineSlots({
  subject: 'licence',
  async open(db, id, visit) {
    const facts = await loadCase(db, id, visit.today, visit.lock)
    if (!facts || !maySee(facts, visit)) return null
    return { subject: facts.subject, slots: shownSlots(facts, visit) }
  },
})

const shownSlots = (facts: LicenceFacts, visit: SlotVisit) =>
  shownFor(facts).map((shown) => shownSlot(shown, facts, visit))

function shownSlot({ slot, asked }: SlotShown, facts: LicenceFacts, visit: SlotVisit): Slot {
  return {
    code: slot.code,
    title: slot.title,
    duty: slot.duty,
    kinds: slot.kinds,
    ...asked,
    // S2-161 the size of a file, S2-160 one file in each slot
    mostBytes: facts.settings('files.s2-bytes'),
    mostDuty: 'S2-161',
    mostFiles: facts.settings('files.s2-per-slot'),
    filesDuty: 'S2-160',
    closed: closedReasons(slot, facts, visit),
  }
}

/** Why this person may not write into the slot now. */
export function closedReasons(
  slot: Pick<CaseSlot, 'code'>,
  facts: Parameters<typeof openPlaces>[0],
  visit: Pick<SlotVisit, 'actor'>,
): Reason[] {
  if (!within(reachOf(visit.actor, unitRoles), facts.subject))
    return [reason(null, 'not-yours', '随附文件由申请单位上传，您可以查看和下载。')]
  const { status } = facts.subject
  if (status === 'draft') return []
  if (status !== 'correcting')
    return [
      reason(
        'S2-027',
        'filed',
        '申请已经提交，文件不能再改动。需要更换的，请联系受理窗口一次性告知补正。',
      ),
    ]
  return openPlaces(facts).has(`slot.${slot.code}`)
    ? []
    : [
        reason(
          'S2-033',
          'locked',
          '补正通知没有要求更换这份文件，不能改动。如确需更换，请联系受理窗口。',
        ),
      ]
}
