import type { ClockDay, ClockProjection } from '#frame/calendar/clock.ts'
import { addDays, daysOf, isWeekend } from '#frame/calendar/day.ts'
import type { TimelineEvent } from '#shell/parts/timeline.tsx'

const holidays = new Set(
  daysOf({ from: '2026-09-25', to: '2026-09-27' }).concat(
    daysOf({ from: '2026-10-01', to: '2026-10-07' }),
  ),
)
const makeup = new Set(['2026-09-20', '2026-10-10'])
const step = { from: '2026-09-22', to: '2026-09-29' }

function daysFrom(from: string, total: number, asOf: string): ClockDay[] {
  const days: ClockDay[] = []
  let n = 0
  for (let day = from; n < total; day = addDays(day, 1)) {
    const first = day === from
    const rest = holidays.has(day) || (isWeekend(day) && !makeup.has(day))
    const inStep = !rest && day >= step.from && day <= step.to
    const counts = !first && !rest && !inStep
    if (counts) n += 1
    days.push({
      day,
      kind: first
        ? 'start'
        : counts
          ? 'counted'
          : inStep
            ? 'step'
            : holidays.has(day)
              ? 'holiday'
              : 'weekend',
      n: counts ? n : null,
      reason: first
        ? { zh: '受理，当日不计', en: 'Accepted, day not counted' }
        : inStep
          ? { zh: '专家资料审查，不计入', en: 'Expert review, not counted' }
          : holidays.has(day)
            ? { zh: day < '2026-09-30' ? '中秋节放假' : '国庆节放假', en: 'Public holiday' }
            : rest
              ? { zh: '周末', en: 'Weekend' }
              : makeup.has(day)
                ? { zh: '调休上班', en: 'Make-up working day' }
                : { zh: '工作日', en: 'Working day' },
      provisional: false,
      projected: day > asOf,
    })
  }
  return days
}

/** Twenty working days over the autumn holidays of 2026, with a special step. */
export const sampleDays = daysFrom('2026-09-18', 20, '2026-10-12')
const used = sampleDays.findLast((d) => d.n !== null && !d.projected)!.n!

/** How the clock stands on 2026-10-12. */
export const sampleProjection: ClockProjection = {
  state: 'running',
  startDay: '2026-09-18',
  deemed: false,
  totalDays: 20,
  dueDay: sampleDays.at(-1)!.day,
  usualDueDay: '2026-10-08',
  usedDays: used,
  leftDays: 20 - used,
  overdue: false,
  runsOn: false,
  provisional: false,
  steps: [
    {
      step: 's1',
      kind: 'expert',
      ...step,
      reason: '生物学特性需专家判断',
      notice: '京特环〔2026〕12 号',
      expectedDays: 7,
    },
  ],
}

/** The history of a case. */
export const sampleEvents: TimelineEvent[] = [
  { id: '1', at: '2026-09-17T08:12:00Z', what: '提交申请', who: '王晓彤', role: '单位经办人' },
  {
    id: '2',
    at: '2026-09-18T01:30:00Z',
    what: '受理',
    who: '周明',
    role: '海关窗口受理岗',
    duty: 'S2-032',
    papers: [{ name: '受理凭证', href: '#paper-1' }],
  },
  {
    id: '3',
    at: '2026-09-22T03:05:00Z',
    what: '进入特殊环节：专家资料审查',
    who: '李敏',
    role: '海关初审岗',
    tone: 'hold',
    duty: 'S2-046',
    detail: '物品为含病原微生物的临床样本，须由专家判断其生物学特性；所需时间不计入审批时限。',
    papers: [{ name: '特殊环节时间告知书', href: '#paper-2' }],
  },
  { id: '4', at: '2026-09-29T09:40:00Z', what: '特殊环节结束', who: '李敏', role: '海关初审岗' },
  {
    id: '5',
    at: '2026-10-12T02:18:00Z',
    what: '初审合格，转复核',
    who: '李敏',
    role: '海关初审岗',
    detail: '申请材料齐全，实验室生物安全等级与物品风险相符，建议准予。',
  },
]
