import { z } from 'zod'
import { door } from '#frame/http/door.ts'
import { instant, stateView, words } from '#frame/http/reply-parts.ts'

const tag = 'jobs'
const who = ['system-admin'] as const

/** One kind of job and how much of it there is. */
export const jobCount = z.object({
  name: z.string(),
  title: words,
  waiting: z.number().int(),
  running: z.number().int(),
  retrying: z.number().int(),
  /** When the next of it is due; an instant in the past is overdue. */
  next: instant.nullable(),
})

/** One job that failed, once or for good; never its data. */
export const failedJob = z.object({
  id: z.uuid(),
  name: z.string(),
  title: words,
  plannedAt: instant,
  attempts: z.number().int(),
  error: z.string(),
  /** When it is tried again; null when it was given up. */
  again: instant.nullable(),
})

export const jobsDoor = door({
  method: 'GET',
  path: '/api/jobs',
  permission: 'jobs.read',
  who,
  tag,
  summary: { zh: '后台任务一览', en: 'Background jobs' },
  reply: z.object({ counts: z.array(jobCount), failed: z.array(failedJob) }),
})

const params = z.strictObject({ id: z.uuid() })

export const retryJobDoor = door({
  method: 'POST',
  path: '/api/jobs/:id/retry',
  permission: 'jobs.retry',
  who,
  tag,
  summary: { zh: '重新执行任务', en: 'Run a failed job again' },
  params,
  reply: stateView,
})

export const dropJobDoor = door({
  method: 'POST',
  path: '/api/jobs/:id/drop',
  permission: 'jobs.drop',
  who,
  tag,
  summary: { zh: '丢弃任务', en: 'Drop a failed job' },
  params,
  reply: stateView,
})
