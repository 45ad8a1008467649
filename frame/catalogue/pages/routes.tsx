import type { RoutePage } from '#shell/route-page.ts'
import { agencyWords, pathogenWords, ruleSetWords, settingWords } from './words.ts'

/** Pages of the catalogue. */
export const cataloguePages: readonly RoutePage[] = [
  {
    path: '/pathogens',
    layout: 'desk',
    title: pathogenWords.title,
    load: () => import('./pathogens-page.tsx').then((m) => m.PathogensPage),
    nav: { group: 'lists', order: 70, who: 'signed-in' },
  },
  {
    path: '/pathogens/$id',
    layout: 'desk',
    title: pathogenWords.one,
    parent: '/pathogens',
    load: () => import('./pathogen-page.tsx').then((m) => m.PathogenPage),
  },
  {
    path: '/agencies',
    layout: 'desk',
    title: agencyWords.title,
    load: () => import('./agencies-page.tsx').then((m) => m.AgenciesPage),
    nav: { group: 'lists', order: 80, who: 'signed-in' },
  },
  {
    path: '/settings/values',
    layout: 'desk',
    title: settingWords.title,
    load: () => import('./settings-page.tsx').then((m) => m.SettingsPage),
    nav: {
      group: 'settings',
      order: 10,
      who: ['system-admin', 'security-admin', 'audit-admin', 'customs-leader', 'office-director'],
    },
  },
  {
    path: '/settings/rule-sets',
    layout: 'desk',
    title: ruleSetWords.title,
    load: () => import('./rule-sets-page.tsx').then((m) => m.RuleSetsPage),
    nav: {
      group: 'settings',
      order: 20,
      who: ['system-admin', 'audit-admin', 'customs-leader'],
    },
  },
]
