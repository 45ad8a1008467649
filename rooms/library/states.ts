import { lifecycle, moveOf } from '#frame/kernel/lifecycle.ts'
import { unitRoles, type Role } from '#frame/people/roles.ts'

const unit: readonly Role[] = unitRoles

/** An article in a unit's own library: in use, or set aside so that it is no longer offered. */
export const articleLife = lifecycle({
  subject: 'article',
  title: { zh: '物品库', en: 'Article library' },
  statuses: {
    'in-use': { zh: '在用', en: 'In use' },
    retired: { zh: '已停用', en: 'Retired' },
  },
  moves: [
    {
      act: 'add',
      title: { zh: '加入物品库', en: 'Add to the library' },
      from: null,
      to: ['in-use'],
      who: unit,
      duties: [],
    },
    {
      act: 'change',
      title: { zh: '保存修改', en: 'Save the changes' },
      from: ['in-use'],
      to: ['in-use'],
      who: unit,
      duties: [],
    },
    {
      act: 'retire',
      title: { zh: '停用', en: 'Retire' },
      from: ['in-use'],
      to: ['retired'],
      who: unit,
      duties: [],
    },
    {
      act: 'restore',
      title: { zh: '恢复使用', en: 'Restore' },
      from: ['retired'],
      to: ['in-use'],
      who: unit,
      duties: [],
    },
  ],
})

export type ArticleStatus = keyof typeof articleLife.statuses

/** The row of this room's table for an act. */
export const move = (act: string) => moveOf(articleLife, act)
