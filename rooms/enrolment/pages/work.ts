import type { z } from 'zod'
import type { Words } from '#frame/kernel/lifecycle.ts'
import { showInstant } from '#shell/format.ts'
import { doorSource } from '#shell/parts/table-source.ts'
import { workPiece, type AnyWorkPiece } from '#shell/work-piece.ts'
import { listDoor } from '../doors.ts'
import { enrolmentLife, keepers, type EnrolmentStatus } from '../states.ts'
import type { enrolmentRow } from '../views.ts'
import { enrolmentTones } from './tones.ts'

type Row = z.infer<typeof enrolmentRow>

const source = doorSource(listDoor)

/** A list of requests of the account administrator. */
function requests(at: {
  key: string
  order: number
  title: Words
  query: Record<string, string>
  empty: { title: Words; hint?: Words }
}): AnyWorkPiece {
  const address = new URLSearchParams(at.query)
  return workPiece<Row>({
    key: at.key,
    order: at.order,
    who: keepers,
    title: at.title,
    source,
    query: { ...at.query, sort: 'filed', size: '100' },
    item: (row) => {
      const status = row.status as EnrolmentStatus
      return {
        id: row.id,
        href: `/enrolments/${row.id}`,
        title: row.name,
        sub: `${row.number}，${showInstant(row.filedAt)}`,
        status: { words: enrolmentLife.statuses[status], tone: enrolmentTones[status] },
      }
    },
    more: `/enrolments?${address}`,
    empty: at.empty,
  })
}

/** What the workbench shows of this room. */
export const enrolmentWork: readonly AnyWorkPiece[] = [
  requests({
    key: 'enrolments',
    order: 15,
    title: { zh: '待审核的账号注册申请', en: 'Requests for accounts to review' },
    query: { status: 'filed' },
    empty: {
      title: { zh: '没有等您审核的申请', en: 'No requests wait for you' },
      hint: {
        zh: '单位或自然人提交后会列在这里。',
        en: 'They appear here once filed.',
      },
    },
  }),
  requests({
    key: 'enrolments-over',
    order: 18,
    title: { zh: '确认链接已过期的账号', en: 'Accounts whose confirmation link ran out' },
    query: { over: '1' },
    empty: { title: { zh: '没有过期未确认的账号', en: 'None has run out' } },
  }),
]
