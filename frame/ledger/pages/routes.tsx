import type { RoutePage } from '#shell/route-page.ts'
import { ledgerWords } from '../labels.ts'

export const ledgerPages: readonly RoutePage[] = [
  {
    path: '/ledger',
    layout: 'officer',
    title: ledgerWords.title,
    load: () => import('./ledger-page.tsx').then((m) => m.LedgerPage),
    nav: { group: 'watch', order: 10, who: ['audit-admin'] },
  },
]
