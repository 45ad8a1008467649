import type { RoutePage } from '#shell/route-page.ts'
import { accountWords } from './account-words.ts'
import { peopleReaders } from '../accounts/states.ts'
import { peopleWords } from './people-words.ts'
import { signInWords } from './sign-in-words.ts'

export const peoplePages: readonly RoutePage[] = [
  {
    path: '/sign-in',
    layout: 'bare',
    title: signInWords.title,
    load: () => import('./sign-in-page.tsx').then((m) => m.SignInPage),
  },
  {
    path: '/forgotten',
    layout: 'bare',
    title: signInWords.forgottenTitle,
    load: () => import('./forgotten-page.tsx').then((m) => m.ForgottenPage),
  },
  {
    path: '/link',
    layout: 'bare',
    title: signInWords.linkInvite,
    load: () => import('./link-page.tsx').then((m) => m.LinkPage),
  },
  {
    path: '/account',
    layout: 'desk',
    title: accountWords.title,
    load: () => import('./account-page.tsx').then((m) => m.AccountPage),
  },
  {
    path: '/people',
    layout: 'desk',
    title: peopleWords.title,
    load: () => import('./people-page.tsx').then((m) => m.PeoplePage),
    nav: { group: 'settings', order: 10, who: peopleReaders },
  },
  {
    path: '/people/invite',
    layout: 'desk',
    title: peopleWords.invite,
    parent: '/people',
    load: () => import('./invite-page.tsx').then((m) => m.InvitePage),
  },
  {
    path: '/people/proposals',
    layout: 'desk',
    title: peopleWords.proposalsTitle,
    parent: '/people',
    load: () => import('./proposals-page.tsx').then((m) => m.ProposalsPage),
    nav: { group: 'settings', order: 20, who: ['system-admin', 'security-admin', 'audit-admin'] },
  },
  {
    path: '/people/$id',
    layout: 'desk',
    title: peopleWords.person,
    parent: '/people',
    load: () => import('./person-page.tsx').then((m) => m.PersonPage),
  },
  {
    path: '/sign-in-log',
    layout: 'desk',
    title: peopleWords.logTitle,
    load: () => import('./sign-in-log-page.tsx').then((m) => m.SignInLogPage),
    nav: { group: 'watch', order: 20, who: ['audit-admin'] },
  },
]
