import { pageWords } from './page-words.ts'

/** Words of the page of one visit. */
export const visitWords = {
  ...pageWords,
  rows: { zh: '核对清单', en: 'What to check' },
  progress: { zh: '已核对 {done}，共 {all} 项', en: '{done} of {all} looked at' },
  saving: { zh: '正在保存', en: 'Saving' },
  keys: {
    zh: '键盘：J、K 上下移动，1 原件已见，2 缺或不符，0 取消标记；写完说明按回车到下一项。',
    en: 'Keys: J and K move, 1 seen, 2 wanting, 0 takes it back; Enter after a remark goes on.',
  },
  seenOf: { zh: '原件已见：{what}', en: 'Original seen: {what}' },
  wantingOf: { zh: '缺或不符：{what}', en: 'Wanting: {what}' },
  notLooked: { zh: '未核对', en: 'not looked at' },
  restMissing: { zh: '其余材料均未出示', en: 'None of the rest was shown' },
  restPhrase: {
    zh: '未出示原件，请携带原件和加盖公章的复印件再次交验。',
    en: 'The original was not shown; bring it with a sealed copy.',
  },
  restHint: {
    zh: '把还没有核对的材料都标为未出示',
    en: 'Marks every document not looked at as not shown',
  },
  tickedBy: { zh: '{who}，{when}', en: '{who}, {when}' },
  fileChanged: { zh: '核对后文件已更换，请再核对一次', en: 'Changed since; look again' },
  remark: { zh: '缺什么、哪里不符', en: 'What is wanting' },
  remarkHint: {
    zh: '申请单位看到的就是这句话，写明怎样补齐。',
    en: 'The unit reads exactly this; say how to mend it.',
  },
  file: { zh: '存档文件', en: 'On file' },
  scan: { zh: '存档文件（可在窗口扫描更换）', en: 'On file (may be scanned at the counter)' },
  typed: { zh: '填报信息', en: 'As typed' },
  typedHint: {
    zh: '与原件逐项对照，不一致的点“不符”写明。',
    en: 'Hold it against the originals; say what differs.',
  },
  differs: { zh: '不符', en: 'Differs' },
  differsOf: { zh: '{what}与原件不符', en: '{what} differs from the original' },
  acts: { zh: '办理', en: 'Acts' },
  willComplete: {
    zh: '各项原件都已见到，填报信息一致，没有不符：现场审核合格，登记转账号管理岗审核，同时出具回执。',
    en: 'All originals were seen and agree with what was typed: found complete, and the receipt is issued.',
  },
  willReturn: {
    zh: '有 {n} 项缺或不符：登记退回单位补齐，回执一次列明。',
    en: '{n} wanting: the registration goes back with all of them on the receipt.',
  },
  finishComplete: { zh: '审核合格，出具回执', en: 'Complete, issue the receipt' },
  finishReturn: { zh: '退回补齐，出具回执', en: 'Send back, issue the receipt' },
  why: { zh: '原因', en: 'Why' },
  stopText: {
    zh: '这次不作结论，登记仍待交验，单位可以再来。原来约在以后日子的，时段还空着就恢复预约。',
    en: 'No result; the registration still waits. A booking for a later day stands again if its place is free.',
  },
  printing: { zh: '回执正在生成，好了即打开打印', en: 'The receipt opens for printing when made' },
  print: { zh: '打印回执', en: 'Print the receipt' },
  earlier: { zh: '以往交验', en: 'Earlier visits' },
  phrases: { zh: '常用语', en: 'Phrases' },
  morePhrases: { zh: '更多（{n}）', en: 'More ({n})' },
  keepPhrase: { zh: '存为我的常用语', en: 'Keep as my phrase' },
  retirePhrase: { zh: '停用“{text}”', en: 'Retire “{text}”' },
  arrived: { zh: '到达', en: 'Arrived' },
  time: { zh: '时间', en: 'Time' },
  finished: { zh: '办结', en: 'Finished' },
  openRegistration: { zh: '查看登记', en: 'Open the registration' },
} as const
