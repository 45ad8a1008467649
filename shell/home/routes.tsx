import type { RoutePage } from '#shell/route-page.ts'

/** The shell's own pages. */
export const shellPages: readonly RoutePage[] = [
  {
    path: '/',
    layout: 'public',
    title: { zh: '首页', en: 'Home' },
    load: () => import('./home-page.tsx').then((m) => m.HomePage),
  },
  {
    path: '/guide',
    layout: 'public',
    title: { zh: '使用指南', en: 'Guide' },
    load: () => import('./guide-page.tsx').then((m) => m.GuidePage),
  },
  {
    path: '/workbench',
    layout: 'desk',
    title: { zh: '工作台', en: 'Workbench' },
    load: () => import('./workbench-page.tsx').then((m) => m.WorkbenchPage),
    nav: { group: 'work', order: 0, who: 'signed-in' },
  },
]
