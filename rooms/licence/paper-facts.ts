import { projectClock, type ClockProjection } from '#frame/calendar/clock.ts'
import type { ClockEntry } from '#frame/calendar/clock-entries.ts'
import type { Day } from '#frame/calendar/day.ts'
import type { WorkCalendar } from '#frame/calendar/work-calendar.ts'
import { gradeOf, ruleSetOf } from '#frame/catalogue/rule-sets.ts'
import type { Tx } from '#frame/db/connect.ts'
import type { DecideContext } from '#frame/kernel/act.ts'
import type { PaperRequest } from '#frame/papers/issue.ts'
import type { Correction, LicenceFacts, Proposal } from './facts.ts'
import { countryWords, portWords } from './code-words.ts'
import { caseFields } from './case-fields.ts'
import { placeWords, valueWords } from './labels.ts'
import { caseFrame } from './papers/case-frame.ts'
import { basis, conditions, lapseFollows, remedies } from './papers/legal-texts.ts'
import { licencePapers } from './papers/papers.ts'
import { permitRow } from './permit-row.ts'
import { slotOf } from './slots.ts'

/** What the papers of this room say, gathered when they are issued and frozen then. */

type Papers = typeof licencePapers
type Request<K extends keyof Papers> = Promise<PaperRequest<Papers[K]['facts']>>

/** 受理凭证 (行政许可法 32): applicant, item, date, and the day on which the term ends. */
export async function acceptanceFacts(
  tx: Tx,
  facts: LicenceFacts,
  clock: ClockProjection,
  ctx: DecideContext,
): Request<'acceptance'> {
  const { request, settings, onCase, contact, receivedDay } = await caseFrame(tx, facts, ctx.today)
  return {
    ...request,
    kind: licencePapers.acceptance,
    facts: {
      ...onCase,
      contact,
      receivedDay,
      acceptedDay: clock.startDay ?? ctx.today,
      deemed: clock.deemed,
      basis: clock.deemed ? basis.deemed : basis.accept,
      dueDay: clock.dueDay ?? ctx.today,
      limitDays: clock.totalDays,
      // S2-044 the usual time, a service target
      usualDays: settings('licence.usual-decision-days'),
      materials: facts.documents.map((d) => slotOf(d.slot)?.title.zh ?? d.name),
      // S2-048
      fee: '不收取费用',
    },
  }
}

/** S2-033 《材料补正告知书》: all items at once. */
export async function correctionFacts(
  tx: Tx,
  facts: LicenceFacts,
  correction: Correction,
  ctx: DecideContext,
): Request<'correction'> {
  const { request, onCase, contact, receivedDay } = await caseFrame(tx, facts, ctx.today)
  return {
    ...request,
    kind: licencePapers.correction,
    facts: {
      ...onCase,
      contact,
      receivedDay,
      basis: basis.correct,
      deadline: correction.answerBy,
      consequence: lapseFollows,
      items: correction.items.map((i) => ({ place: placeOf(i.at), problem: i.what, demand: '' })),
    },
  }
}

/** S2-047 the applicant is told in writing how long a special step takes, and what it does to the term. */
export async function stepFacts(
  tx: Tx,
  facts: LicenceFacts,
  step: { kind: string; reason: string; from: Day; expectedDays: number; officers: string[] },
  ctx: DecideContext,
): Request<'specialStep'> {
  const { request, onCase, contact, acceptedDay } = await caseFrame(tx, facts, ctx.today)
  // 行政许可法 82 days are working days
  const expectedEnd = calendarOf(facts).addWorkdays(step.from, step.expectedDays)
  return {
    ...request,
    kind: licencePapers.specialStep,
    facts: {
      ...onCase,
      contact,
      acceptedDay,
      basis: basis.step,
      step: step.kind,
      startDay: step.from,
      expectedDays: step.expectedDays,
      expectedEnd,
      cause: step.reason,
      dueDay: dueAfterStep(facts, step.from, expectedEnd),
      duties: step.officers.length > 0 ? [onSiteDuty(step.officers)] : [],
    },
  }
}

function calendarOf({ clock }: LicenceFacts): WorkCalendar {
  if (!clock) throw new Error('a special step needs the clock of an accepted case')
  return clock.calendar
}

/** 行政许可法 34 who comes on site, and what the unit is asked to do. */
const onSiteDuty = (officers: readonly string[]) =>
  `现场核查人员为${officers.join('、')}，到场时出示证件。请安排熟悉情况的人员在场，并备好申请材料的原件。`

