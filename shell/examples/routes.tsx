import type { ComponentType } from 'react'
import type { RoutePage } from '#shell/route-page.ts'
import { DemoOnly } from './demo-only.tsx'
import { examples } from './examples.ts'

/** The same page, shown in a demonstration only. */
async function inDemo(load: () => Promise<ComponentType>): Promise<ComponentType> {
  const Page = await load()
  return () => (
    <DemoOnly>
      <Page />
    </DemoOnly>
  )
}

/** A living example page of each part: an index and one page per part. */
export const examplePages: readonly RoutePage[] = [
  {
    path: '/parts',
    layout: 'public',
    title: { zh: '组件样例', en: 'Parts' },
    load: () => inDemo(() => import('./index-page.tsx').then((m) => m.IndexPage)),
  },
  ...examples.map((example): RoutePage => ({
    path: `/parts/${example.key}`,
    layout: example.layout ?? 'public',
    title: example.title,
    parent: '/parts',
    load: () => inDemo(example.load),
  })),
]
