import { unitRoles } from '#frame/people/roles.ts'
import { doorSource } from '#shell/parts/table-source.ts'
import { workPiece, type AnyWorkPiece } from '#shell/work-piece.ts'
import { visitsDoor } from '../doors.ts'
import { windowOfficers, type VisitStatus } from '../states.ts'
import type { VisitRow } from '../views.ts'
import { visitTones } from './tones.ts'

const statusOf = (row: VisitRow) => ({
  words: row.statusWords,
  tone: visitTones[row.status as VisitStatus],
})

/** What the workbench shows of the window: today's visits for officers, the own booking for a unit. */
export const windowWork: readonly AnyWorkPiece[] = [
  workPiece<VisitRow>({
    key: 'window-today',
    order: 20,
    who: windowOfficers,
    title: { zh: '今天到窗口的', en: 'At the window today' },
    source: doorSource(visitsDoor),
    query: { day: 'today', status: 'booked,present', size: '100' },
    more: '/window',
    tool: { to: '/window', label: { zh: '打开窗口', en: 'Open the window' } },
    item: (row, say) => ({
      id: row.id,
      href: `/window/visit/${row.id}`,
      title: row.unitName,
      sub: [row.from ?? say({ zh: '未预约', en: 'walk-in' }), row.number]
        .filter(Boolean)
        .join('，'),
      status: statusOf(row),
    }),
    empty: {
      title: { zh: '今天没有预约', en: 'Nobody is booked today' },
      hint: {
        zh: '未预约的单位来到窗口，在“窗口”页查找后接待。',
        en: 'Whoever comes without a booking is found and received on the window page.',
      },
    },
    figures: (page) => [
      {
        key: 'window-today',
        title: { zh: '今天到窗口', en: 'At the window today' },
        value: page.total ?? page.rows.length,
        href: '/window',
      },
    ],
  }),
  workPiece<VisitRow>({
    key: 'window-booking',
    order: 6,
    who: unitRoles,
    title: { zh: '到窗口交验的预约', en: 'Your booking at the window' },
    source: doorSource(visitsDoor),
    query: { status: 'booked,present', size: '100' },
    more: '/registration?status=awaiting',
    item: (row, say) => ({
      id: row.id,
      href: `/window/book/${row.registrationId}`,
      title: [row.day, row.from].filter(Boolean).join(' '),
      sub: [say(row.branch), row.number].filter(Boolean).join('，'),
      status: statusOf(row),
    }),
    empty: {
      title: { zh: '没有预约', en: 'No booking' },
      hint: {
        zh: '登记信息提交后可以预约时段；不预约、在接待时间直接到窗口也能办理。',
        en: 'Once a registration is submitted a time may be booked; you may also simply come.',
      },
    },
  }),
]
