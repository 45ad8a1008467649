import type { z } from 'zod'
import { todayInBeijing, type Day } from '#frame/calendar/day.ts'
import type { Visit } from '#frame/http/open.ts'
import type { DecideContext } from '#frame/kernel/act.ts'
import { canDo } from '#frame/kernel/can-do.ts'
import { absent } from '#frame/kernel/reason.ts'
import { papersAbout } from '#frame/papers/papers-about.ts'
import { reachOf, within } from '#frame/people/policy.ts'
import { maySee } from './act-parts.ts'
import { registrationActs } from './acts.ts'
import { placeTitle } from './change-rules.ts'
import type { registrationDoor } from './doors.ts'
import type { RegistrationFacts } from './facts.ts'
import { isOver, loadRegistration } from './load-registration.ts'
import { isOpen, openPlaces } from './open-places.ts'
import { profileBefore } from './profile-history.ts'
import { registrationSteps } from './registration-steps.ts'
import { submissionReasons, warnings } from './rules.ts'
import { shownDocuments } from './shown-documents.ts'
import { shownSlots } from './shown-slots.ts'
import { isOverdue } from './shown-state.ts'
import { officerReaders, registrationLife, unitLife } from './states.ts'

type Reply = z.input<typeof registrationDoor.reply>

/** Everything the page of one registration shows. Errors: absent, also for what this person may not see. */
export async function showRegistration(visit: Visit, id: string): Promise<Reply> {
  const { house, actor } = visit
  const now = house.clock.now()
  const ctx: DecideContext = { actor, now, today: todayInBeijing(now) }
  const facts = await loadRegistration(house.db, id, ctx.today)
  if (!facts || !maySee(facts, ctx)) throw absent()
  const { subject, form, unit } = facts
  const officer = within(reachOf(actor, officerReaders), subject)
  const papers = { unitId: subject.unitId, subject: { kind: 'registration', id } }
  const filling = subject.status === 'filling' || subject.status === 'returned'
  return {
    id,
    number: facts.number,
    kind: facts.about,
    status: subject.status,
    statusWords: registrationLife.statuses[subject.status],
    version: subject.version,
    viewer: officer ? 'officer' : 'unit',
    unit: shownUnit(unit),
    form,
    inForce: await profileBefore(house.db, facts),
    items: facts.items.map((item) => ({ ...item, title: placeTitle(item.field) })),
    reason: facts.reason,
    editable: officer ? { all: false, places: [] } : openPlaces(facts, ctx.today),
    slots: await slotsOf(visit, facts, ctx),
    documentDates: form.documentDates ?? {},
    problems: officer || !filling ? [] : submissionReasons(facts, ctx.today),
    warnings: officer && !isOver(subject.status) ? warnings(facts) : [],
    remarks: facts.remarks.map((r) => ({ ...r, where: placeTitle(r.at).zh })),
    submittedDay: facts.submittedDay,
    handInBy: facts.handInBy,
    overdue: isOverdue(subject.status, facts.handInBy, ctx.today),
    acts: canDo(registrationLife, registrationActs, facts, ctx),
    steps: await registrationSteps(house.db, facts, officer),
    papers: await papersAbout(house.db, papers),
  }
}

const shownUnit = (unit: RegistrationFacts['unit']): Reply['unit'] => ({
  id: unit.id,
  nameZh: unit.nameZh,
  codeName: unit.codeName,
  code: unit.code,
  orgCode: unit.orgCode,
  status: unit.status,
  statusWords: unitLife.statuses[unit.status],
  branch: unit.branch,
})

async function slotsOf(
  { house, actor }: Visit,
  facts: RegistrationFacts,
  { today }: { today: Day },
): Promise<Reply['slots']> {
  const open = openPlaces(facts, today)
  const inForce = await shownDocuments(house.db, facts.unit.documents)
  return shownSlots(facts, { actor }).map(({ kinds: _kinds, ...slot }) => {
    const kept = inForce.find((d) => d.slot === slot.code)
    return {
      ...slot,
      writable: isOpen(open, `slot.${slot.code}`),
      inForce: kept
        ? { fileId: kept.fileId, name: kept.name, href: kept.href, validTo: kept.validTo }
        : null,
    }
  })
}
