import type { ComponentType } from 'react'
import type { Words } from '#frame/kernel/lifecycle.ts'
import type { Role } from '#frame/people/roles.ts'

/**
 * Which frame a page stands in. `desk` fits itself to the person: roomy for applicants, dense for
 * officers; the two names force it. `public` needs no sign-in, `phone` has big controls for one hand,
 * `bare` is a card in the middle (sign-in, invitations).
 */
export type LayoutName = 'desk' | 'applicant' | 'officer' | 'public' | 'phone' | 'bare'

/** The groups of the left navigation, in the order they stand. */
export const navGroups = {
  work: { zh: '办理', en: 'Work' },
  lists: { zh: '名单与台账', en: 'Registers' },
  unit: { zh: '本单位', en: 'My unit' },
  settings: { zh: '设置', en: 'Settings' },
  watch: { zh: '审计与运行', en: 'Audit and health' },
} as const satisfies Record<string, Words>

/** Where a page stands in the left navigation, and for whom. */
export interface NavPlace {
  group: keyof typeof navGroups
  /** Smaller stands higher. */
  order: number
  who: 'signed-in' | readonly Role[]
  label?: Words
}

/** One page of a room. A room exports an array of them from `pages/routes.tsx`; the router finds it. */
export interface RoutePage {
  /** With `$name` for parameters: `/licences/$id`. */
  path: string
  layout: LayoutName
  title: Words
  /** Loads the page's own chunk: `() => import('./case-page.tsx').then((m) => m.CasePage)`. */
  load: () => Promise<ComponentType>
  nav?: NavPlace
  /** Path of the page above, for the breadcrumbs; parameters of the same name are carried over. */
  parent?: string
}
