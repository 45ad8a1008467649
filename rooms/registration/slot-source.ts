import type { DecideContext } from '#frame/kernel/act.ts'
import { reason, type Reason } from '#frame/kernel/reason.ts'
import { defineSlots, type Slot } from '#frame/files/slot.ts'
import { reachOf, within } from '#frame/people/policy.ts'
import { unitRoles } from '#frame/people/roles.ts'
import { maySee } from './act-parts.ts'
import type { RegistrationFacts } from './facts.ts'
import { loadRegistration } from './load-registration.ts'
import { isOpen, openPlaces } from './open-places.ts'
import { shownSlots, type ShownSlot } from './shown-slots.ts'
import { counterRoles } from './states.ts'

// The documents of a registration: its unit fills the open ones, the window scans originals while they are shown.
defineSlots({
  subject: 'registration',
  async open(db, id, visit) {
    const facts = await loadRegistration(db, id, visit.today, visit.lock)
    if (!facts || !maySee(facts, visit)) return null
    const slots = shownSlots(facts, visit).map((slot) => asSlot(slot, facts, visit))
    return { subject: facts.subject, slots }
  },
})

type Looking = Pick<DecideContext, 'actor' | 'today'>

function asSlot(slot: ShownSlot, facts: RegistrationFacts, visit: Looking): Slot {
  return {
    code: slot.code,
    title: slot.title,
    duty: slot.duties[0]?.duty ?? null,
    why: slot.why,
    required: slot.required,
    kinds: slot.kinds,
    // S2-161 the size of a file, S2-160 one file in each slot
    mostBytes: facts.settings('files.s2-bytes'),
    mostDuty: 'S2-161',
    mostFiles: facts.settings('files.s2-per-slot'),
    filesDuty: 'S2-160',
    closed: closedReasons(slot.code, facts, visit),
  }
}

/** Why this person may not write into the slot now. */
export function closedReasons(
  code: string,
  facts: RegistrationFacts,
  { actor, today }: Looking,
): Reason[] {
  if (within(reachOf(actor, unitRoles), facts.subject)) return closedToUnit(code, facts, today)
  if (!within(reachOf(actor, counterRoles), facts.subject))
    return [
      reason(null, 'not-yours', '登记材料由单位上传，或由窗口在交验时扫描，您可以查看和下载。'),
    ]
  // S2-025 the original is scanned at the counter when the unit brings it
  if (facts.subject.status === 'awaiting') return []
  return [
    reason(
      'S2-025',
      'not-at-the-counter',
      '只有待交验原件的登记可以在窗口扫描上传。现在请由单位自行上传。',
    ),
  ]
}

function closedToUnit(code: string, facts: RegistrationFacts, today: string): Reason[] {
  const { status } = facts.subject
  if (status !== 'filling' && status !== 'returned')
    return [
      reason(
        'S2-024',
        'submitted',
        status === 'asked'
          ? '变更申请还没有批准，批准后才能更换文件。'
          : '登记信息已经提交，文件不能再改动。需要更换的，请撤回，或由窗口在交验时扫描。',
      ),
    ]
  if (isOpen(openPlaces(facts, today), `slot.${code}`)) return []
  return [
    reason(
      'S2-136',
      'locked',
      '这份文件与批准变更的事项无关，仍使用在档的文件。确需更换的，请撤回后重新申请，把它列入变更事项。',
    ),
  ]
}
