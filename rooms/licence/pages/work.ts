import type { z } from 'zod'
import type { Role } from '#frame/people/roles.ts'
import { unitRoles } from '#frame/people/roles.ts'
import type { Words } from '#frame/kernel/lifecycle.ts'
import { daysLeftChart } from '#shell/home/days-chart.ts'
import { doorSource } from '#shell/parts/table-source.ts'
import type { WorkFigure, WorkItem } from '#shell/parts/workbench-frame.tsx'
import { workPiece, type AnyWorkPiece } from '#shell/work-piece.ts'
import { listDoor } from '../doors.ts'
import { decided, licenceLife, reviewers, type LicenceStatus } from '../states.ts'
import type { caseRow } from '../views.ts'
import { licenceTones } from './tones.ts'

type Row = z.infer<typeof caseRow>

const source = doorSource(listDoor)
const noNumber: Words = { zh: '尚未编号', en: 'No number yet' }
const unnamed: Words = { zh: '还没有填写物品', en: 'No articles yet' }

type Say = (words: Words | string) => string

/** An officer reads whose it is; a unit knows. */
const ofUnit = (row: Row, say: Say) => item({ ...row, unitName: '' }, say)

function item(row: Row, say: Say): WorkItem {
  const status = row.status as LicenceStatus
  const number = row.number ?? say(noNumber)
  return {
    id: row.id,
    href: `/licence/${row.id}`,
    title: row.articles || say(unnamed),
    sub: row.unitName ? `${row.unitName}，${number}` : number,
    status: { words: licenceLife.statuses[status], tone: licenceTones[status] },
    left: row.leftDays,
    due: row.dueDay,
    paused: row.paused,
  }
}

const soon = (row: Row) =>
  !row.paused && row.leftDays !== null && row.leftDays >= 0 && row.leftDays <= 3
const over = (row: Row) => row.leftDays !== null && row.leftDays < 0

function figures(more: string, title: Words) {
  return (
    page: { rows: readonly Row[]; total?: number },
    say: (w: Words) => string,
  ): WorkFigure[] => {
    const unit = say({ zh: '件', en: '' })
    const [late, near] = [page.rows.filter(over).length, page.rows.filter(soon).length]
    return [
      { key: 'mine', title, value: page.total ?? page.rows.length, unit, href: more },
      {
        key: 'soon',
        title: { zh: '三天内到期', en: 'Due in 3 days' },
        value: near,
        unit,
        href: more,
        tone: near > 0 ? 'warn' : 'calm',
      },
      {
        key: 'over',
        title: { zh: '已超期', en: 'Overdue' },
        value: late,
        unit,
        href: more,
        tone: late > 0 ? 'danger' : 'calm',
      },
    ]
  }
}

/** A list of cases in some statuses, by days left. */
function cases(at: {
  key: string
  order: number
  who: readonly Role[]
  title: Words
  status: readonly LicenceStatus[]
  empty: { title: Words; hint?: Words; action?: { to: string; label: Words } }
  counts?: boolean
  /** Only what this person has in hand; from there it can be handed over. */
  mine?: boolean
  /** Only decisions that have not reached the applicant. */
  undelivered?: boolean
}): AnyWorkPiece {
  const status = at.status.join(',')
  const only: Record<string, string> = at.mine
    ? { mine: '1' }
    : at.undelivered
      ? { undelivered: '1' }
      : {}
  const asked = Object.keys(only).length > 0 ? only : { status }
  const more = `/licence?${new URLSearchParams(asked).toString()}`
  return workPiece<Row>({
    key: at.key,
    order: at.order,
    who: at.who,
    title: at.title,
    source,
    query: { status, sort: 'left', size: '100', ...only },
    item: at.who === unitRoles ? ofUnit : item,
    more,
    empty: at.empty,
    ...(at.mine ? { tool: { to: more, label: { zh: '转交同事', en: 'Hand over' } } } : {}),
    ...(at.counts
      ? {
          figures: figures(more, at.title),
          chart: {
            title: { zh: '手上的件还剩几个工作日？', en: 'How many working days are left?' },
            data: (rows, say) =>
              daysLeftChart(
                rows.map((r) => (r.paused ? null : r.leftDays)),
                say,
              ),
          },
        }
      : {}),
  })
}

