import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  type AnyRoute,
} from '@tanstack/react-router'
import { parseSearch, writeSearch } from './address.ts'
import { BareLayout } from './layouts/bare-layout.tsx'
import { DeskLayout } from './layouts/desk-layout.tsx'
import { PhoneLayout } from './layouts/phone-layout.tsx'
import { PublicLayout } from './layouts/public-layout.tsx'
import { allPages } from './pages.ts'
import { NotFound, PageFault } from './parts/full-pages.tsx'
import { Waiting } from './parts/waiting.tsx'
import type { LayoutName, RoutePage } from './route-page.ts'

const rootRoute = createRootRoute({ component: Outlet, notFoundComponent: NotFound })

const layouts = {
  desk: () => <DeskLayout />,
  applicant: () => <DeskLayout dense={false} />,
  officer: () => <DeskLayout dense />,
  public: PublicLayout,
  phone: PhoneLayout,
  bare: BareLayout,
} satisfies Record<LayoutName, () => React.ReactNode>

function routesOf(pages: readonly RoutePage[]): AnyRoute[] {
  const names = Object.keys(layouts) as LayoutName[]
  return names.flatMap((name) => {
    const inside = pages.filter((page) => page.layout === name)
    if (inside.length === 0) return []
    const layoutRoute = createRoute({
      getParentRoute: () => rootRoute,
      id: `in-${name}`,
      component: layouts[name],
    })
    const routes = inside.map((page) =>
      createRoute({
        getParentRoute: () => layoutRoute,
        path: page.path,
        component: lazyRouteComponent(async () => ({ Page: await page.load() }), 'Page'),
      }),
    )
    // an address that is no page's is said so inside the public frame
    const rest = createRoute({ getParentRoute: () => layoutRoute, path: '$', component: NotFound })
    return [layoutRoute.addChildren(name === 'public' ? [...routes, rest] : routes)]
  })
}

/** The router of all pages. A page's chunk is fetched when its link is pointed at or focused. */
export function newRouter() {
  return createRouter({
    routeTree: rootRoute.addChildren(routesOf(allPages)),
    parseSearch,
    stringifySearch: writeSearch,
    defaultPreload: 'intent',
    defaultPreloadDelay: 60,
    defaultPendingMs: 200,
    defaultPendingComponent: Waiting,
    defaultErrorComponent: PageFault,
    defaultNotFoundComponent: NotFound,
    scrollRestoration: true,
  })
}
