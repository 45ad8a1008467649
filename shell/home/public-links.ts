import type { Words } from '#frame/kernel/lifecycle.ts'

/** The ways in the head of the public pages. */
export const publicLinks: readonly { to: string; label: Words }[] = [
  { to: '/', label: { zh: '首页', en: 'Home' } },
  // S2-064 the way in for whoever has no account yet
  { to: '/enrol', label: { zh: '注册账号', en: 'Register' } },
  { to: '/guide', label: { zh: '使用指南', en: 'Guide' } },
  { to: '/window/hours', label: { zh: '窗口时间', en: 'Window' } },
  { to: '/verify', label: { zh: '核验文书', en: 'Verify a paper' } },
  { to: '/calendar', label: { zh: '工作日历', en: 'Calendar' } },
]
