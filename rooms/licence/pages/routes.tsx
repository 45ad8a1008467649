import type { RoutePage } from '#shell/route-page.ts'
import { unitRoles } from '#frame/people/roles.ts'
import { officerReaders } from '../states.ts'

/** Pages of the approval: register, new application, one case (to fill, or to read and act). */
export const licencePages: readonly RoutePage[] = [
  {
    path: '/licence',
    layout: 'desk',
    title: { zh: '特殊物品审批', en: 'Approvals' },
    load: () => import('./list-page.tsx').then((m) => m.LicenceListPage),
    nav: { group: 'work', order: 20, who: [...unitRoles, ...officerReaders] },
  },
  {
    path: '/licence/new',
    layout: 'desk',
    title: { zh: '新建申请', en: 'New application' },
    parent: '/licence',
    load: () => import('./new-page.tsx').then((m) => m.NewCasePage),
  },
  {
    path: '/licence/$id/filed',
    layout: 'desk',
    title: { zh: '所申报内容', en: 'What was filed' },
    parent: '/licence/$id',
    load: () => import('./filed-page.tsx').then((m) => m.FiledPage),
  },
  {
    path: '/licence/$id',
    layout: 'desk',
    title: { zh: '办件', en: 'Case' },
    parent: '/licence',
    load: () => import('./case-page.tsx').then((m) => m.CasePage),
  },
]
