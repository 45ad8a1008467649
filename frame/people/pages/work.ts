import { call } from '#shell/call.ts'
import { showInstant } from '#shell/format.ts'
import { workPiece, type AnyWorkPiece } from '#shell/work-piece.ts'
import type { z } from 'zod'
import { proposalsDoor } from '../grants/doors.ts'
import { administratorRoles, roles } from '../roles.ts'

type Row = z.output<typeof proposalsDoor.reply>['rows'][number]

/** What the workbench shows the administrators of people: appointments that wait for a second person. */
export const peopleWork: readonly AnyWorkPiece[] = [
  workPiece<Row>({
    key: 'appointments',
    order: 65,
    who: administratorRoles,
    title: { zh: '待确认的管理员任命', en: 'Appointments to confirm' },
    source: {
      key: [proposalsDoor.path, 'work'],
      load: async (_query, signal) => {
        const { rows } = await call(proposalsDoor, {}, signal ? { signal } : {})
        const open = rows.filter((row) => row.acts.some((act) => act.allowed))
        return { rows: open, total: open.length }
      },
    },
    query: {},
    more: '/people/administrators',
    item: (row, say) => ({
      id: row.id,
      href: '/people/administrators',
      title: `${row.name}，${say(roles[row.role])}`,
      sub: `${row.by} ${showInstant(row.at)}`,
      status: { words: { zh: '待确认', en: 'to confirm' }, tone: 'wait' },
    }),
    empty: {
      title: { zh: '没有等您确认的任命', en: 'No appointments wait for you' },
      hint: {
        zh: '管理员由一人提出、另一人确认。',
        en: 'One proposes an administrator, another confirms.',
      },
    },
  }),
]
