import { lifecycle, moveOf } from '#frame/kernel/lifecycle.ts'
import type { Role } from '../roles.ts'

const anyAdministrator: readonly Role[] = ['system-admin', 'security-admin', 'audit-admin']

/**
 * What one person proposes for an account and a second one confirms: an administrator role, or another
 * mailbox. It is made by the acts that ask for these, and lives on by itself.
 */
export const proposalLife = lifecycle({
  subject: 'proposal',
  title: { zh: '双人确认', en: 'Second person' },
  statuses: {
    proposed: { zh: '待第二人确认', en: 'Awaiting a second person' },
    confirmed: { zh: '已确认', en: 'Confirmed', end: true },
    refused: { zh: '未通过', en: 'Refused', end: true },
    withdrawn: { zh: '已撤回', en: 'Withdrawn', end: true },
  },
  moves: [
    {
      act: 'confirm',
      title: { zh: '确认', en: 'Confirm' },
      from: ['proposed'],
      to: ['confirmed'],
      who: anyAdministrator,
      duties: [],
    },
    {
      act: 'refuse',
      title: { zh: '不同意', en: 'Refuse' },
      from: ['proposed'],
      to: ['refused'],
      who: anyAdministrator,
      duties: [],
    },
    {
      act: 'withdraw',
      title: { zh: '撤回提议', en: 'Withdraw' },
      from: ['proposed'],
      to: ['withdrawn'],
      who: ['security-admin'],
      duties: [],
    },
  ],
})

/** The row of the table for an act on a proposal. */
export const proposalMove = (act: string) => moveOf(proposalLife, act)
