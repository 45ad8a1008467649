import { call } from '#shell/call.ts'
import { showInstant } from '#shell/format.ts'
import { workPiece, type AnyWorkPiece } from '#shell/work-piece.ts'
import type { z } from 'zod'
import { proposalsDoor } from '../proposals/doors.ts'
import { administratorRoles, roles } from '../roles.ts'

type Row = z.output<typeof proposalsDoor.reply>['rows'][number]

const mailboxWords = { zh: '更换邮箱', en: 'another mailbox' }

/** What the workbench shows the administrators of people: what waits for a second person. */
export const peopleWork: readonly AnyWorkPiece[] = [
  workPiece<Row>({
    key: 'proposals',
    order: 65,
    who: administratorRoles,
    title: { zh: '待您确认的事项', en: 'For you to confirm' },
    source: {
      key: [proposalsDoor.path, 'work'],
      load: async (_query, signal) => {
        const { rows } = await call(proposalsDoor, {}, signal ? { signal } : {})
        const open = rows.filter((row) => row.acts.some((act) => act.allowed))
        return { rows: open, total: open.length }
      },
    },
    query: {},
    more: '/people/proposals',
    item: (row, say) => ({
      id: row.id,
      href: '/people/proposals',
      title: `${row.name}，${say(row.role ? roles[row.role] : mailboxWords)}`,
      sub: `${row.by} ${showInstant(row.at)}`,
      status: { words: { zh: '待确认', en: 'to confirm' }, tone: 'wait' },
    }),
    empty: {
      title: { zh: '没有等您确认的事项', en: 'Nothing waits for you' },
      hint: {
        zh: '管理员任命和邮箱更换由一人提出、另一人确认。',
        en: 'One proposes an administrator or a mailbox, another confirms.',
      },
    },
  }),
]
