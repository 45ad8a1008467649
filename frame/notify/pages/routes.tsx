import type { RoutePage } from '#shell/route-page.ts'
import { inboxWords, outboxWords, wishWords } from './labels.ts'

export const notifyPages: readonly RoutePage[] = [
  {
    path: '/inbox',
    layout: 'desk',
    title: inboxWords.title,
    load: () => import('./inbox-page.tsx').then((m) => m.InboxPage),
    nav: { group: 'work', order: 90, who: 'signed-in' },
  },
  {
    path: '/inbox/settings',
    layout: 'desk',
    title: wishWords.title,
    parent: '/inbox',
    load: () => import('./wishes-page.tsx').then((m) => m.WishesPage),
  },
  {
    path: '/outbox',
    layout: 'public',
    title: outboxWords.title,
    load: () => import('./outbox-page.tsx').then((m) => m.OutboxPage),
    nav: { group: 'watch', order: 30, who: ['system-admin'] },
  },
]
