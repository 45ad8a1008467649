import type { HousePart } from '#frame/http/part.ts'
import { accountRoutes } from './accounts/routes.ts'
import { grantRoutes } from './grants/routes.ts'
import { ownRoutes } from './own/routes.ts'
import { proposalRoutes } from './proposals/routes.ts'
import { savedViewRoutes } from './saved-views/routes.ts'
import { signInRoutes } from './sign-in/routes.ts'
import { taskRoutes } from './tasks/routes.ts'
import './notices.ts'
import './sign-in/reset.ts'
import './sweep.ts'

/** Signing in, one's own account, and the accounts and roles of everybody, as a part of the house. */
export const peoplePart: HousePart = {
  name: 'people',
  routes: [
    ...signInRoutes,
    ...ownRoutes,
    ...accountRoutes,
    ...grantRoutes,
    ...proposalRoutes,
    ...taskRoutes,
    ...savedViewRoutes,
  ],
}
