import { unitRoles } from '#frame/people/roles.ts'
import type { RoutePage } from '#shell/route-page.ts'

/** Pages of a unit's own articles. */
export const libraryPages: readonly RoutePage[] = [
  {
    path: '/library',
    layout: 'desk',
    title: { zh: '物品库', en: 'Article library' },
    load: () => import('./list-page.tsx').then((m) => m.LibraryPage),
    nav: { group: 'unit', order: 30, who: unitRoles },
  },
  {
    path: '/library/new',
    layout: 'desk',
    title: { zh: '新增物品', en: 'Add an article' },
    parent: '/library',
    load: () => import('./new-page.tsx').then((m) => m.NewArticlePage),
  },
  {
    path: '/library/paste',
    layout: 'desk',
    title: { zh: '从表格批量加入', en: 'Add from a sheet' },
    parent: '/library',
    load: () => import('./paste-page.tsx').then((m) => m.PasteArticlesPage),
  },
  {
    path: '/library/$id',
    layout: 'desk',
    title: { zh: '物品', en: 'Article' },
    parent: '/library',
    load: () => import('./article-page.tsx').then((m) => m.ArticlePage),
  },
]
