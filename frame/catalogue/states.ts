import { lifecycle, moveOf } from '#frame/kernel/lifecycle.ts'
import type { Role } from '#frame/people/roles.ts'

const admin: readonly Role[] = ['system-admin']

/** A setting always holds; what changes is its value from a day on. Which is whose, `keeperOf` says. */
export const settingLife = lifecycle({
  subject: 'setting',
  title: { zh: '设置', en: 'Setting' },
  statuses: { 'in-force': { zh: '执行中', en: 'In force' } },
  moves: [
    {
      act: 'change',
      title: { zh: '从某日起改为', en: 'Change from a day on' },
      from: ['in-force'],
      to: ['in-force'],
      who: ['system-admin', 'security-admin'],
      duties: [],
    },
  ],
})

/** C-34 a rule set is a draft until an administrator gives it a first day. */
export const ruleSetLife = lifecycle({
  subject: 'rule-set',
  title: { zh: '规则集', en: 'Rule set' },
  statuses: {
    draft: { zh: '草案', en: 'Draft' },
    dated: { zh: '已定施行日', en: 'Dated' },
  },
  moves: [
    {
      act: 'start',
      title: { zh: '从某日起施行', en: 'Put in force from a day on' },
      from: ['draft', 'dated'],
      to: ['dated'],
      who: admin,
      duties: ['S2-010'],
    },
  ],
})

/** Rows of the two tables for the acts. */
export const settingMove = (act: string) => moveOf(settingLife, act)
export const ruleSetMove = (act: string) => moveOf(ruleSetLife, act)
