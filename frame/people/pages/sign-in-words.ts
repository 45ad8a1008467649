/** Words of signing in, of mail links, and of setting a password. */
export const signInWords = {
  title: { zh: '登录', en: 'Sign in' },
  lead: {
    zh: '特殊物品卫生检疫审批与联合监管',
    en: 'Quarantine approval and joint supervision of special articles',
  },
  login: { zh: '登录名', en: 'Sign-in name' },
  password: { zh: '密码', en: 'Password' },
  enter: { zh: '登录', en: 'Sign in' },
  forgotten: { zh: '忘记密码', en: 'Forgotten your password?' },
  show: { zh: '显示密码', en: 'Show password' },
  hide: { zh: '隐藏密码', en: 'Hide password' },
  capsLock: { zh: '大写锁定已打开', en: 'Caps Lock is on' },

  codeTitle: { zh: '输入动态口令', en: 'Enter the code' },
  codeLead: {
    zh: '{name}，请打开手机上的验证器，输入“联管”下现在显示的六位数字。',
    en: '{name}, open the authenticator on your phone and type the six digits shown for Lianguan.',
  },
  code: { zh: '动态口令', en: 'Code' },
  goOn: { zh: '继续', en: 'Continue' },
  noPhone: { zh: '手机不在身边？使用恢复码', en: 'No phone at hand? Use a recovery code' },
  withPhone: { zh: '改用手机上的动态口令', en: 'Use the code from the phone' },
  recoveryTitle: { zh: '使用恢复码', en: 'Use a recovery code' },
  recoveryLead: {
    zh: '绑定手机时得到的十个恢复码，每个只能用一次。如已用完，请联系安全管理员重置。',
    en: 'One of the ten codes you were given when you set up the phone. Each works once.',
  },
  recovery: { zh: '恢复码', en: 'Recovery code' },
  otherPerson: { zh: '换一个账号登录', en: 'Sign in as somebody else' },

  enrolTitle: { zh: '绑定手机动态口令', en: 'Set up the code on your phone' },
  enrolLead: {
    zh: '您的岗位须用密码和动态口令两种方式登录。绑定一次即可，以后每次登录输入手机上的六位数字。',
    en: 'Your role signs in with a password and a code. Set the phone up once; from then on you type six digits at each sign-in.',
  },
  enrolApp: {
    zh: '在手机上安装一个验证器，如 FreeOTP、Microsoft Authenticator 或其他支持 TOTP 的应用。',
    en: 'Install an authenticator on your phone, such as FreeOTP, Microsoft Authenticator or any other for TOTP.',
  },
  enrolScan: { zh: '用它扫描二维码。', en: 'Scan this code with it.' },
  enrolPicture: { zh: '绑定用二维码', en: 'QR code for the authenticator' },
  enrolType: { zh: '不能扫码？手工输入密钥', en: 'Cannot scan? Type the key by hand' },
  enrolFirst: { zh: '输入它显示的六位数字。', en: 'Type the six digits it shows.' },
  enrolDone: { zh: '绑定', en: 'Set up' },

  codesTitle: { zh: '请保存恢复码', en: 'Keep your recovery codes' },
  codesLead: {
    zh: '手机遗失或更换时，可用恢复码登录，每个只能用一次。恢复码只显示这一次，请打印或抄下，放在安全的地方。',
    en: 'If the phone is lost, each of these codes lets you in once. They are shown only now: print or copy them and keep them safe.',
  },
  codesCopy: { zh: '复制', en: 'Copy' },
  codesCopied: { zh: '已复制', en: 'Copied' },
  codesPrint: { zh: '打印', en: 'Print' },
  codesKept: { zh: '我已妥善保存', en: 'I have kept them safe' },

  dueTitle: { zh: '请更换密码', en: 'Please change your password' },
  dueLead: {
    zh: '您的密码已到更换期限。设置新密码后即可继续。',
    en: 'Your password is due for a change. Set a new one to go on.',
  },
  newPassword: { zh: '新密码', en: 'New password' },
  again: { zh: '再输入一次', en: 'Type it again' },
  differs: { zh: '两次输入不一样，请重新输入。', en: 'The two differ; please type them again.' },
  setPassword: { zh: '设置密码', en: 'Set password' },
  demandLength: { zh: '至少 {n} 个字符', en: 'At least {n} characters' },
  demandClasses: {
    zh: '大写、小写、数字、符号至少 {n} 类',
    en: 'At least {n} of capitals, small letters, digits, signs',
  },
  demandOwn: {
    zh: '不含登录名、姓名，不是常见密码',
    en: 'Without your name, and not a common password',
  },
  met: { zh: '已满足', en: 'met' },
  unmet: { zh: '未满足', en: 'not met yet' },

  demoTitle: { zh: '演示人员', en: 'People of the demonstration' },
  demoLead: {
    zh: '点一下即登录。密码都是 {password}，数据均为虚构。',
    en: 'One click signs in. The password of all is {password}; everything is invented.',
  },
  demoFill: { zh: '填入演示手机上的口令 {code}', en: 'Fill in the demonstration code {code}' },
  demoWait: {
    zh: '刚用过的口令不能再用，{n} 秒后有新的。',
    en: 'A used code cannot be used again; a new one in {n} {n:second|seconds}.',
  },

  forgottenTitle: { zh: '重设密码', en: 'Reset your password' },
  forgottenLead: {
    zh: '请输入登录名。重设链接将发到该账号登记的邮箱。',
    en: 'Type your sign-in name. A link goes to the mailbox of the account.',
  },
  forgottenSend: { zh: '发送链接', en: 'Send the link' },
  forgottenSentTitle: { zh: '请查收邮件', en: 'Look into your mailbox' },
  forgottenSent: {
    zh: '如果“{login}”是在用的账号，重设链接已发往它登记的邮箱，30 分钟内有效。没有收到的，请看垃圾邮件，或联系安全管理员核对邮箱。',
    en: 'If “{login}” is an account in use, a link has been sent to its mailbox; it is good for 30 minutes. If nothing comes, look into spam or ask the security administrator.',
  },
  forgottenOutbox: { zh: '演示环境的邮件在这里看', en: 'Mails of the demonstration are here' },
  enrol: { zh: '还没有账号？注册', en: 'No account yet? Register' },
  backToSignIn: { zh: '返回登录', en: 'Back to sign-in' },

  linkInvite: { zh: '接受邀请', en: 'Accept the invitation' },
  linkInviteLead: {
    zh: '{name}，您被邀请以“{roles}”的身份使用本系统。登录名是 {login}，请设置密码。',
    en: '{name}, you are invited as “{roles}”. Your sign-in name is {login}; please set a password.',
  },
  linkConfirm: { zh: '确认账号', en: 'Confirm your account' },
  linkConfirmLead: {
    zh: '{name}，您提交的账号申请已通过审核。登录名是 {login}，请设置密码，账号随即生效。',
    en: '{name}, your request for an account has been approved. Your sign-in name is {login}; set a password and the account takes effect.',
  },
  keepSafe: {
    zh: '请妥善保管登录名和密码，不要告诉他人；人员变动时及时更换。',
    en: 'Keep your sign-in name and password safe and tell nobody; change them when people change.',
  },
  linkReset: { zh: '重设密码', en: 'Reset your password' },
  linkResetLead: {
    zh: '{name}（{login}），请设置新密码。其他地方的登录将全部结束。',
    en: '{name} ({login}), please set a new password. All other sessions will end.',
  },
  linkMailbox: { zh: '确认新邮箱', en: 'Confirm the new mailbox' },
  linkMailboxLead: {
    zh: '{name}（{login}），确认后通知将发往 {mailbox}。',
    en: '{name} ({login}), after confirming, notices go to {mailbox}.',
  },
  linkFirst: { zh: '设立第一位管理员', en: 'Make the first administrator' },
  linkFirstLead: {
    zh: '这位是安全管理员，负责账号与岗位；系统管理员、审计管理员由其另行邀请，三人分任。',
    en: 'This is the security administrator, who keeps accounts and roles and then invites the system and audit administrators: three different persons.',
  },
  linkUntil: {
    zh: '链接在 {until} 前有效，只能使用一次。',
    en: 'Good until {until}, and once only.',
  },
  linkBroken: {
    zh: '链接不完整。请从邮件中完整打开，或复制整个地址。',
    en: 'The link is not whole. Open it from the mail, or copy all of it.',
  },
  confirm: { zh: '确认', en: 'Confirm' },
  name: { zh: '姓名', en: 'Name' },
  mailbox: { zh: '邮箱', en: 'Mailbox' },
  doneInvite: { zh: '账号已激活，请登录。', en: 'Your account is ready. Please sign in.' },
  doneConfirm: {
    zh: '账号已确认，请用登录名和刚才设置的密码登录。',
    en: 'Your account is confirmed. Sign in with your name and the password you have just set.',
  },
  doneReset: { zh: '密码已重设，请用新密码登录。', en: 'Your password is reset. Please sign in.' },
  doneMailbox: { zh: '新邮箱已确认。', en: 'The new mailbox is confirmed.' },
  doneFirst: {
    zh: '管理员已设立。请登录，并按提示绑定手机动态口令。',
    en: 'The administrator is made. Sign in and set up the code on your phone.',
  },
} as const
