import type { z } from 'zod'
import { unitRoles, type Role } from '#frame/people/roles.ts'
import type { Words } from '#frame/kernel/lifecycle.ts'
import { doorSource } from '#shell/parts/table-source.ts'
import type { WorkItem } from '#shell/parts/workbench-frame.tsx'
import { workPiece, type AnyWorkPiece } from '#shell/work-piece.ts'
import { listDoor } from '../doors.ts'
import { kindWords } from '../labels.ts'
import { registrationLife, type RegistrationStatus } from '../states.ts'
import type { registrationRow } from '../views.ts'
import { registrationTones } from './tones.ts'

type Row = z.infer<typeof registrationRow>
type Say = (words: Words | string) => string

function item(row: Row, say: Say): WorkItem {
  const status = row.status as RegistrationStatus
  const sub = [say(kindWords[row.kind]), row.number].filter(Boolean).join(' ')
  return {
    id: row.id,
    href: `/registration/${row.id}`,
    title: row.unitName,
    sub,
    status: { words: registrationLife.statuses[status], tone: registrationTones[status] },
    due: status === 'awaiting' ? row.handInBy : null,
  }
}

function piece(at: {
  key: string
  order: number
  who: readonly Role[]
  title: Words
  status: readonly RegistrationStatus[]
  empty: { title: Words; hint?: Words }
}): AnyWorkPiece {
  const status = at.status.join(',')
  const more = `/registration?status=${status}`
  return workPiece<Row>({
    ...at,
    source: doorSource(listDoor),
    query: { status, sort: 'hand-in', size: '100' },
    item,
    more,
  })
}

/** What the workbench shows of this room, by role. */
export const registrationWork: readonly AnyWorkPiece[] = [
  piece({
    key: 'registration-unit',
    order: 5,
    who: unitRoles,
    title: { zh: '单位登记：等我们办理', en: 'Registration: for us to do' },
    status: ['filling', 'returned', 'awaiting'],
    empty: {
      title: { zh: '没有要填报或交验的登记', en: 'Nothing to fill in or to show' },
    },
  }),
  piece({
    key: 'registration-keeper',
    order: 10,
    who: ['customs-accounts'],
    title: { zh: '变更待批准、审核待通过', en: 'Changes to approve, registrations to pass' },
    status: ['asked', 'checked'],
    empty: {
      title: { zh: '没有等您办理的登记', en: 'Nothing waits for you' },
      hint: {
        zh: '窗口核对原件合格的登记和单位的变更申请会列在这里。',
        en: 'What the window has checked, and changes units ask for.',
      },
    },
  }),
  piece({
    key: 'registration-window',
    order: 25,
    who: ['customs-window', 'customs-accounts'],
    title: { zh: '等单位交验原件', en: 'Originals still to be shown' },
    status: ['awaiting'],
    empty: { title: { zh: '没有等待交验的单位', en: 'No unit is to come' } },
  }),
]