/** The due day if the step ends when it is expected to. */
function dueAfterStep({ clock }: LicenceFacts, from: Day, to: Day): Day | null {
  if (!clock) return null
  const step: ClockEntry[] = [
    {
      kind: 'stepOpened',
      day: from,
      step: 'expected',
      stepKind: 'expert',
      reason: '-',
      notice: '-',
      expectedDays: 1,
    },
    { kind: 'stepClosed', day: to, step: 'expected' },
  ]
  return projectClock(clock.calendar, clock.terms, [...clock.entries, ...step], to).dueDay
}

/** S2-039 《不予许可决定书》: facts, reasons, basis, remedies (行政许可法 38). */
export async function refusalFacts(
  tx: Tx,
  facts: LicenceFacts,
  said: { facts: string; reasons: string; basis: string },
  ctx: DecideContext,
): Request<'refusal'> {
  const frame = await caseFrame(tx, facts, ctx.today)
  return {
    ...frame.request,
    kind: licencePapers.refusal,
    facts: {
      ...frame.onCase,
      receivedDay: frame.receivedDay,
      acceptedDay: frame.acceptedDay,
      findings: [said.facts],
      reasons: [said.reasons],
      basis: [said.basis],
      remedies: remedies(frame.settings),
    },
  }
}

/** S2-040 《入/出境特殊物品卫生检疫审批单》: unit, articles, quantity, validity, uses, conditions, number. */
export async function permitFacts(
  tx: Tx,
  facts: LicenceFacts,
  permit: {
    grade: string
    issuedDay: Day
    validThrough: Day
    inBatches: boolean
    proposal: Proposal
  },
  ctx: DecideContext,
): Request<'permit'> {
  const { request, settings, onCase } = await caseFrame(tx, facts, ctx.today)
  const { form } = facts
  const entry = form.direction !== 'exit'
  // C-34 a case keeps the set of its day, and the paper prints that set's basis
  const rules = ruleSetOf(facts.ruleSet)
  const followUp = entry && gradeOf(rules, permit.grade)?.followUp === 'all'
  return {
    ...request,
    kind: licencePapers.permit,
    facts: {
      direction: entry ? 'entry' : 'exit',
      applicant: onCase.applicant,
      caseNumber: onCase.caseNumber,
      consignor: printed(facts, 'consignor'),
      consignee: printed(facts, 'consignee'),
      manufacturer: printed(facts, 'manufacturer'),
      originCountry: countryWords(form.originCountry)?.zh ?? '***',
      countryLabel: entry ? '输出国家（地区）' : '输入国家（地区）',
      country: countryWords(form.country)?.zh ?? printed(facts, 'country'),
      portLabel: entry ? '入境口岸' : '出境口岸',
      port: portWords(facts)?.zh ?? printed(facts, 'port'),
      destination: printed(facts, 'destination'),
      contractNo: printed(facts, 'contractNo'),
      carriage: carriageOf(facts),
      useAddress: printed(facts, 'useAddress'),
      laboratory: laboratoryOf(facts),
      articleClass: printed(facts, 'articleClass'),
      purpose: printed(facts, 'purpose'),
      pathogens: facts.pathogens.map((p) => ({
        name: p.zh,
        latin: p.sci,
        class: `第${'一二三四'[p.hazardClass - 1]}类`,
      })),
      grade: permit.grade,
      usesText: permit.inBatches ? '有效期内可分批核销' : '有效期内一次核销，不得分批',
      validFrom: permit.issuedDay,
      validTo: permit.validThrough,
      rows: facts.lines.map(permitRow),
      conditions: conditions(settings, followUp),
      // S2-008 nothing comes in or goes out without it; S2-010 the rules it is given under
      basis: rules.legalBasis.join('；'),
    },
  }
}

/** S2-146 *** stands where there is nothing. */
function printed({ form }: LicenceFacts, field: Parameters<typeof valueWords>[0]): string {
  if (form.notApplicable?.some((name) => name === field)) return '***'
  return valueWords(field, form[field]).zh || '***'
}

/** How it is kept and carried; what is kept in another way says so in the remarks. */
function carriageOf(facts: LicenceFacts): string {
  const { storage, remarks } = facts.form
  const kept = storage === 'other' && remarks ? remarks : printed(facts, 'storage')
  return [kept, printed(facts, 'transport'), printed(facts, 'packing')].join('；')
}

/** S2-184 the laboratory counts where pathogens are contained. */
function laboratoryOf({ form, unit }: LicenceFacts): string | null {
  if (!form.laboratory || form.pathogenState !== 'contained') return null
  const known = unit.laboratories.find((l) => l.name === form.laboratory)
  return known ? `${known.name}（${known.level}）` : form.laboratory
}

/** The Chinese name of a field, of 附表 or of a document slot. */
export function placeOf(at: string): string {
  const field = caseFields.find((f) => f.name === at)
  const slot = slotOf(at.replace(/^slot\./, ''))
  return field?.title.zh ?? slot?.title.zh ?? placeWords(at).zh
}
