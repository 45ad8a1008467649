import { lifecycle, moveOf } from '#frame/kernel/lifecycle.ts'
import { unitRoles, type Role } from '#frame/people/roles.ts'

const unit: readonly Role[] = unitRoles
const window: readonly Role[] = ['customs-window']
const first: readonly Role[] = ['customs-first']
const second: readonly Role[] = ['customs-second']
const leader: readonly Role[] = ['customs-leader']

/** Accepted and not decided: the term of decision runs. */
const underReview = ['accepted', 'returned', 'second-review'] as const
/** Decided: what was decided is to be delivered (行政许可法 44). */
export const decided = ['granted', 'refused', 'not-accepted'] as const

/** S2 六 the life of an application. The words are those of S2-042. */
export const licenceLife = lifecycle({
  subject: 'licence',
  // S2-007 the name of the matter
  title: { zh: '出入境特殊物品卫生检疫审批', en: 'Entry–exit special-article approval' },
  statuses: {
    draft: { zh: '草稿', en: 'Draft' },
    pending: { zh: '待受理', en: 'Awaiting acceptance' },
    correcting: { zh: '补正中', en: 'Being corrected' },
    accepted: { zh: '已受理（待初审）', en: 'Accepted, first review' },
    returned: { zh: '已受理（退回受理环节）', en: 'Accepted, sent back to the window' },
    'second-review': { zh: '待复核', en: 'Second review' },
    granted: { zh: '已审批', en: 'Granted', end: true },
    refused: { zh: '不予许可', en: 'Refused', end: true },
    'not-accepted': { zh: '不予受理', en: 'Not accepted', end: true },
    lapsed: { zh: '逾期未补正', en: 'Not corrected in time', end: true },
    withdrawn: { zh: '已撤回', en: 'Withdrawn', end: true },
  },
  moves: [
    {
      act: 'create',
      title: { zh: '新建申请', en: 'New application' },
      from: null,
      to: ['draft'],
      who: unit,
      duties: ['S2-026', 'S2-072'],
    },
    {
      act: 'save',
      title: { zh: '保存', en: 'Save' },
      from: ['draft', 'correcting'],
      to: ['draft', 'correcting'],
      who: unit,
      duties: ['S2-027'],
    },
    {
      act: 'submit',
      title: { zh: '提交申请', en: 'Submit' },
      from: ['draft', 'correcting'],
      to: ['pending'],
      who: unit,
      duties: ['S2-027'],
    },
    {
      act: 'withdraw',
      title: { zh: '撤回申请', en: 'Withdraw' },
      from: ['pending', 'correcting', ...underReview],
      to: ['withdrawn'],
      who: unit,
      duties: [],
    },
    {
      act: 'accept',
      title: { zh: '受理', en: 'Accept' },
      from: ['pending'],
      to: ['accepted'],
      who: window,
      duties: ['S2-029'],
    },
    {
      // 行政许可法 32(4) nobody answered in time: the law accepts, and the system records it
      act: 'deem-accepted',
      title: { zh: '视为受理', en: 'Accepted by law' },
      from: ['pending'],
      to: ['accepted'],
      who: [],
      duties: ['S2-029'],
    },
    {
      act: 'ask-correction',
      title: { zh: '一次性告知补正', en: 'Ask for correction' },
      from: ['pending'],
      to: ['correcting'],
      who: window,
      duties: ['S2-033'],
    },
    {
      act: 'not-in-scope',
      title: { zh: '不予受理', en: 'Do not accept' },
      from: ['pending'],
      to: ['not-accepted'],
      who: window,
      duties: ['S2-034'],
    },
    {
      act: 'lapse',
      title: { zh: '登记逾期未补正', en: 'Record that no correction came' },
      from: ['correcting'],
      to: ['lapsed'],
      who: window,
      duties: ['S2-033'],
    },
    {
      // C-23 an internal return: day of acceptance and term stay
      act: 'return-to-window',
      title: { zh: '初审退回受理环节', en: 'Send back to the window' },
      from: ['accepted'],
      to: ['returned'],
      who: first,
      duties: ['S2-036'],
    },
    {
      act: 'send-on',
      title: { zh: '转回初审', en: 'Send on to first review' },
      from: ['returned'],
      to: ['accepted'],
      who: window,
      duties: ['S2-036'],
    },
    {
      act: 'propose-refusal',
      title: { zh: '提出不予许可意见', en: 'Propose a refusal' },
      from: ['returned'],
      to: ['second-review'],
      who: window,
      duties: ['S2-036', 'S2-039'],
    },
    {
      act: 'extend',
      title: { zh: '批准延长期限', en: 'Extend the term' },
      from: underReview,
      to: underReview,
      who: leader,
      duties: ['S2-045'],
    },
    {
      act: 'clear-prohibition',
      title: { zh: '指明例外，解除禁止', en: 'Name the exception to a prohibition' },
      from: underReview,
      to: underReview,
      who: leader,
      duties: ['S2-039'],
    },
    {
      act: 'open-step',
      title: { zh: '启动特殊环节', en: 'Open a special step' },
      from: ['accepted'],
      to: ['accepted'],
      who: first,
      duties: ['S2-030', 'S2-031', 'S2-032', 'S2-047'],
    },
    {
      act: 'close-step',
      title: { zh: '结束特殊环节', en: 'Close the special step' },
      from: ['accepted'],
      to: ['accepted'],
      who: first,
      duties: ['S2-046'],
    },
    {
      act: 'propose',
      title: { zh: '初审提出意见', en: 'First review: propose' },
      from: ['accepted'],
      to: ['second-review'],
      who: first,
      duties: ['S2-035'],
    },
    {
      act: 'return-to-first',
      title: { zh: '复核退回初审', en: 'Return to first review' },
      from: ['second-review'],
      to: ['accepted'],
      who: second,
      duties: ['S2-038'],
    },
    {
      act: 'grant',
      title: { zh: '准予许可', en: 'Grant' },
      from: ['second-review'],
      to: ['granted'],
      who: second,
      duties: ['S2-037', 'S2-040'],
    },
    {
      act: 'refuse',
      title: { zh: '不予许可', en: 'Refuse' },
      from: ['second-review'],
      to: ['refused'],
      who: second,
      duties: ['S2-039'],
    },
    {
      act: 'deliver',
      title: { zh: '登记送达', en: 'Record the delivery' },
      from: decided,
      to: decided,
      who: window,
      duties: ['S2-041'],
    },
    {
      // 行政许可法 44 opening the decision on the page is its delivery
      act: 'receive',
      title: { zh: '查收决定', en: 'Decision opened' },
      from: decided,
      to: decided,
      who: unit,
      duties: ['S2-041'],
    },
  ],
})

export type LicenceStatus = keyof typeof licenceLife.statuses

/** The row of this room's table for an act. */
export const move = (act: string) => moveOf(licenceLife, act)

/** The officers through whose hands a case goes, in that order. */
export const reviewers: readonly Role[] = [...window, ...first, ...second]

/** Officers who may look at a case once it is filed; the applicant's own unit sees it always. */
export const officerReaders: readonly Role[] = [...reviewers, 'customs-leader']

/** Statuses officers never see: a draft is the applicant's own. */
export const hiddenFromOfficers: readonly string[] = ['draft']
