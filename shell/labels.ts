/** Words of the frame around every page. */
export const shellWords = {
  product: { zh: '联管', en: 'Lianguan' },
  productLong: {
    zh: '特殊物品卫生检疫审批与联合监管',
    en: 'Quarantine approval and joint supervision of special articles',
  },
  skip: { zh: '跳到正文', en: 'Skip to content' },
  menu: { zh: '菜单', en: 'Menu' },
  mainNav: { zh: '主导航', en: 'Main navigation' },
  crumbs: { zh: '所在位置', en: 'You are here' },
  inbox: { zh: '消息', en: 'Messages' },
  inboxUnread: { zh: '消息，{n} 条未读', en: 'Messages, {n} unread' },
  inboxEmpty: { zh: '没有新消息', en: 'No new messages' },
  inboxAll: { zh: '查看全部消息', en: 'All messages' },
  inboxFault: { zh: '消息暂时取不到', en: 'Messages cannot be read now' },
  account: { zh: '账户', en: 'Account' },
  signIn: { zh: '登录', en: 'Sign in' },
  signOut: { zh: '退出登录', en: 'Sign out' },
  language: { zh: 'English', en: '中文' },
  languageSay: { zh: 'Switch to English', en: '切换为中文' },
  keys: { zh: '键盘快捷键', en: 'Keyboard shortcuts' },
  deputy: { zh: '代行职责', en: 'as deputy' },
  guide: { zh: '使用指南', en: 'Guide' },
  footer: {
    zh: '本系统不代替海关及各主管部门的法定程序；演示环境出具的文书标注“样章”，不具法律效力。',
    en: 'This system does not replace statutory procedures. Papers of a demonstration bear a specimen mark and have no legal effect.',
  },
  expiredTitle: { zh: '登录已超时', en: 'Your session has ended' },
  expiredText: {
    zh: '这一页和您填写的内容都还在。请在新窗口登录，登录后会自动从刚才的地方继续。',
    en: 'This page and all you typed are still here. Sign in in a new window; work then goes on by itself.',
  },
  expiredOpen: { zh: '在新窗口登录', en: 'Sign in in a new window' },
  expiredCheck: { zh: '已登录，继续', en: 'Signed in, go on' },
  expiredNot: { zh: '还没有检测到登录。', en: 'No sign-in was found yet.' },
  expiredOther: {
    zh: '登录的是另一个账户。为免以他人名义办理，请刷新页面后重新填写。',
    en: 'Another account signed in. Reload the page and start again under that name.',
  },
  stay: { zh: '暂不登录', en: 'Not now' },
} as const

/** Words of the keyboard help. */
export const keyWords = {
  help: { zh: '显示这张表', en: 'Show this table' },
  search: { zh: '到搜索框', en: 'Go to the search box' },
  home: { zh: '回工作台', en: 'Go to the workbench' },
  inbox: { zh: '查看消息', en: 'Open the messages' },
  main: { zh: '到正文', en: 'Go to the content' },
  next: { zh: '在计时表、表格单元格间移动', en: 'Move in clocks and grids' },
  close: { zh: '关闭对话框、收起提示', en: 'Close a dialog or hint' },
  off: { zh: '停用单键快捷键', en: 'Turn single-key shortcuts off' },
  offHint: {
    zh: '使用语音输入或容易误触时可以停用；“?” 仍可从账户菜单打开本表。',
    en: 'For speech input or shaky hands; this table stays in the account menu.',
  },
} as const
