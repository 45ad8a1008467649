import { lifecycle } from '#frame/kernel/lifecycle.ts'

/** What a job that failed for good can become; only the system administrator decides. */
export const jobLife = lifecycle({
  subject: 'job',
  title: { zh: '后台任务', en: 'Background job' },
  statuses: {
    dead: { zh: '已放弃', en: 'Given up' },
    planned: { zh: '已重新安排', en: 'Planned again', end: true },
    dropped: { zh: '已丢弃', en: 'Dropped', end: true },
  },
  moves: [
    {
      act: 'jobs.retry',
      title: { zh: '重新执行任务', en: 'Run a failed job again' },
      from: ['dead'],
      to: ['planned'],
      who: ['system-admin'],
      duties: [],
    },
    {
      act: 'jobs.drop',
      title: { zh: '丢弃任务', en: 'Drop a failed job' },
      from: ['dead'],
      to: ['dropped'],
      who: ['system-admin'],
      duties: [],
    },
  ],
})
