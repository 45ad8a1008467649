import type { RoutePage } from '#shell/route-page.ts'
import { jobWords } from './labels.ts'

export const jobPages: readonly RoutePage[] = [
  {
    path: '/jobs',
    layout: 'officer',
    title: jobWords.title,
    load: () => import('./jobs-page.tsx').then((m) => m.JobsPage),
    nav: { group: 'watch', order: 40, who: ['system-admin'] },
  },
]
