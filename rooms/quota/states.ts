import { lifecycle, moveOf } from '#frame/kernel/lifecycle.ts'
import { unitRoles, type Role } from '#frame/people/roles.ts'

const unit: readonly Role[] = unitRoles
const port: readonly Role[] = ['customs-port']

/** S2-009 the permit in use. */
export const permitLife = lifecycle({
  subject: 'permit',
  title: { zh: '审批单', en: 'Permit' },
  statuses: {
    valid: { zh: '有效', en: 'Valid' },
    'used-up': { zh: '核销完毕', en: 'Used up', end: true },
  },
  moves: [
    {
      act: 'request',
      title: { zh: '申请核销', en: 'Request write-off' },
      from: ['valid'],
      to: ['valid'],
      who: unit,
      duties: ['S2-041'],
    },
  ],
})

/** S2-041 a write-off, from request to what was really found at the port. */
export const writeOffLife = lifecycle({
  subject: 'write-off',
  title: { zh: '核销', en: 'Write-off' },
  statuses: {
    requested: { zh: '已申请（待口岸确认）', en: 'Requested' },
    confirmed: { zh: '已确认', en: 'Confirmed', end: true },
  },
  moves: [
    {
      act: 'confirm',
      title: { zh: '确认核销', en: 'Confirm write-off' },
      from: ['requested'],
      to: ['confirmed'],
      who: port,
      duties: ['S2-041', 'S2-042'],
    },
  ],
})

/** The row of the permit's table for an act. */
export const permitMove = (act: string) => moveOf(permitLife, act)
/** The row of the write-off's table for an act. */
export const writeOffMove = (act: string) => moveOf(writeOffLife, act)

/** Officers who may look at permits and write-offs. */
export const quotaReaders: readonly Role[] = [
  'customs-port',
  'customs-window',
  'customs-first',
  'customs-second',
  'customs-leader',
]
