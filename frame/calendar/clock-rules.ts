import { reason, type Reason } from '#frame/kernel/reason.ts'
import { stepsOf, type ClockEntry, type ClockTerms } from './clock-entries.ts'
import { projectClock, type ClockState } from './clock.ts'
import { dayInWords, type Day } from './day.ts'
import type { WorkCalendar } from './work-calendar.ts'

export interface ClockFacts {
  calendar: WorkCalendar
  terms: ClockTerms
  entries: readonly ClockEntry[]
  today: Day
}

/** Why the entry cannot be added, all reasons; empty when it can. */
export function entryReasons(facts: ClockFacts, entry: ClockEntry): Reason[] {
  const { state } = projectClock(facts.calendar, facts.terms, facts.entries, facts.today)
  return [...dayReasons(facts, entry), ...stateReasons(state, entry), ...kindReasons(facts, entry)]
}

// An entry dated back would move a due date behind everybody's back: facts are entered on their day.
function dayReasons({ entries, today }: ClockFacts, entry: ClockEntry): Reason[] {
  if (entry.day > today) {
    const message = `${dayInWords(entry.day)}还没有到：期限记录只能记当日或已发生的事，请改正日期。`
    return [reason(null, 'clock.future-day', message, 'day')]
  }
  const last = entries.at(-1)
  if (!last || entry.day >= last.day) return []
  const message = `日期早于上一条期限记录（${dayInWords(last.day)}）：记录须按时间先后登记，请改正日期。`
  return [reason(null, 'clock.before-last', message, 'day')]
}

const allowed: Record<ClockEntry['kind'], readonly ClockState[]> = {
  received: ['waiting', 'correcting'],
  corrected: ['intake'],
  accepted: ['waiting', 'intake', 'running'], // running: by law already, see acceptReasons
  deemedAccepted: ['running', 'paused'],
  started: ['waiting'],
  stepOpened: ['running', 'paused'],
  stepClosed: ['paused'],
  extended: ['running', 'paused'],
  ended: ['waiting', 'intake', 'correcting', 'running', 'paused'],
}

const stateWords: Record<ClockState, string> = {
  waiting: '尚未收到材料',
  intake: '已收到材料、待受理',
  correcting: '等待申请人补正',
  running: '正在计算期限',
  paused: '特殊环节进行中',
  ended: '期限已终止',
}

function stateReasons(state: ClockState, entry: ClockEntry): Reason[] {
  if (allowed[entry.kind].includes(state)) return []
  // 行政许可法 32(4): after five working days without a notice the case is accepted by law.
  if (entry.kind === 'corrected' && (state === 'running' || state === 'paused')) {
    const message =
      '已超过告知补正的期限，自收到材料之日起视为受理（行政许可法第三十二条），不能再要求补正。请按已受理办理。'
    return [reason('S2-033', 'clock.correction-late', message)]
  }
  const message = `期限现在的状态是“${stateWords[state]}”，不能登记这一事项。请刷新页面查看最新进展。`
  return [reason(null, 'clock.wrong-state', message)]
}

function kindReasons(facts: ClockFacts, entry: ClockEntry): Reason[] {
  if (entry.kind === 'accepted' || entry.kind === 'deemedAccepted') return acceptReasons(facts)
  if (entry.kind === 'stepOpened') return openReasons(facts, entry)
  if (entry.kind === 'stepClosed') return closeReasons(facts, entry)
  if (entry.kind === 'extended') return extensionReasons(facts, entry)
  return []
}

function acceptReasons({ entries }: ClockFacts): Reason[] {
  if (!entries.some((e) => e.kind === 'accepted' || e.kind === 'deemedAccepted')) return []
  const message = '受理已经登记过，不能再次受理。请刷新页面查看最新进展。'
  return [reason(null, 'clock.accepted-twice', message)]
}

function openReasons(facts: ClockFacts, entry: ClockEntry & { kind: 'stepOpened' }): Reason[] {
  const reasons: Reason[] = []
  if (stepsOf(facts.entries).some((step) => step.step === entry.step)) {
    const message = '这一特殊环节已经登记过：请刷新页面；再次开展请另行登记。'
    reasons.push(reason(null, 'clock.step-known', message))
  }
  if (entry.reason.trim() === '') {
    const message = '请写明为什么需要这一特殊环节：所需时间不计入审批期限，须有理由。'
    reasons.push(reason('S2-046', 'clock.step-reason', message, 'reason'))
  }
  // S2-047 the applicant is told in writing how long the step needs
  if (entry.notice.trim() === '') {
    const message =
      '缺少书面告知：特殊环节所需时间须书面告知申请人，请先制发《特殊环节时间告知书》。'
    reasons.push(reason('S2-047', 'clock.step-notice', message, 'notice'))
  }
  if (!Number.isInteger(entry.expectedDays) || entry.expectedDays < 1) {
    const message = '请填写特殊环节预计所需天数（至少 1 天）：告知书须写明所需时间。'
    reasons.push(reason('S2-047', 'clock.step-length', message, 'expectedDays'))
  }
  return reasons
}

function closeReasons(facts: ClockFacts, entry: ClockEntry & { kind: 'stepClosed' }): Reason[] {
  const step = stepsOf(facts.entries).find((s) => s.step === entry.step)
  if (step?.to === null) return []
  const message = step
    ? `这一特殊环节已于${dayInWords(step.to ?? entry.day)}结束，无需再次结束。请刷新页面。`
    : '没有找到这一特殊环节，无法结束。请刷新页面后从列表中选择。'
  return [reason('S2-046', 'clock.step-not-open', message)]
}

function extensionReasons(facts: ClockFacts, entry: ClockEntry & { kind: 'extended' }): Reason[] {
  const reasons: Reason[] = []
  const { terms, entries, calendar, today } = facts
  // S2-045 once, by the leader, before the period has run out
  if (entries.some((e) => e.kind === 'extended')) {
    const message = '审批期限已经延长过一次：只能延长一次，请在期限内作出决定。'
    reasons.push(reason('S2-045', 'clock.extended-twice', message))
  }
  if (terms.extensionDays === null || entry.days !== terms.extensionDays) {
    const most = terms.extensionDays ?? 0
    const message =
      most === 0 ? '这一期限不能延长。' : `只能延长 ${most} 个工作日，请将天数改为 ${most}。`
    reasons.push(reason('S2-045', 'clock.extension-length', message, 'days'))
  }
  const projection = projectClock(calendar, terms, entries, today)
  if (projection.overdue && projection.dueDay) {
    const message = `审批期限已于${dayInWords(projection.dueDay)}届满：延长须在届满前批准，请立即作出决定。`
    reasons.push(reason('S2-045', 'clock.extension-late', message))
  }
  if (entry.reason.trim() === '') {
    const message = '请写明延长的理由：延长期限的理由须告知申请人（行政许可法第四十二条）。'
    reasons.push(reason('S2-045', 'clock.extension-reason', message, 'reason'))
  }
  if (entry.notice.trim() === '') {
    const message = '缺少延期告知书：延长期限须书面告知申请人，请先制发《延期告知书》。'
    reasons.push(reason('S2-045', 'clock.extension-notice', message, 'notice'))
  }
  return reasons
}
