/** Words of the front page. */
export const homeWords = {
  title: { zh: '联管', en: 'Lianguan' },
  lead: {
    zh: '特殊物品，从申请到核销，一处办理，全程可查。',
    en: 'Special articles, from application to write-off: one place, every step on record.',
  },
  leadMore: {
    zh: '微生物、人体组织、生物制品、血液及血液制品出入境，须经卫生检疫审批。申请单位在这里填报、补正、领取审批单、申请核销；海关在这里受理、审查、决定；任何人都可以核验一张文书的真伪。',
    en: 'Microorganisms, human tissue, biological products and blood need quarantine approval before they cross the border. Units apply, correct, receive their permit and ask for write-off here; customs accepts, reviews and decides here; anybody can verify a paper.',
  },
  enter: { zh: '登录办理', en: 'Sign in' },
  register: { zh: '注册账号', en: 'Register' },
  toDesk: { zh: '进入工作台', en: 'To the workbench' },
  verifyTitle: { zh: '核验文书', en: 'Verify a paper' },
  verifyHint: {
    zh: '扫描文书上的二维码，或输入二维码旁的核验码。',
    en: 'Scan the QR code on the paper or type the code beside it.',
  },
  code: { zh: '核验码', en: 'Code' },
  check: { zh: '核验', en: 'Verify' },
  stepsTitle: { zh: '一件审批怎样走完', en: 'How an approval goes' },
  openTitle: { zh: '公开信息', en: 'Open to everybody' },
  calendar: { zh: '工作日历', en: 'Working-day calendar' },
  calendarHint: {
    zh: '哪一天算工作日、为什么；截止日自己也能推算。',
    en: 'Which days count and why; compute a due day yourself.',
  },
  verifyLink: { zh: '文书真伪与是否有效', en: 'Is a paper genuine and in force' },
  verifyLinkHint: {
    zh: '每张文书都有签名和留痕证明，离线也能验证。',
    en: 'Every paper carries a signature and a proof that also works offline.',
  },
  api: { zh: '接口文档', en: 'Interface' },
  apiHint: { zh: '企业系统可以按接口对接。', en: 'For systems of the units.' },
  demoTitle: { zh: '这是演示环境', en: 'This is a demonstration' },
  demoText: {
    zh: '数据都是虚构的，文书标注“样章”。登录页列出了可以试用的账号；系统发出的邮件和短信不会真的寄出，都在发件箱里。',
    en: 'All data are invented and papers bear a specimen mark. The sign-in page lists accounts to try; mails are not sent but stand in the outbox.',
  },
  outbox: { zh: '发件箱', en: 'Outbox' },
  parts: { zh: '界面组件样例', en: 'Parts of the pages' },
} as const

/** The way of an application, a line for each step, with the duty it follows. */
export const homeSteps = [
  {
    title: { zh: '填报', en: 'Fill in' },
    text: {
      zh: '先回答几个问题，系统据此列出要填的内容和要交的文件。边填边存，可以随时回来。',
      en: 'A few questions decide what is asked. It saves as you type.',
    },
    duty: 'S2-027',
  },
  {
    title: { zh: '受理', en: 'Acceptance' },
    text: {
      zh: '材料齐全即受理；不齐全的，一次告知需要补正的全部内容。',
      en: 'Complete papers are accepted; otherwise one notice names everything to correct.',
    },
    duty: 'S2-033',
  },
  {
    title: { zh: '审查与决定', en: 'Review and decision' },
    text: {
      zh: '初审、复核由不同的人办理，自受理之日起二十个工作日内决定；专家审查、现场评估、实验室检测的时间另行告知，不计入。',
      en: 'Two persons review; decision within twenty working days, special steps not counted.',
    },
    duty: 'S2-043',
  },
  {
    title: { zh: '领取审批单', en: 'Permit' },
    text: {
      zh: '准予许可的，下载带签名和二维码的审批单；不予许可的，写明理由和救济途径。',
      en: 'A signed permit with a QR code, or a refusal with reasons and remedies.',
    },
    duty: 'S2-040',
  },
  {
    title: { zh: '核销', en: 'Write-off' },
    text: {
      zh: '每次到货前申请核销，数量先预留，口岸按实际查验的数量确认，余额随时可见。',
      en: 'Ask before each shipment; the port confirms what it found; the balance is always in sight.',
    },
    duty: 'S2-041',
  },
] as const
