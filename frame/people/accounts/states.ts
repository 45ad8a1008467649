import { lifecycle, moveOf, type Move } from '#frame/kernel/lifecycle.ts'
import { unitRoles, type Role } from '../roles.ts'

const security: readonly Role[] = ['security-admin']
// S2-065 the administrator of the guide: customs' own account administrator, for units only
const accountKeepers: readonly Role[] = ['security-admin', 'customs-accounts']
/** Who invites people: for whom, the acts decide. */
export const inviters: readonly Role[] = [...accountKeepers, ...unitRoles]
const enders: readonly Role[] = [...accountKeepers, 'unit-legal']
const anyAdministrator: readonly Role[] = ['system-admin', 'security-admin', 'audit-admin']
const heads: readonly Role[] = ['customs-leader', 'office-director', 'security-admin']

/** S2-064, S2-071 the life of a person's account. */
export const accountLife = lifecycle({
  subject: 'account',
  title: { zh: '账号', en: 'Account' },
  statuses: {
    invited: { zh: '待激活', en: 'Invited' },
    active: { zh: '在用', en: 'In use' },
    suspended: { zh: '已停用', en: 'Suspended' },
    ended: { zh: '已注销', en: 'Ended', end: true },
  },
  moves: [
    {
      act: 'account.invite',
      title: { zh: '邀请', en: 'Invite' },
      from: null,
      to: ['invited'],
      who: inviters,
      duties: ['S2-066', 'S2-068', 'S2-069'],
    },
    {
      act: 'account.invite-again',
      title: { zh: '重发邀请', en: 'Invite again' },
      from: ['invited'],
      to: ['invited'],
      who: inviters,
      duties: ['S2-069'],
    },
    {
      act: 'account.change',
      title: { zh: '修改账号资料', en: 'Change account' },
      from: ['invited', 'active', 'suspended'],
      to: ['invited', 'active', 'suspended'],
      who: accountKeepers,
      duties: ['S2-068'],
    },
    {
      act: 'account.change-contact',
      title: { zh: '更换本人邮箱与手机', en: 'Change my mailbox and phone' },
      from: ['active'],
      to: ['active'],
      who: ['self'],
      duties: [],
    },
    {
      act: 'account.suspend',
      title: { zh: '停用', en: 'Suspend' },
      from: ['active'],
      to: ['suspended'],
      who: enders,
      duties: [],
    },
    {
      act: 'account.resume',
      title: { zh: '恢复使用', en: 'Resume' },
      from: ['suspended'],
      to: ['active'],
      who: accountKeepers,
      duties: [],
    },
    {
      act: 'account.end',
      title: { zh: '注销', en: 'End' },
      from: ['invited', 'active', 'suspended'],
      to: ['ended'],
      who: enders,
      duties: [],
    },
    {
      act: 'account.end-sessions',
      title: { zh: '结束全部登录', en: 'End all sessions' },
      from: ['active', 'suspended'],
      to: ['active', 'suspended'],
      who: security,
      duties: [],
    },
    {
      act: 'account.reset-factor',
      title: { zh: '重置动态口令', en: 'Reset second factor' },
      from: ['active', 'suspended'],
      to: ['active', 'suspended'],
      who: security,
      duties: [],
    },
  ],
})

/** The life of one role held by one person. An administrator role waits for a second person. */
export const grantLife = lifecycle({
  subject: 'role',
  title: { zh: '岗位授权', en: 'Role' },
  statuses: {
    proposed: { zh: '待第二人确认', en: 'Awaiting a second person' },
    active: { zh: '有效', en: 'In force' },
    refused: { zh: '未通过', en: 'Refused', end: true },
    withdrawn: { zh: '已撤回', en: 'Withdrawn', end: true },
    ended: { zh: '已结束', en: 'Ended', end: true },
  },
  moves: [
    {
      act: 'role.grant',
      title: { zh: '授予岗位', en: 'Grant a role' },
      from: null,
      to: ['active', 'proposed'],
      who: inviters,
      duties: ['S1-041', 'S2-067'],
    },
    {
      act: 'role.confirm',
      title: { zh: '确认', en: 'Confirm' },
      from: ['proposed'],
      to: ['active'],
      who: anyAdministrator,
      duties: [],
    },
    {
      act: 'role.refuse',
      title: { zh: '不同意', en: 'Refuse' },
      from: ['proposed'],
      to: ['refused'],
      who: anyAdministrator,
      duties: [],
    },
    {
      act: 'role.withdraw',
      title: { zh: '撤回提议', en: 'Withdraw' },
      from: ['proposed'],
      to: ['withdrawn'],
      who: security,
      duties: [],
    },
    {
      act: 'role.end',
      title: { zh: '收回岗位', en: 'Take back' },
      from: ['active'],
      to: ['ended'],
      who: enders,
      duties: [],
    },
  ],
})

/** An absence and who stands in. */
export const deputyLife = lifecycle({
  subject: 'deputy',
  title: { zh: '代理', en: 'Deputy' },
  statuses: {
    active: { zh: '有效', en: 'In force' },
    ended: { zh: '已结束', en: 'Ended', end: true },
  },
  moves: [
    {
      act: 'deputy.name',
      title: { zh: '指定代理人', en: 'Name a deputy' },
      from: null,
      to: ['active'],
      who: ['self', ...heads],
      duties: [],
    },
    {
      act: 'deputy.end',
      title: { zh: '结束代理', en: 'End the deputy' },
      from: ['active'],
      to: ['ended'],
      who: ['self', ...heads],
      duties: [],
    },
  ],
})

/** Who works on something; it can be handed to a colleague. */
export const taskLife = lifecycle({
  subject: 'task',
  title: { zh: '经办', en: 'Task' },
  statuses: { held: { zh: '经办中', en: 'Held' } },
  moves: [
    {
      act: 'task.hand-over',
      title: { zh: '转交同事', en: 'Hand over' },
      from: ['held'],
      to: ['held'],
      who: ['self', 'customs-leader', 'office-director', 'agency-liaison'],
      duties: [],
    },
  ],
})

const lives = { account: accountLife, role: grantLife, deputy: deputyLife, task: taskLife }

/** The row of the table for an act, found by its name. */
export function peopleMove(name: string): Move {
  const life = lives[name.split('.')[0] as keyof typeof lives]
  return moveOf<string>(life, name)
}
