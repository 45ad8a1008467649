import { lifecycle, moveOf } from '#frame/kernel/lifecycle.ts'
import { unitRoles, type Role } from '#frame/people/roles.ts'

const unit: readonly Role[] = unitRoles
/** S2-065 the account administrator decides; the window sees the originals. */
const keeper: readonly Role[] = ['customs-accounts']
/** Those at the counter, where originals are shown. */
export const counterRoles: readonly Role[] = ['customs-window', 'customs-accounts']

/** S2 附件1 三–五 the registration of a unit, its change, and another contact person: one life for the three. */
export const registrationLife = lifecycle({
  subject: 'registration',
  title: { zh: '单位登记', en: 'Unit registration' },
  statuses: {
    asked: { zh: '变更待批准', en: 'Change asked for' },
    declined: { zh: '变更未获批准', en: 'Change declined', end: true },
    filling: { zh: '登记填报中', en: 'Being filled in' },
    awaiting: { zh: '待交验原件', en: 'Originals to be shown' },
    checked: { zh: '现场审核合格', en: 'Originals checked' },
    returned: { zh: '已退回', en: 'Returned' },
    passed: { zh: '已通过', en: 'Passed', end: true },
    withdrawn: { zh: '已撤回', en: 'Withdrawn', end: true },
  },
  moves: [
    {
      // planned by the confirmation of the account: a unit finds its registration begun
      act: 'begin',
      title: { zh: '开始单位登记', en: 'Begin the registration' },
      from: null,
      to: ['filling'],
      who: unit,
      duties: ['S2-072'],
    },
    {
      act: 'ask-change',
      title: { zh: '申请变更', en: 'Ask for a change' },
      from: null,
      to: ['asked'],
      who: unit,
      duties: ['S2-131', 'S2-132', 'S2-144'],
    },
    {
      act: 'begin-contact',
      title: { zh: '更换联系人', en: 'Name another contact person' },
      from: null,
      to: ['filling'],
      who: unit,
      duties: ['S2-139'],
    },
    {
      act: 'approve-change',
      title: { zh: '批准变更申请', en: 'Approve the change' },
      from: ['asked'],
      to: ['filling'],
      who: keeper,
      duties: ['S2-135'],
    },
    {
      act: 'decline-change',
      title: { zh: '不批准变更申请', en: 'Decline the change' },
      from: ['asked'],
      to: ['declined'],
      who: keeper,
      duties: ['S2-135'],
    },
    {
      act: 'save',
      title: { zh: '保存', en: 'Save' },
      from: ['filling', 'returned'],
      to: ['filling', 'returned'],
      who: unit,
      duties: ['S2-136'],
    },
    {
      act: 'submit',
      title: { zh: '提交登记信息', en: 'Submit' },
      from: ['filling', 'returned'],
      to: ['awaiting'],
      who: unit,
      duties: ['S2-024'],
    },
    {
      act: 'withdraw',
      title: { zh: '撤回', en: 'Withdraw' },
      from: ['asked', 'filling', 'awaiting', 'returned'],
      to: ['withdrawn'],
      who: unit,
      duties: [],
    },
    {
      // done with the visit at the window, in its transaction
      act: 'check',
      title: { zh: '现场审核', en: 'Check at the window' },
      from: ['awaiting'],
      to: ['checked', 'returned'],
      who: counterRoles,
      duties: ['S2-129', 'S2-137'],
    },
    {
      act: 'pass',
      title: { zh: '审核通过', en: 'Pass' },
      from: ['checked'],
      to: ['passed'],
      who: keeper,
      duties: ['S2-130', 'S2-138'],
    },
    {
      act: 'return',
      title: { zh: '退回修改', en: 'Return' },
      from: ['awaiting', 'checked'],
      to: ['returned'],
      who: counterRoles,
      duties: ['S2-130'],
    },
  ],
})

export type RegistrationStatus = keyof typeof registrationLife.statuses

/** The row of this room's table for an act. */
export const move = (act: string) => moveOf(registrationLife, act)

/** Officers who may look at a registration once it is handed over to them. */
export const officerReaders: readonly Role[] = [
  'customs-accounts',
  'customs-window',
  'customs-first',
  'customs-second',
  'customs-leader',
]

/** What a unit never handed over is its own: officers see it from the first number on. */
export const handedOver = (number: string | null) => number !== null

/** A unit as others rely on it: its account is valid, its registration is in force, or no longer. */
export const unitLife = lifecycle({
  subject: 'unit',
  title: { zh: '单位', en: 'Unit' },
  statuses: {
    enrolled: { zh: '账号有效，尚未登记', en: 'Enrolled, not yet registered' },
    registered: { zh: '已登记', en: 'Registered' },
    suspended: { zh: '已暂停', en: 'Suspended' },
    closed: { zh: '已注销', en: 'Closed', end: true },
  },
  moves: [
    {
      // C-22 the same person's phone or mailbox; another person is registered (S2-139)
      act: 'set-contact',
      title: { zh: '修改联系方式', en: 'Change phone or mailbox' },
      from: ['enrolled', 'registered', 'suspended'],
      to: ['enrolled', 'registered', 'suspended'],
      who: unit,
      duties: ['S2-145'],
    },
  ],
})

export type UnitStatus = keyof typeof unitLife.statuses

/** The row of a unit's own table for an act. */
export const unitMove = (act: string) => moveOf(unitLife, act)
