import type { z } from 'zod'
import { call } from '#shell/call.ts'
import { showInstant } from '#shell/format.ts'
import { workPiece, type AnyWorkPiece } from '#shell/work-piece.ts'
import { eventsDoor, statusDoor, type eventRow } from '../doors.ts'
import { ledgerWords } from '../labels.ts'

type Row = z.output<typeof eventRow>
type Status = z.output<typeof statusDoor.reply>

/** What the workbench shows the audit administrator: how the ledger is doing, and the newest events. */
export const ledgerWork: readonly AnyWorkPiece[] = [
  workPiece<Row & { status: Status }>({
    key: 'ledger-newest',
    order: 220,
    who: ['audit-admin'],
    title: { zh: '最近的操作', en: 'Newest events' },
    source: {
      key: [eventsDoor.path, 'work'],
      load: async (_query, signal) => {
        const how = signal ? { signal } : {}
        const [status, { rows }] = await Promise.all([
          call(statusDoor, {}, how),
          call(eventsDoor, { query: { size: 6 } }, how),
        ])
        return { rows: rows.map((row) => ({ ...row, status })), total: status.size }
      },
    },
    query: {},
    more: '/ledger',
    item: (row, say) => ({
      id: row.id,
      href: `/ledger?object=${row.subject?.id ?? row.id}`,
      title: row.title ? say(row.title) : row.act,
      sub: `${row.actor?.name ?? say(ledgerWords[row.actorKind])} ${showInstant(row.at)}`,
    }),
    empty: { title: { zh: '还没有操作', en: 'No events yet' } },
    figures: ({ rows }, say) => {
      const status = rows[0]?.status
      if (!status) return []
      const wrong = status.trouble ?? status.notEnforced
      return [
        {
          key: 'size',
          title: { zh: '留痕条数', en: 'Entries in the ledger' },
          value: status.size,
          href: '/ledger',
        },
        {
          key: 'waiting',
          title: { zh: '等待入账', en: 'Waiting for the tree' },
          value: status.waiting,
          href: '/ledger',
        },
        {
          key: 'trouble',
          title: { zh: '运行状态', en: 'State' },
          value: wrong ? say({ zh: '需处理', en: 'attention' }) : say({ zh: '正常', en: 'well' }),
          href: '/ledger',
          tone: wrong ? 'danger' : 'calm',
        },
      ]
    },
  }),
]
