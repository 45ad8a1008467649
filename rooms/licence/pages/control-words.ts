/** Words of this form's own controls. */
export const controlWords = {
  choose: { zh: '请选择', en: 'Please choose' },
  noLaboratory: { zh: '单位登记中没有实验室，请先在单位登记中补充', en: 'No laboratory on file' },
  activity: { zh: '实验活动', en: 'Activity' },
  remove: { zh: '移除 {name}', en: 'Remove {name}' },
  needs: { zh: '第{n}类，需 {level}', en: 'class {n}, needs {level}' },
} as const
