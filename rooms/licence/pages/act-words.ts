/** What the dialogs of this room's acts say. */
export const actWords = {
  submit: {
    zh: '提交后由受理窗口审查，内容和文件不能再改动，直到收到补正告知。',
    en: 'After filing nothing can be changed unless a correction is asked.',
  },
  withdraw: { zh: '撤回后本次申请结束。需要时可以重新申请。', en: 'The application ends.' },
  accept: {
    zh: '受理后从今天起计算审批期限，并向申请人出具受理凭证。',
    en: 'The term of decision begins today.',
  },
  correction: {
    zh: '全部需要补正的内容应当一次性告知。申请人只能修改这里列出的位置。',
    en: 'All items are told once; only these places are unlocked.',
  },
  step: {
    zh: '特殊环节所需时间不计入审批期限，将书面告知申请人。',
    en: 'Its time is not counted; the applicant is told in writing.',
  },
  propose: { zh: '初审提出意见，由另一位同事复核后作出决定。', en: 'Another person decides.' },
  returned: { zh: '受理日期和审批期限不变。', en: 'Dates do not change.' },
  notInScope: {
    zh: '不予受理应当写明理由，并告知申请人应当向哪里申请。决定书将载明救济途径。',
    en: 'The reason, where to go and the remedies are printed.',
  },
  lapse: {
    zh: '补正期限已过，没有收到补正。登记后本次申请终结，申请人可以重新申请。',
    en: 'The application ends; the unit may file anew.',
  },
  toWindow: {
    zh: '受理日期和审批期限不变，期限继续计算。退回的原因申请人也能看到。',
    en: 'Dates do not change; the applicant reads the reason.',
  },
  sendOn: {
    zh: '写明处理了什么，申请人和初审人员都能看到。',
    en: 'Say what was put right; the applicant reads it too.',
  },
  proposeRefusal: {
    zh: '无法补齐的，提出不予许可意见，由复核人员决定。',
    en: 'Another person decides.',
  },
  extend: {
    zh: '只能延长一次，应当在期限届满前批准，并把理由书面告知申请人。',
    en: 'Once, before the term ends; the applicant is told the reason in writing.',
  },
  clear: {
    zh: '只有法律规定的例外情形可以解除，应当写明依据的文件。',
    en: 'Only an exception the law makes, with the documents it rests on.',
  },
  deliver: {
    zh: '申请人没有在页面打开决定文书的，另行送达后在这里登记。',
    en: 'For decisions the applicant has not opened on the page.',
  },
  grant: { zh: '准予许可后生成审批单，额度随即可以核销。', en: 'The permit is issued.' },
  refuse: {
    zh: '不予许可应当写明事实、理由和依据，决定书将载明救济途径。',
    en: 'Facts, reasons and basis are printed with the remedies.',
  },
  what: { zh: '需要怎样补正', en: 'What is wanted' },
  lines: { zh: '附表', en: 'Item list' },
} as const
