import { examplePages } from './examples/routes.tsx'
import type { RoutePage } from './route-page.ts'
import { shellPages } from './home/routes.tsx'

/** Every `pages/routes.tsx` of the rooms and the frame, found by its place: a new room needs no entry here. */
const found = {
  ...import.meta.glob<Record<string, readonly RoutePage[]>>('../rooms/*/pages/routes.tsx', {
    eager: true,
  }),
  ...import.meta.glob<Record<string, readonly RoutePage[]>>('../frame/*/pages/routes.tsx', {
    eager: true,
  }),
}

/** All pages of the product. */
export const allPages: readonly RoutePage[] = [
  ...shellPages,
  ...examplePages,
  ...Object.values(found).flatMap((module) => Object.values(module).flat()),
]

/** The page of a route path, for titles and breadcrumbs. */
export function pageAt(path: string): RoutePage | undefined {
  return allPages.find((page) => page.path === path)
}
