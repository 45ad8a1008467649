import { lifecycle, moveOf } from '#frame/kernel/lifecycle.ts'
import { unitRoles, type Role } from '#frame/people/roles.ts'

const unit: readonly Role[] = unitRoles
const window: readonly Role[] = ['customs-window']
const first: readonly Role[] = ['customs-first']
const second: readonly Role[] = ['customs-second']

/** S2 六 the life of an application. The words are those of S2-042. */
export const licenceLife = lifecycle({
  subject: 'licence',
  title: { zh: '特殊物品卫生检疫审批', en: 'Special-article approval' },
  statuses: {
    draft: { zh: '草稿', en: 'Draft' },
    pending: { zh: '待受理', en: 'Awaiting acceptance' },
    correcting: { zh: '补正中', en: 'Being corrected' },
    accepted: { zh: '已受理（待初审）', en: 'Accepted, first review' },
    'second-review': { zh: '待复核', en: 'Second review' },
    granted: { zh: '已审批', en: 'Granted', end: true },
    refused: { zh: '不予许可', en: 'Refused', end: true },
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
      from: ['pending', 'correcting', 'accepted', 'second-review'],
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
