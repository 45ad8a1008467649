import { lifecycle } from '#frame/kernel/lifecycle.ts'
import { unitRoles, type Role } from '#frame/people/roles.ts'

/** Officers whose business papers are; the three administrators see none. */
export const paperOfficers: readonly Role[] = [
  'customs-window',
  'customs-first',
  'customs-second',
  'customs-leader',
  'customs-port',
  'office-clerk',
  'office-reviewer',
  'office-director',
]

/** Everybody who may hold papers at all; which ones, each kind says. */
export const paperReaders: readonly Role[] = [...unitRoles, ...paperOfficers]

/** The life of a paper after the act that issued it. */
export const paperLife = lifecycle({
  subject: 'paper',
  title: { zh: '文书', en: 'Paper' },
  statuses: {
    planned: { zh: '正在生成', en: 'Being made' },
    issued: { zh: '已签发', en: 'Issued' },
    failed: { zh: '未能生成', en: 'Could not be made' },
    revoked: { zh: '已撤销', en: 'Revoked', end: true },
  },
  moves: [
    {
      act: 'paper.retry',
      title: { zh: '重新生成', en: 'Make again' },
      from: ['failed'],
      to: ['planned'],
      who: paperOfficers,
      duties: [],
    },
  ],
})

export type PaperStatus = 'planned' | 'issued' | 'failed' | 'revoked'
