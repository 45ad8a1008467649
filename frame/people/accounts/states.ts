import { lifecycle, moveOf, type Move } from '#frame/kernel/lifecycle.ts'
import { unitRoles, type Role } from '../roles.ts'

const security: readonly Role[] = ['security-admin']
// S2-065 the administrator of the guide: customs' own account administrator, for units only
const accountKeepers: readonly Role[] = ['security-admin', 'customs-accounts']
/** Who invites people: for whom, the acts decide. */
export const inviters: readonly Role[] = [...accountKeepers, ...unitRoles]
/** Who looks at accounts. */
export const peopleReaders: readonly Role[] = [...inviters, 'audit-admin']
/** Who ends what people hold. */
export const enders: readonly Role[] = [...accountKeepers, 'unit-legal']

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

/** The row of the table for an act on an account. */
export const accountMove = (act: string): Move => moveOf<string>(accountLife, act)
