import type { z } from 'zod'
import { showClock, viewOf } from '#frame/calendar/clock-store.ts'
import { todayInBeijing, type Day } from '#frame/calendar/day.ts'
import type { Visit } from '#frame/http/open.ts'
import type { DecideContext } from '#frame/kernel/act.ts'
import { canDo } from '#frame/kernel/can-do.ts'
import { absent } from '#frame/kernel/reason.ts'
import { reachOf, within } from '#frame/people/policy.ts'
import { tasksOf } from '#frame/people/tasks/tasks-of.ts'
import { permitOfCase } from '#rooms/quota/public.ts'
import { maySee } from './act-parts.ts'
import { askOf } from './ask-of.ts'
import { caseActs } from './acts.ts'
import { caseSteps } from './case-steps.ts'
import { deliveryWays } from './delivery-ways.ts'
import type { caseDoor } from './doors.ts'
import { codeWords } from './code-words.ts'
import type { LicenceFacts } from './facts.ts'
import { gradesOf, proposeGradeOf } from './grade.ts'
import { officersOf, standOf } from './held.ts'
import { lineWarnings } from './line-findings.ts'
import { loadCase } from './load-case.ts'
import { openPlaces } from './open-places.ts'
import { inTenThousandDollars } from './money.ts'
import { placeOf } from './paper-facts.ts'
import { papersOf } from './papers-of.ts'
import { exceptionsOpen, prohibited } from './prohibited.ts'
import { laboratoryEnough, mayNotApply, submissionReasons, warnings } from './rules.ts'
import { shownFor } from './slots.ts'
import { licenceLife, officerReaders } from './states.ts'
import { windowOf } from './window-contact.ts'

type Reply = z.input<typeof caseDoor.reply>

/** Everything the page of one case shows. Errors: absent, also for what this person may not see. */
export async function showCase(visit: Visit, id: string): Promise<Reply> {
  const { house, actor } = visit
  const now = house.clock.now()
  const ctx: DecideContext = { actor, now, today: todayInBeijing(now) }
  const facts = await loadCase(house.db, id, ctx.today)
  if (!facts || !maySee(facts, ctx)) throw absent()
  const { subject, form } = facts
  const officer = within(reachOf(actor, officerReaders), subject)
  const permit = await permitOfCase(house.db, subject.unitId!, id)
  return {
    id,
    number: facts.number,
    status: subject.status,
    statusWords: licenceLife.statuses[subject.status],
    version: subject.version,
    viewer: officer ? 'officer' : 'unit',
    unit: {
      id: facts.unit.id,
      nameZh: facts.unit.nameZh,
      laboratories: facts.unit.laboratories.map(({ name, level }) => ({ name, level })),
      classes: [...facts.unit.classes],
    },
    form,
    ask: askShown(facts),
    dollars: inTenThousandDollars(form),
    codeWords: codeWords(facts),
    lines: [...facts.lines],
    mostLines: facts.settings('licence.most-lines'),
    editable: editableOf(facts),
    slots: slotsOf(facts),
    pathogens: [...facts.pathogens],
    refusals: officer || subject.status !== 'draft' ? [] : mayNotApply(facts),
    problems: officer ? [] : submissionReasons(facts, ctx.today),
    warnings: officer
      ? warnings(facts, ctx.today)
      : [
          ...prohibited(form, ctx.today, facts.clearances),
          ...laboratoryEnough(form, facts.unit, facts.pathogens),
          ...lineWarnings(facts.lines, form.articleClass),
        ],
    grades: officer ? gradesOf(facts) : [],
    proposedGrade: officer ? proposeGradeOf(facts) : null,
    proposal: officer ? facts.proposal : null,
    loops: { toWindow: facts.windowReturns, toFirst: facts.returns },
    windowReturn: facts.windowReturn,
    exceptions: officer
      ? exceptionsOpen(facts, ctx.today).map(({ exception: code, title }) => ({ code, title }))
      : [],
    delivery: deliveryOf(facts, ctx.today),
    window: windowOf(facts.settings),
    correction: facts.correction && {
      ...facts.correction,
      items: facts.correction.items.map((i) => ({ ...i, where: placeOf(i.at) })),
    },
    previous: facts.previous && {
      form: facts.previous.form,
      lines: [...facts.previous.lines],
      codeWords: codeWords({ form: facts.previous.form, ports: facts.ports }),
    },
    clock: clockOf(facts, ctx.today),
    acts: canDo(licenceLife, caseActs, facts, ctx),
    steps: await caseSteps(house.db, facts, officer),
    tasks: officer ? await tasksShown(visit, facts, ctx) : [],
    papers: await papersOf(house.db, facts),
    permitId: permit?.id ?? null,
    answerDays: facts.settings('licence.correction-answer-days'),
  }
}

/** What decides the fields, but for the form, which the page has before the server. */
function askShown(facts: LicenceFacts): Reply['ask'] {
  const { applicant, ruleSet, highlyPathogenic, accredited } = askOf(facts)
  return { applicant, ruleSet, highlyPathogenic, accredited }
}

/** Who of the officers has the case in hand, per role. */
function tasksShown({ house }: Visit, facts: LicenceFacts, ctx: DecideContext) {
  const order = officersOf(facts.subject.status)
  return tasksOf(house.db, facts.subject, standOf(facts), order, ctx)
}

function editableOf(facts: LicenceFacts): Reply['editable'] {
  const { status } = facts.subject
  if (status === 'draft') return { all: true, places: [] }
  return { all: false, places: status === 'correcting' ? [...openPlaces(facts)] : [] }
}

function slotsOf(facts: LicenceFacts): Reply['slots'] {
  const { all, places } = editableOf(facts)
  return shownFor(facts).map(({ slot, asked }) => ({
    code: slot.code,
    duty: slot.duty,
    title: slot.title,
    kinds: [...slot.kinds],
    ...asked,
    writable: all || places.includes(`slot.${slot.code}`),
  }))
}

function clockOf(facts: LicenceFacts, today: Day): Reply['clock'] {
  if (!facts.clock) return null
  return { asOf: today, ...showClock(facts.clock, today) }
}

function deliveryOf({ deliveryClock, delivery }: LicenceFacts, today: Day): Reply['delivery'] {
  if (!deliveryClock) return null
  const { dueDay, overdue } = viewOf(deliveryClock, today)
  const arrived = delivery && { day: delivery.day, way: deliveryWays[delivery.way] }
  return { dueDay, overdue, ...(arrived ?? { day: null, way: null }) }
}
