/** Words of what officers work with: register, queue and the aids beside a case. */
export const deskWords = {
  searchCases: {
    zh: '编号、单位、物品、病原、货号、批号',
    en: 'Number, unit, article, pathogen, catalogue or batch no.',
  },
  articleClass: { zh: '类别', en: 'Class' },
  overdueOnly: { zh: '只看超期', en: 'Only overdue' },
  heldByNobody: { zh: '无人经办', en: 'Nobody yet' },
} as const
