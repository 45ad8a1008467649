/** Words of what officers work with: register, queue and the aids beside a case. */
export const deskWords = {
  searchCases: {
    zh: '编号、单位、物品、病原、货号、批号',
    en: 'Number, unit, article, pathogen, catalogue or batch no.',
  },
  articleClass: { zh: '类别', en: 'Class' },
  overdueOnly: { zh: '只看超期', en: 'Only overdue' },
  heldByNobody: { zh: '无人经办', en: 'Nobody yet' },
  pull: { zh: '取下一件', en: 'Take the next case' },
  pullFor: { zh: '取下一件（{role}）', en: 'Take the next case ({role})' },
  take: { zh: '领取此件', en: 'Take this case' },
  takeHint: {
    zh: '还没有人经办。领取后同事会看到由您办理，可以随时转交。',
    en: 'Nobody has it in hand yet. Colleagues will see that you do; you may hand it over.',
  },
  remarks: { zh: '内部意见', en: 'Remarks among officers' },
  remarksInner: {
    zh: '只有海关人员看得到。勾选的意见会带入补正通知，可以在通知中修改。',
    en: 'For officers only. Those ticked go into the correction notice, where they can be changed.',
  },
  noRemarks: {
    zh: '还没有意见。点字段或文件旁的标记，可以写下意见。',
    en: 'None yet. Use the mark beside a field or document.',
  },
  settle: { zh: '标为已处理', en: 'Settle' },
  openAgain: { zh: '重新打开', en: 'Open again' },
  settledBy: { zh: '{name} 标为已处理', en: 'settled by {name}' },
  takeOver: { zh: '带入补正通知', en: 'Take over into the correction' },
  checks: { zh: '检查清单', en: 'Check-list' },
  ticked: { zh: '已检查 {n} 项，共 {all} 项。', en: '{n} of {all} looked at.' },
  unticked: {
    zh: '检查清单还有 {n} 项没有勾选：{points}。可以先提出意见，请确认这些内容已经审查。',
    en: '{n} points are not ticked: {points}. You may go on; please make sure they were looked at.',
  },
  same: { zh: '同一物品以往的许可', en: 'Granted before for the same article' },
  noSame: {
    zh: '没有货号或者名称相同的已批准件。',
    en: 'None with the same catalogue number or name.',
  },
  sameUnit: { zh: '本次申请单位', en: 'this unit' },
  permitOf: {
    zh: '审批单 {number}，{grade} 级，有效至 {until}',
    en: 'permit {number}, grade {grade}, until {until}',
  },
  record: { zh: '单位记录', en: 'Record of the unit' },
  granted: { zh: '以往批准', en: 'Granted' },
  inForce: { zh: '有效审批单', en: 'Permits in force' },
  refused: { zh: '不予许可', en: 'Refused' },
  notAccepted: { zh: '不予受理', en: 'Not accepted' },
  lapsed: { zh: '逾期未补正', en: 'Not corrected in time' },
  writeOffsOverdue: { zh: '逾期未核销', en: 'Write-offs overdue' },
} as const
