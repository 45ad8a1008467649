/** Words of the pages of messages, their settings and the outbox. */
export const inboxWords = {
  title: { zh: '消息', en: 'Messages' },
  hint: {
    zh: '办件的每一步都会在这里留下消息；点开标题进入相应办件，即为已读。',
    en: 'Every step of a case leaves a message here. Open a title to go to the case; it then counts as read.',
  },
  readAll: { zh: '全部标为已读', en: 'Mark all as read' },
  settings: { zh: '通知设置', en: 'Settings' },
  unreadOnly: { zh: '只看未读', en: 'Unread only' },
  unread: { zh: '未读', en: 'Unread' },
  notice: { zh: '消息', en: 'Message' },
  kind: { zh: '类别', en: 'Kind' },
  at: { zh: '时间', en: 'Time' },
  read: { zh: '标为已读', en: 'Mark as read' },
  done: { zh: '已读', en: 'Read' },
  state: { zh: '状态', en: 'State' },
  empty: { zh: '还没有消息', en: 'No messages yet' },
  emptyHint: {
    zh: '有需要您知道的事情时，会在这里和您的邮箱里告诉您。',
    en: 'When something concerns you, it is told here and by mail.',
  },
} as const

export const wishWords = {
  title: { zh: '通知设置', en: 'Notice settings' },
  hint: {
    zh: '消息总会留在“消息”页；这里选择哪些另外发到邮箱 {mailbox}。',
    en: 'Every message stays in Messages; choose here which of them also go to {mailbox}.',
  },
  mails: { zh: '发到邮箱的消息', en: 'By mail' },
  always: {
    zh: '账号安全和法定告知一律发送：{kinds}。',
    en: 'Always sent, for the account’s safety or because the law says so: {kinds}.',
  },
  none: { zh: '目前没有可以选择的类别。', en: 'There is nothing to choose at present.' },
  digest: { zh: '每周汇总', en: 'Weekly digest' },
  digestOn: {
    zh: '每周一 08:30 发一封汇总：等我办的、快到期的各有多少，不含办件内容',
    en: 'One mail each Monday at 08:30: how much waits and how much ends soon, without case content',
  },
  language: { zh: '邮件和短信的语言', en: 'Language of mails and short messages' },
  asAccount: { zh: '与账号相同', en: 'As the account' },
  zh: { zh: '中文', en: 'Chinese' },
  en: { zh: '英文', en: 'English' },
  save: { zh: '保存设置', en: 'Save settings' },
  saved: { zh: '通知设置已保存', en: 'Notice settings saved' },
} as const

export const outboxWords = {
  title: { zh: '发件箱', en: 'Outbox' },
  demo: {
    zh: '演示环境：系统发出的邮件和短信都列在这里，链接可以直接打开。',
    en: 'Demonstration: every mail and short message stands here with its links.',
  },
  real: {
    zh: '系统发出的邮件和短信。这里只看得到是否送出，看不到内容。',
    en: 'Mails and short messages of the system: whether they went out, not what they say.',
  },
  noMail: {
    zh: '未设置发信服务器（SMTP_URL），邮件只留在这里。',
    en: 'No mail server is set (SMTP_URL); mails stay here only.',
  },
  noSms: {
    zh: '未设置短信服务商（SMS_URL），短信只留在这里。',
    en: 'No SMS provider is set (SMS_URL); messages stay here only.',
  },
  message: { zh: '内容', en: 'Message' },
  to: { zh: '收件人', en: 'To' },
  at: { zh: '时间', en: 'Time' },
  state: { zh: '状态', en: 'State' },
  attempts: { zh: '尝试', en: 'Attempts' },
  channel: { zh: '方式', en: 'By' },
  mail: { zh: '邮件', en: 'Mail' },
  sms: { zh: '短信', en: 'SMS' },
  open: { zh: '打开链接', en: 'Open link' },
  unknown: {
    zh: '发送时连接中断，不知道对方是否收到，系统不会自行重发。请先向收件人核实，再决定重新发送（邮件编号不变，多数邮件系统会识别为同一封）或确认已送达。',
    en: 'The connection broke while sending; it may have arrived, and it is not sent again by itself. Ask the recipient, then send it again (with the same message id) or mark it as delivered.',
  },
  empty: { zh: '还没有发出过邮件或短信', en: 'Nothing has been sent yet' },
} as const
