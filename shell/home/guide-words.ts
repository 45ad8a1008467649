import type { Words } from '#frame/kernel/lifecycle.ts'

/** One question of the guide with its answer; `duty` is where the answer comes from. */
interface Answer {
  ask: Words
  say: Words
  duty?: string
}

/** One chapter of the guide. */
interface Chapter {
  key: string
  title: Words
  answers: readonly Answer[]
}

/** The guide: what applicants, officers and the public ask most, in the order they meet it. */
export const guide: readonly Chapter[] = [
  {
    key: 'apply',
    title: { zh: '填报申请', en: 'Applying' },
    answers: [
      {
        ask: { zh: '从哪里开始？', en: 'Where do I begin?' },
        say: {
          zh: '登录后在“特殊物品审批”点“新建申请”。先回答方向、类别、用途、是否含病原微生物几项，系统据此列出后面要填的内容和要交的文件，每一份都写明为什么要。',
          en: 'Sign in, open “Approvals”, press “New application”. A few deciding questions come first; they settle what is asked and which documents are needed, each with its reason.',
        },
      },
      {
        ask: { zh: '没填完可以先走开吗？', en: 'May I leave half-way?' },
        say: {
          zh: '可以。边填边存在服务器上，页面下方写着“已保存”和时间。网络断开或登录超时，内容都留在页面上，恢复后接着存。',
          en: 'Yes. It saves on the server as you type and says when. If the network or your session ends, what you typed stays on the page and is saved afterwards.',
        },
      },
      {
        ask: { zh: '物品很多，怎样录入？', en: 'I have many articles. How do I enter them?' },
        say: {
          zh: '在 Excel 里复制后粘贴到附表任一单元格，或导入 .xlsx；第一行是表头时按表头对应各列。有问题的单元格标红，下方逐条列出，点一下就到那一格。',
          en: 'Copy in Excel and paste into any cell, or import an .xlsx; a heading row is matched by its titles. Faulty cells turn red and are listed below, each a press away.',
        },
        duty: 'S2-196',
      },
      {
        ask: { zh: '某一项确实没有内容怎么办？', en: 'What if a field does not apply?' },
        say: {
          zh: '可以不填的项旁边有“无此内容”，勾选后打印为 ***。',
          en: 'Such fields have a box “Not applicable”; they print as ***.',
        },
        duty: 'S2-146',
      },
      {
        ask: { zh: '为什么不能提交？', en: 'Why can I not submit?' },
        say: {
          zh: '按钮旁的“为什么不能”列出全部原因和依据，不会只说第一条；点“前往”直接到要改的地方。',
          en: '“Why not” beside the button lists every reason with its source, and leads to the place to mend.',
        },
      },
    ],
  },
  {
    key: 'after',
    title: { zh: '提交之后', en: 'After submitting' },
    answers: [
      {
        ask: { zh: '多久能办完？', en: 'How long does it take?' },
        say: {
          zh: '办件页右侧的“时限”写着截止日和剩余工作日；展开“逐日说明”，每一天为什么计入、为什么不计入都能看到。受理之日为第 0 天。',
          en: 'The clock on the case page shows the due day and working days left; “Day by day” gives the reason of each day. The day of acceptance is day 0.',
        },
        duty: 'S2-043',
      },
      {
        ask: { zh: '要交费吗？', en: 'Is there a fee?' },
        say: {
          zh: '不收取费用。受理凭证上也写明。',
          en: 'No. The proof of acceptance says so too.',
        },
        duty: 'S2-048',
      },
      {
        ask: { zh: '收到补正通知怎么办？', en: 'I was asked to correct something.' },
        say: {
          zh: '通知一次列明全部要补正的内容。打开办件，只有这些地方可以改，改好后再次提交。逾期没有补正的，申请终结，可以重新申请。',
          en: 'One notice lists everything. Open the case: only those places can be changed; then submit again. Unanswered in time, the application ends; you may file a new one.',
        },
        duty: 'S2-033',
      },
      {
        ask: { zh: '“特殊环节”是什么？', en: 'What is a special step?' },
        say: {
          zh: '专家资料审查、现场评估、实验室检测。所需时间不计入审批时限，会书面告知。',
          en: 'Expert review, on-site assessment, laboratory testing. Their time is not counted and is told in writing.',
        },
        duty: 'S2-046',
      },
      {
        ask: { zh: '收到“不予受理”怎么办？', en: 'My application was not accepted.' },
        say: {
          zh: '决定书写明理由。依法不需要审批的，不必再申请；属于其他机关的，写明向哪个机关申请。不同意的，可以依法申请行政复议或者提起行政诉讼。',
          en: 'The decision gives the reason: no approval is needed, or which body decides. You may ask for review or sue.',
        },
        duty: 'S2-034',
      },
      {
        ask: { zh: '不同意不予许可的决定怎么办？', en: 'What if I disagree with a refusal?' },
        say: {
          zh: '决定书写明事实、理由、依据和救济途径：可以依法申请行政复议或者提起行政诉讼。',
          en: 'The decision names facts, reasons, basis and remedies: administrative review or suit.',
        },
        duty: 'S2-039',
      },
    ],
  },
  {
    key: 'permit',
    title: { zh: '审批单与核销', en: 'Permit and write-off' },
    answers: [
      {
        ask: { zh: '审批单在哪里领？', en: 'Where is my permit?' },
        say: {
          zh: '批准后在办件页右侧“文书”下载，打开即为送达；“审批单与余额”列出每一行还能用多少、到哪天有效。',
          en: 'On the case page under “Papers”; opening it is its delivery. “Permits” shows what is left on each line and until when.',
        },
        duty: 'S2-040',
      },
      {
        ask: { zh: '怎样核销？', en: 'How does write-off work?' },
        say: {
          zh: '到货前在审批单页面“申请核销”，填写本次数量，数量先预留；口岸按实际查验的数量确认，多余的退回余额，永远不会超出批准的数量。',
          en: 'Ask on the permit’s page before the shipment. The quantity is reserved, the port confirms what it found, the rest returns; it can never exceed what was granted.',
        },
        duty: 'S2-041',
      },
    ],
  },
  {
    key: 'officer',
    title: { zh: '办理岗位', en: 'For officers' },
    answers: [
      {
        ask: { zh: '先办哪一件？', en: 'Which case first?' },
        say: {
          zh: '工作台按剩余工作日排列，三天内到期的标黄，超期的标红；特殊环节中的显示“暂停”。',
          en: 'The workbench sorts by working days left: amber within three days, red when overdue, “paused” during a special step.',
        },
      },
      {
        ask: { zh: '初审和复核可以是同一个人吗？', en: 'May one person review twice?' },
        say: {
          zh: '不可以。同一件的初审、复核由不同的人办理；代理同事办理时也一样。',
          en: 'No. First and second review are done by different persons, also when one acts as a deputy.',
        },
        duty: 'S2-037',
      },
      {
        ask: { zh: '别人正在改同一件怎么办？', en: 'Somebody else is changing the same case.' },
        say: {
          zh: '提交时系统会发现并说明现在是第几版；您填写的内容仍在页面上，刷新核对后再办。',
          en: 'The system notices and says which version it is now; what you typed stays, refresh and go on.',
        },
      },
    ],
  },
  {
    key: 'public',
    title: { zh: '核验与公开', en: 'Verifying' },
    answers: [
      {
        ask: { zh: '怎样知道一张文书是真的？', en: 'How do I know a paper is genuine?' },
        say: {
          zh: '扫描二维码或输入核验码，页面显示与文书相同的内容和现在是否有效；把文件拖进页面还可以逐字节比对，文件不会离开您的电脑。',
          en: 'Scan the QR code or type the code: the page shows the same facts and whether it is in force. You can also compare the file byte by byte; it does not leave your computer.',
        },
      },
    ],
  },
  {
    key: 'use',
    title: { zh: '使用方法', en: 'Using the pages' },
    answers: [
      {
        ask: { zh: '可以只用键盘吗？', en: 'Can I use the keyboard alone?' },
        say: {
          zh: '可以。按“?”显示快捷键；Tab 的第一站是“跳到正文”；灰色编号（如 S2-043）用 Tab 走到即显示它的要点。',
          en: 'Yes. Press “?” for the keys; the first stop of Tab skips to the content; a grey number such as S2-043 says what it demands when focused.',
        },
      },
      {
        ask: { zh: '怎样把看到的列表发给同事？', en: 'How do I send a list to a colleague?' },
        say: {
          zh: '搜索、筛选、排序都在网址里，复制网址即可；同事只会看到他有权看的内容。',
          en: 'Search, filters and sort are in the address: copy it. A colleague sees only what he may.',
        },
      },
    ],
  },
]
