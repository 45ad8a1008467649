import { lifecycle } from '#frame/kernel/lifecycle.ts'
import { officerReaders, reviewers } from '../states.ts'

/** Who of the officers has a case in hand before he first acts on it. */
export const caseHandLife = lifecycle({
  subject: 'case-hand',
  title: { zh: '领取办件', en: 'Taking a case' },
  statuses: {
    free: { zh: '无人经办', en: 'With nobody' },
    held: { zh: '经办中', en: 'In hand' },
  },
  moves: [
    {
      act: 'case-hand.take',
      title: { zh: '领取此件', en: 'Take this case' },
      from: ['free'],
      to: ['held'],
      who: reviewers,
      duties: [],
    },
    {
      act: 'case-hand.pull',
      title: { zh: '取下一件', en: 'Take the next case' },
      from: ['free'],
      to: ['held'],
      who: reviewers,
      duties: [],
    },
  ],
})

/** What officers remark among themselves at a place of a case. */
export const caseRemarkLife = lifecycle({
  subject: 'case-remark',
  title: { zh: '内部意见', en: 'Remarks among officers' },
  statuses: {
    open: { zh: '未处理', en: 'Open' },
    settled: { zh: '已处理', en: 'Settled' },
  },
  moves: [
    {
      act: 'case-remark.add',
      title: { zh: '提内部意见', en: 'Remark' },
      from: null,
      to: ['open'],
      who: officerReaders,
      duties: ['S2-028'],
    },
    {
      act: 'case-remark.settle',
      title: { zh: '标为已处理或未处理', en: 'Settle or open a remark' },
      from: ['open', 'settled'],
      to: ['open', 'settled'],
      who: officerReaders,
      duties: [],
    },
  ],
})

/** The check-list of the first review. */
export const caseCheckLife = lifecycle({
  subject: 'case-check',
  title: { zh: '初审检查清单', en: 'Check-list of the first review' },
  statuses: { under: { zh: '审查中', en: 'Under review' } },
  moves: [
    {
      act: 'case-check.tick',
      title: { zh: '勾选检查项', en: 'Tick a point' },
      from: ['under'],
      to: ['under'],
      who: ['customs-first'],
      duties: ['S2-035'],
    },
  ],
})
