/** Words of this form's own controls. */
export const controlWords = {
  noLaboratory: { zh: '单位登记中没有实验室，请先在单位登记中补充', en: 'No laboratory on file' },
  addPathogen: {
    zh: '按中文、拉丁文或缩写检索目录',
    en: 'Search by Chinese, Latin or abbreviation',
  },
  activity: { zh: '实验活动', en: 'Activity' },
  remove: { zh: '移除 {name}', en: 'Remove {name}' },
  needs: { zh: '第{n}类，需 {level}', en: 'class {n}, needs {level}' },
  noMatch: { zh: '目录中没有找到。请换用学名或更短的词。', en: 'Not in the catalogue.' },
  typeMore: { zh: '输入至少一个字开始检索', en: 'Type to search' },
} as const
