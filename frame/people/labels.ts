import type { Words } from '#frame/kernel/lifecycle.ts'
import type { SignInEvent } from './sign-in/log.ts'

/** What the sign-in log says. */
export const signInWords = {
  entered: { zh: '密码正确', en: 'Password right' },
  'wrong-password': { zh: '密码不对', en: 'Wrong password' },
  'unknown-login': { zh: '登录名不存在', en: 'Unknown sign-in name' },
  locked: { zh: '锁定中，未予检查', en: 'Locked, not examined' },
  suspended: { zh: '账号已停用', en: 'Account suspended' },
  'code-right': { zh: '动态口令正确', en: 'Code right' },
  'code-wrong': { zh: '动态口令不对', en: 'Code wrong' },
  'code-used': { zh: '动态口令已用过', en: 'Code used before' },
  'recovery-right': { zh: '恢复码正确', en: 'Recovery code right' },
  'recovery-wrong': { zh: '恢复码不对', en: 'Recovery code wrong' },
  enrolled: { zh: '绑定动态口令', en: 'Second factor set up' },
  left: { zh: '退出', en: 'Signed out' },
  'session-ended': { zh: '结束一处登录', en: 'Session ended' },
  'password-set': { zh: '设置密码', en: 'Password set' },
  'reset-asked': { zh: '申请重设密码', en: 'Reset asked for' },
  'link-used': { zh: '使用邮件链接', en: 'Mail link used' },
  'link-refused': { zh: '邮件链接无效', en: 'Mail link refused' },
} as const satisfies Record<SignInEvent, Words>

/** Whether a stored word is one of today's events. */
export function isSignInEvent(what: string): what is SignInEvent {
  return what in signInWords
}
