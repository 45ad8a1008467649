import type { z } from 'zod'
import { call } from '#shell/call.ts'
import { showInstant } from '#shell/format.ts'
import { workPiece, type AnyWorkPiece } from '#shell/work-piece.ts'
import { outboxDoor, type outboxLine } from '../doors.ts'

type Row = z.infer<typeof outboxLine>

/** What the workbench shows the system administrator of the outbox: what did not go out. */
export const notifyWork: readonly AnyWorkPiece[] = [
  workPiece<Row>({
    key: 'outbox-failed',
    order: 75,
    who: ['system-admin'],
    title: { zh: '没有送达的邮件和短信', en: 'Mails and messages not delivered' },
    source: {
      key: [outboxDoor.path, 'work'],
      load: async (_query, signal) => {
        const query = { size: 20 }
        const how = signal ? { signal } : {}
        const [failed, unknown] = await Promise.all([
          call(outboxDoor, { query: { ...query, state: 'failed' } }, how),
          call(outboxDoor, { query: { ...query, state: 'unknown' } }, how),
        ])
        const rows = [...unknown.rows, ...failed.rows]
        return { rows, total: rows.length }
      },
    },
    query: {},
    more: '/outbox',
    item: (row, say) => ({
      id: row.id,
      href: '/outbox',
      title: say(row.kind),
      sub: `${showInstant(row.at)} ${row.to}`,
      status:
        row.state === 'unknown'
          ? { words: { zh: '是否送达不明', en: 'outcome unknown' }, tone: 'warn' }
          : { words: { zh: '未送达', en: 'not delivered' }, tone: 'danger' },
    }),
    empty: { title: { zh: '都已送达', en: 'All delivered' } },
  }),
]
