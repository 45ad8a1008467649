/** Words of the parts, used on every page. */
export const partWords = {
  add: { zh: '添加', en: 'Add' },
  all: { zh: '全部', en: 'All' },
  back: { zh: '返回', en: 'Back' },
  cancel: { zh: '取消', en: 'Cancel' },
  close: { zh: '关闭', en: 'Close' },
  confirm: { zh: '确认', en: 'Confirm' },
  delete: { zh: '删除', en: 'Delete' },
  download: { zh: '下载', en: 'Download' },
  from: { zh: '自', en: 'From' },
  loading: { zh: '正在载入…', en: 'Loading…' },
  none: { zh: '无', en: 'None' },
  notFilled: { zh: '未填', en: 'Not filled' },
  ok: { zh: '知道了', en: 'OK' },
  optional: { zh: '选填', en: 'optional' },
  print: { zh: '打印', en: 'Print' },
  reload: { zh: '重新载入', en: 'Reload' },
  required: { zh: '必填', en: 'required' },
  retry: { zh: '重试', en: 'Try again' },
  save: { zh: '保存', en: 'Save' },
  search: { zh: '搜索', en: 'Search' },
  to: { zh: '至', en: 'To' },
} as const

export const dutyWords = {
  title: { zh: '依据', en: 'Duty' },
  missing: { zh: '没有找到这一条的说明。', en: 'The text of this duty was not found.' },
  plan: { zh: '试点方案', en: 'Pilot plan' },
  guide: { zh: '审批指南', en: 'Approval guide' },
} as const

export const whyWords = {
  title: { zh: '现在还不能办理，原因如下', en: 'This is not possible now, because' },
  count: { zh: '{n} 项原因', en: '{n} {n:reason|reasons}' },
  goTo: { zh: '前往', en: 'Go there' },
} as const
