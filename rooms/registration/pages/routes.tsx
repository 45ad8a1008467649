import type { RoutePage } from '#shell/route-page.ts'
import { unitRoles } from '#frame/people/roles.ts'
import { officerReaders } from '../states.ts'

/** Pages of the registration: the list, one registration (to fill, or to read and act), a change, the units. */
export const registrationPages: readonly RoutePage[] = [
  {
    path: '/registration',
    layout: 'desk',
    title: { zh: '单位登记', en: 'Unit registration' },
    load: () => import('./list-page.tsx').then((m) => m.RegistrationListPage),
    nav: { group: 'work', order: 15, who: [...unitRoles, ...officerReaders] },
  },
  {
    path: '/registration/change/$unitId',
    layout: 'desk',
    title: { zh: '申请变更登记', en: 'Ask for a change' },
    parent: '/registration',
    load: () => import('./ask-change-page.tsx').then((m) => m.AskChangePage),
  },
  {
    path: '/registration/$id',
    layout: 'desk',
    title: { zh: '登记', en: 'Registration' },
    parent: '/registration',
    load: () => import('./registration-page.tsx').then((m) => m.RegistrationPage),
  },
  {
    path: '/units',
    layout: 'desk',
    title: { zh: '单位名录', en: 'Units' },
    load: () => import('./units-page.tsx').then((m) => m.UnitsPage),
    nav: { group: 'lists', order: 5, who: officerReaders },
  },
  {
    path: '/unit',
    layout: 'desk',
    title: { zh: '本单位', en: 'My unit' },
    load: () => import('./unit-own-page.tsx').then((m) => m.OwnUnitPage),
    nav: { group: 'unit', order: 10, who: unitRoles },
  },
  {
    path: '/units/$id',
    layout: 'desk',
    title: { zh: '单位', en: 'Unit' },
    load: () => import('./unit-page.tsx').then((m) => m.UnitPage),
  },
]
