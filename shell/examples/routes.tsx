import type { RoutePage } from '#shell/route-page.ts'
import { examples } from './examples.ts'

const title = { zh: '组件样例', en: 'Parts' }

/** A living example page of each part: an index, one page per part in the officers' frame. */
export const examplePages: readonly RoutePage[] = [
  {
    path: '/parts',
    layout: 'public',
    title,
    load: () => import('./index-page.tsx').then((m) => m.IndexPage),
  },
  ...examples.map((example): RoutePage => ({
    path: `/parts/${example.key}`,
    layout: example.layout ?? 'public',
    title: example.title,
    parent: '/parts',
    load: example.load,
  })),
]