const nothing: Words = { zh: '没有等您办理的件', en: 'Nothing waits for you' }

/** What the workbench shows of this room, by role. */
export const licenceWork: readonly AnyWorkPiece[] = [
  cases({
    key: 'unit-mine',
    order: 10,
    who: unitRoles,
    title: { zh: '等我们办理', en: 'For us to do' },
    status: ['draft', 'correcting'],
    empty: {
      title: { zh: '没有要填写或补正的申请', en: 'Nothing to fill in or correct' },
      hint: { zh: '新的申请可以随时开始，边填边存。', en: 'A new application saves as you type.' },
      action: { to: '/licence/new', label: { zh: '新建申请', en: 'New application' } },
    },
  }),
  cases({
    key: 'unit-waits',
    order: 110,
    who: unitRoles,
    title: { zh: '海关正在办理', en: 'With customs' },
    status: ['pending', 'accepted', 'returned', 'second-review'],
    empty: { title: { zh: '没有在办的申请', en: 'Nothing is with customs' } },
  }),
  cases({
    key: 'window',
    order: 20,
    who: ['customs-window'],
    title: { zh: '待受理', en: 'To accept' },
    status: ['pending'],
    counts: true,
    empty: {
      title: nothing,
      hint: {
        zh: '新提交的申请会列在这里，请在期限内受理或一次告知补正，逾期视为受理。',
        en: 'New applications appear here.',
      },
    },
  }),
  cases({
    key: 'window-returned',
    order: 22,
    who: ['customs-window'],
    title: { zh: '初审退回', en: 'Sent back by the first review' },
    status: ['returned'],
    empty: { title: { zh: '没有初审退回的件', en: 'Nothing was sent back' } },
  }),
  cases({
    key: 'window-deliver',
    order: 24,
    who: ['customs-window'],
    title: { zh: '待送达', en: 'To be delivered' },
    status: decided,
    undelivered: true,
    empty: {
      title: { zh: '没有待送达的决定', en: 'Nothing is to be delivered' },
      hint: {
        zh: '申请人在页面打开决定文书即为送达；没有打开的列在这里，请在期限内另行送达。',
        en: 'Opening the decision on the page delivers it; those nobody opened are listed here.',
      },
    },
  }),
  cases({
    key: 'in-hand',
    order: 105,
    who: reviewers,
    title: { zh: '我经办的', en: 'In my hands' },
    status: ['pending', 'correcting', 'accepted', 'returned', 'second-review'],
    mine: true,
    empty: {
      title: { zh: '没有您经办的件', en: 'Nothing is in your hands' },
      hint: {
        zh: '办理过一步的件会列在这里，休假前可以转交同事。',
        en: 'What you have begun; hand it over before you are away.',
      },
    },
  }),
  cases({
    key: 'window-waits',
    order: 120,
    who: ['customs-window'],
    title: { zh: '等申请人补正', en: 'Waiting for corrections' },
    status: ['correcting'],
    empty: { title: { zh: '没有在补正的件', en: 'Nothing is being corrected' } },
  }),
  cases({
    key: 'first',
    order: 30,
    who: ['customs-first'],
    title: { zh: '待初审', en: 'For first review' },
    status: ['accepted'],
    counts: true,
    empty: {
      title: nothing,
      hint: { zh: '受理后的申请会列在这里。', en: 'Accepted applications appear here.' },
    },
  }),
  cases({
    key: 'first-waits',
    order: 130,
    who: ['customs-first'],
    title: { zh: '已转复核', en: 'With the second reviewer' },
    status: ['second-review'],
    empty: { title: { zh: '没有在复核的件', en: 'Nothing is in second review' } },
  }),
  cases({
    key: 'second',
    order: 40,
    who: ['customs-second'],
    title: { zh: '待复核', en: 'For second review' },
    status: ['second-review'],
    counts: true,
    empty: {
      title: nothing,
      hint: { zh: '初审提出意见后会列在这里。', en: 'They come from the first review.' },
    },
  }),
  cases({
    key: 'leader',
    order: 50,
    who: ['customs-leader'],
    title: { zh: '在办件（按剩余天数）', en: 'Open cases by days left' },
    status: ['pending', 'accepted', 'returned', 'second-review'],
    counts: true,
    empty: { title: { zh: '没有在办的件', en: 'No open cases' } },
  }),
]
