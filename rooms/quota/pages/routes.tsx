import { unitRoles } from '#frame/people/roles.ts'
import type { RoutePage } from '#shell/route-page.ts'
import { quotaReaders } from '../states.ts'

const who = [...unitRoles, ...quotaReaders]

/** Pages of permits in use and their write-off. */
export const quotaPages: readonly RoutePage[] = [
  {
    path: '/quota',
    layout: 'desk',
    title: { zh: '审批单与余额', en: 'Permits' },
    load: () => import('./permits-page.tsx').then((m) => m.PermitsPage),
    nav: { group: 'lists', order: 10, who },
  },
  {
    path: '/quota/permits/$id',
    layout: 'desk',
    title: { zh: '审批单', en: 'Permit' },
    parent: '/quota',
    load: () => import('./permit-page.tsx').then((m) => m.PermitPage),
  },
  {
    path: '/quota/permits/$id/request',
    layout: 'desk',
    title: { zh: '申请核销', en: 'Request write-off' },
    parent: '/quota/permits/$id',
    load: () => import('./request-page.tsx').then((m) => m.RequestPage),
  },
  {
    path: '/quota/write-offs',
    layout: 'desk',
    title: { zh: '核销', en: 'Write-offs' },
    load: () => import('./write-offs-page.tsx').then((m) => m.WriteOffsPage),
    nav: { group: 'work', order: 30, who },
  },
  {
    path: '/quota/write-offs/$id',
    layout: 'desk',
    title: { zh: '核销单', en: 'Write-off' },
    parent: '/quota/write-offs',
    load: () => import('./write-off-page.tsx').then((m) => m.WriteOffPage),
  },
]
