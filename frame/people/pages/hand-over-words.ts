/** Words around handing something over. */
export const handOverWords = {
  inHand: { zh: '经办', en: 'In hand' },
  nobody: { zh: '还没有人经办', en: 'Nobody yet' },
  since: { zh: '{at} 起', en: 'since {at}' },
  givenBy: { zh: '由{name}转交：{reason}', en: 'from {name}: {reason}' },
  handOver: { zh: '转交同事', en: 'Hand over' },
  confirm: { zh: '转交', en: 'Hand over' },
  to: { zh: '接办的同事', en: 'Colleague' },
  toHint: {
    zh: '只列出今天持有同一岗位、可以办理的同事。',
    en: 'Those who hold the same role today and can do it.',
  },
  deputy: { zh: '代理', en: 'deputy' },
  why: { zh: '转交原因', en: 'Reason' },
  choose: { zh: '请选择', en: 'Choose' },
  none: {
    zh: '没有可以接办的同事。请先由安全管理员授予岗位，或指定代理人。',
    en: 'No colleague can take it. A security administrator can grant the role, or a deputy be named.',
  },
  told: {
    zh: '接办的同事会收到消息，经过中写明转交人和原因。',
    en: 'The colleague is told; the history names you and the reason.',
  },
  several: {
    zh: '将转交 {n} 件：{list}。',
    en: 'To hand over, {n} in all: {list}.',
  },
  part: { zh: '已转交 {n} 件，其余没有转交。', en: '{n} handed over, the rest not yet.' },
  done: { zh: '已转交给{name}', en: 'Handed over to {name}' },
} as const
