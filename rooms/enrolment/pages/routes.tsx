import type { RoutePage } from '#shell/route-page.ts'
import { keepers } from '../states.ts'

/** Pages of asking for an account: for everybody, and for the account administrators. */
export const enrolmentPages: readonly RoutePage[] = [
  {
    path: '/enrol',
    layout: 'public',
    title: { zh: '注册账号', en: 'Register' },
    load: () => import('./enrol-page.tsx').then((m) => m.EnrolPage),
  },
  {
    path: '/enrol/$id',
    layout: 'public',
    title: { zh: '账号注册申请', en: 'Request for an account' },
    parent: '/enrol',
    load: () => import('./own-page.tsx').then((m) => m.OwnPage),
  },
  {
    path: '/enrolments',
    layout: 'desk',
    title: { zh: '账号注册申请', en: 'Requests for accounts' },
    load: () => import('./list-page.tsx').then((m) => m.EnrolmentListPage),
    nav: { group: 'work', order: 15, who: keepers },
  },
  {
    path: '/enrolments/$id',
    layout: 'desk',
    title: { zh: '账号注册申请', en: 'Request for an account' },
    parent: '/enrolments',
    load: () => import('./request-page.tsx').then((m) => m.RequestPage),
  },
]
