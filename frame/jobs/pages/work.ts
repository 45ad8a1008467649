import type { z } from 'zod'
import { call } from '#shell/call.ts'
import { showInstant } from '#shell/format.ts'
import { workPiece, type AnyWorkPiece } from '#shell/work-piece.ts'
import { jobsDoor, type failedJob } from '../doors.ts'

type Row = z.infer<typeof failedJob>

/** What the workbench shows the system administrator of the background jobs: those that failed. */
export const jobsWork: readonly AnyWorkPiece[] = [
  workPiece<Row>({
    key: 'jobs-failed',
    order: 70,
    who: ['system-admin'],
    title: { zh: '失败的后台任务', en: 'Failed background jobs' },
    source: {
      key: [jobsDoor.path, 'work'],
      load: async (_query, signal) => {
        const { failed } = await call(jobsDoor, {}, signal ? { signal } : {})
        return { rows: failed, total: failed.length }
      },
    },
    query: {},
    more: '/jobs',
    item: (row, say) => ({
      id: row.id,
      href: '/jobs',
      title: say(row.title),
      sub: `${showInstant(row.plannedAt)} ${row.error}`,
      status: row.again
        ? { words: { zh: '将重试', en: 'will be retried' }, tone: 'warn' }
        : { words: { zh: '已放弃', en: 'given up' }, tone: 'danger' },
    }),
    empty: {
      title: { zh: '没有失败的任务', en: 'No failed jobs' },
      hint: {
        zh: '文书、邮件、查毒等后台任务都在正常运行。',
        en: 'Papers, mails and scans run as they should.',
      },
    },
  }),
]
