import type { RoutePage } from '#shell/route-page.ts'

/** The shell's own pages. */
export const shellPages: readonly RoutePage[] = [
  {
    path: '/',
    layout: 'public',
    title: { zh: '首页', en: 'Home' },
    load: () => import('./home-page.tsx').then((m) => m.HomePage),
  },
]
