import { lifecycle, moveOf } from '#frame/kernel/lifecycle.ts'
import { unitRoles, type Role } from '#frame/people/roles.ts'

const unit: readonly Role[] = unitRoles
/** S2-129 who sees originals at the window. */
export const windowOfficers: readonly Role[] = ['customs-window', 'customs-accounts']

/** S2-129 one coming to the window with originals, booked beforehand or not. */
export const visitLife = lifecycle({
  subject: 'visit',
  title: { zh: '窗口交验', en: 'Visit to the window' },
  statuses: {
    booked: { zh: '已预约', en: 'Booked' },
    cancelled: { zh: '已取消', en: 'Cancelled', end: true },
    missed: { zh: '未到', en: 'Missed', end: true },
    present: { zh: '办理中', en: 'At the window' },
    complete: { zh: '已审核合格', en: 'Found complete', end: true },
    incomplete: { zh: '未通过', en: 'Found incomplete', end: true },
  },
  moves: [
    {
      act: 'book',
      title: { zh: '预约窗口', en: 'Book a time' },
      from: null,
      to: ['booked'],
      who: unit,
      duties: ['S2-006', 'S2-129', 'S2-143'],
    },
    {
      act: 'rebook',
      title: { zh: '改约', en: 'Take another time' },
      from: ['booked'],
      to: ['booked'],
      who: unit,
      duties: ['S2-006'],
    },
    {
      act: 'cancel',
      title: { zh: '取消预约', en: 'Cancel the booking' },
      from: ['booked'],
      to: ['cancelled'],
      who: [...unit, ...windowOfficers],
      duties: ['S2-006'],
    },
    {
      // a day that turned into a holiday, or a registration that no longer waits
      act: 'release',
      title: { zh: '预约失效', en: 'Let a booking lapse' },
      from: ['booked'],
      to: ['cancelled'],
      who: [],
      duties: ['S2-006'],
    },
    {
      act: 'miss',
      title: { zh: '记为未到', en: 'Mark as missed' },
      from: ['booked'],
      to: ['missed'],
      who: [],
      duties: ['S2-006'],
    },
    {
      act: 'walk-in',
      title: { zh: '接待未预约的单位', en: 'Receive without a booking' },
      from: null,
      to: ['present'],
      who: windowOfficers,
      duties: ['S2-129', 'S2-137', 'S2-143'],
    },
    {
      act: 'receive',
      title: { zh: '接待', en: 'Receive' },
      from: ['booked'],
      to: ['present'],
      who: windowOfficers,
      duties: ['S2-129'],
    },
    {
      act: 'tick',
      title: { zh: '核对原件', en: 'Check an original' },
      from: ['present'],
      to: ['present'],
      who: windowOfficers,
      duties: ['S2-025'],
    },
    {
      act: 'finish',
      title: { zh: '结束交验', en: 'Finish the visit' },
      from: ['present'],
      to: ['complete', 'incomplete'],
      who: windowOfficers,
      duties: ['S2-025', 'S2-129', 'S2-137'],
    },
    {
      act: 'stop',
      title: { zh: '中止接待（不作结论）', en: 'Stop without a result' },
      // a booking for a later day stands again
      from: ['present'],
      to: ['cancelled', 'booked'],
      who: windowOfficers,
      duties: ['S2-006'],
    },
  ],
})

export type VisitStatus = keyof typeof visitLife.statuses

/** The row of the visit's table for an act. */
export const move = (act: string) => moveOf(visitLife, act)

/** A sentence of the phrase book. */
export const phraseLife = lifecycle({
  subject: 'phrase',
  title: { zh: '窗口常用语', en: 'Phrase of the window' },
  statuses: {
    active: { zh: '在用', en: 'In use' },
    retired: { zh: '已停用', en: 'Retired', end: true },
  },
  moves: [
    {
      act: 'add',
      title: { zh: '添加常用语', en: 'Add a phrase' },
      from: null,
      to: ['active'],
      who: windowOfficers,
      duties: [],
    },
    {
      act: 'retire',
      title: { zh: '停用常用语', en: 'Retire a phrase' },
      from: ['active'],
      to: ['retired'],
      // one's own sentences only
      who: ['self'],
      duties: [],
    },
  ],
})

/** The row of the phrase's table for an act. */
export const phraseMove = (act: string) => moveOf(phraseLife, act)
