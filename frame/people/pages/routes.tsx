import type { RoutePage } from '#shell/route-page.ts'
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
]
