import type { RoutePage } from '#shell/route-page.ts'
import { paperWords, verifyWords } from '../labels.ts'
import { paperReaders } from '../states.ts'

/** Pages of papers: the register, one paper, and the check that is open to everybody. */
export const paperPages: readonly RoutePage[] = [
  {
    path: '/papers',
    layout: 'desk',
    title: paperWords.register,
    load: () => import('./papers-page.tsx').then((m) => m.PapersPage),
    nav: { group: 'lists', order: 20, who: paperReaders },
  },
  {
    path: '/papers/$id',
    layout: 'desk',
    title: paperWords.paper,
    parent: '/papers',
    load: () => import('./paper-page.tsx').then((m) => m.PaperPage),
  },
  {
    path: '/verify',
    layout: 'public',
    title: verifyWords.title,
    load: () => import('./verify-page.tsx').then((m) => m.VerifyPage),
  },
  {
    path: '/verify/$code',
    layout: 'public',
    title: verifyWords.title,
    parent: '/verify',
    load: () => import('./verified-page.tsx').then((m) => m.VerifiedPage),
  },
]
