import { lifecycle, moveOf, type Move } from '#frame/kernel/lifecycle.ts'
import { enders, inviters } from '../accounts/states.ts'
import type { Role } from '../roles.ts'

const heads: readonly Role[] = ['customs-leader', 'office-director', 'security-admin']

/** The life of one role held by one person. An administrator role is proposed first, see `proposals/`. */
export const grantLife = lifecycle({
  subject: 'role',
  title: { zh: '岗位授权', en: 'Role' },
  statuses: {
    // From here on it is a proposal with a life of its own; the role begins when it is confirmed.
    proposed: { zh: '待第二人确认', en: 'Awaiting a second person', end: true },
    active: { zh: '有效', en: 'In force' },
    ended: { zh: '已结束', en: 'Ended', end: true },
  },
  moves: [
    {
      act: 'role.grant',
      title: { zh: '授予岗位', en: 'Grant a role' },
      from: null,
      to: ['active', 'proposed'],
      who: inviters,
      duties: ['S1-041', 'S2-067'],
    },
    {
      act: 'role.end',
      title: { zh: '收回岗位', en: 'Take back' },
      from: ['active'],
      to: ['ended'],
      who: enders,
      duties: [],
    },
  ],
})

/** An absence and who stands in. */
export const deputyLife = lifecycle({
  subject: 'deputy',
  title: { zh: '代理', en: 'Deputy' },
  statuses: {
    active: { zh: '有效', en: 'In force' },
    ended: { zh: '已结束', en: 'Ended', end: true },
  },
  moves: [
    {
      act: 'deputy.name',
      title: { zh: '指定代理人', en: 'Name a deputy' },
      from: null,
      to: ['active'],
      who: ['self', ...heads],
      duties: [],
    },
    {
      act: 'deputy.end',
      title: { zh: '结束代理', en: 'End the deputy' },
      from: ['active'],
      to: ['ended'],
      who: ['self', ...heads],
      duties: [],
    },
  ],
})

const lives = { role: grantLife, deputy: deputyLife }

/** The row of the table for an act on a role or a deputy. */
export function grantMove(act: string): Move {
  return moveOf<string>(lives[act.split('.')[0] as keyof typeof lives], act)
}
