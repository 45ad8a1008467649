import { lifecycle, moveOf } from '#frame/kernel/lifecycle.ts'
import type { Role } from '#frame/people/roles.ts'

/** There is no account yet: whoever holds the key of the request works on it. */
const requester: readonly Role[] = ['key-holder']
/** S2-065 the “system administrator” of the guide is customs' own account administrator. */
export const keepers: readonly Role[] = ['customs-accounts']

/** S2 附件1 二 the life of a request for an account. */
export const enrolmentLife = lifecycle({
  subject: 'enrolment',
  title: { zh: '账号注册', en: 'Account registration' },
  statuses: {
    draft: { zh: '填写中', en: 'Being filled in' },
    filed: { zh: '待审核', en: 'To be reviewed' },
    returned: { zh: '退回修改', en: 'Returned' },
    approved: { zh: '待确认', en: 'To be confirmed' },
    valid: { zh: '账号有效', en: 'Account valid', end: true },
    refused: { zh: '不予通过', en: 'Refused', end: true },
    lapsed: { zh: '已失效', en: 'Lapsed', end: true },
  },
  moves: [
    {
      act: 'begin',
      title: { zh: '开始注册', en: 'Begin' },
      from: null,
      to: ['draft'],
      who: requester,
      duties: ['S2-020', 'S2-064'],
    },
    {
      act: 'save',
      title: { zh: '保存', en: 'Save' },
      from: ['draft', 'returned'],
      to: ['draft', 'returned'],
      who: requester,
      duties: ['S2-064'],
    },
    {
      act: 'file',
      title: { zh: '提交注册申请', en: 'File the request' },
      from: ['draft', 'returned'],
      to: ['filed'],
      who: requester,
      duties: ['S2-064', 'S2-125'],
    },
    {
      act: 'give-up',
      title: { zh: '放弃申请', en: 'Give up' },
      from: ['draft', 'filed', 'returned'],
      to: ['lapsed'],
      who: requester,
      duties: [],
    },
    {
      act: 'approve',
      title: { zh: '审核通过', en: 'Approve' },
      from: ['filed'],
      to: ['approved'],
      who: keepers,
      duties: ['S2-066', 'S2-067', 'S2-068', 'S2-069', 'S2-070'],
    },
    {
      act: 'return',
      title: { zh: '退回修改', en: 'Return' },
      from: ['filed'],
      to: ['returned'],
      who: keepers,
      duties: ['S2-066'],
    },
    {
      act: 'refuse',
      title: { zh: '不予通过', en: 'Refuse' },
      from: ['filed'],
      to: ['refused'],
      who: keepers,
      duties: ['S2-066'],
    },
    {
      act: 'send-again',
      title: { zh: '重发确认链接', en: 'Send the link again' },
      from: ['approved'],
      to: ['approved'],
      who: [...requester, ...keepers],
      duties: ['S2-069'],
    },
    {
      // done by whoever opens the link, in the transaction that sets his password
      act: 'confirm',
      title: { zh: '确认账号', en: 'Confirm the account' },
      from: ['approved'],
      to: ['valid'],
      who: ['self'],
      duties: ['S2-071'],
    },
    {
      // nobody went on with it for so long: the code is free for another request
      act: 'lapse',
      title: { zh: '逾期失效', en: 'Lapse' },
      from: ['draft', 'returned', 'approved'],
      to: ['lapsed'],
      who: [],
      duties: [],
    },
  ],
})

export type EnrolmentStatus = keyof typeof enrolmentLife.statuses

/** The row of this room's table for an act. */
export const move = (act: string) => moveOf(enrolmentLife, act)

/** What the requester may still change. */
export const openStatuses: readonly EnrolmentStatus[] = ['draft', 'returned']

/** S2-023 while a request stands here, its unit has no place for a second one. */
export const holdingStatuses: readonly EnrolmentStatus[] = ['filed', 'returned', 'approved']
