/** Words of the item list. */
export const itemWords = {
  cell: { zh: '第 {n} 行 {what}', en: 'Row {n}, {what}' },
  rowNo: { zh: '序号', en: 'No.' },
  rowActs: { zh: '操作', en: 'Acts' },
  add: { zh: '添加一行', en: 'Add a row' },
  copy: { zh: '复制第 {n} 行', en: 'Copy row {n}' },
  remove: { zh: '删除第 {n} 行', en: 'Delete row {n}' },
  count: { zh: '共 {n} 行', en: '{n} {n:row|rows}' },
  import: { zh: '导入 Excel', en: 'Import Excel' },
  template: { zh: '下载空表', en: 'Empty sheet' },
  pasteHint: {
    zh: '可以从 Excel 复制后直接粘贴到任一单元格；第一行是表头时按表头对应各列。Alt+Enter 换行，Enter 到下一行。',
    en: 'Paste from Excel into any cell; a heading row is matched by its titles. Alt+Enter breaks a line.',
  },
  pasted: { zh: '已填入 {n} 行', en: '{n} {n:row|rows} filled in' },
  tooMany: {
    zh: '最多 {most} 行，有 {n} 行没有填入',
    en: 'At most {most} rows; {n} {n:was|were} left out',
  },
  errors: { zh: '{n} 处需要修改', en: '{n} {n:cell|cells} to mend' },
  errorAt: { zh: '第 {n} 行，{what}', en: 'Row {n}, {what}' },
  noErrors: { zh: '没有发现问题', en: 'No faults found' },
  badFile: {
    zh: '没有读出这份表格。请确认是 .xlsx 文件且没有加密，或打开后复制粘贴。',
    en: 'This sheet could not be read. Is it an .xlsx without a password? Or copy and paste.',
  },
  empty: { zh: '还没有物品', en: 'No items yet' },
  emptyHint: {
    zh: '添加一行，或从 Excel 复制粘贴，或导入表格。',
    en: 'Add a row, paste from Excel, or import a sheet.',
  },
  grid: { zh: '物品清单', en: 'Item list' },
  edit: { zh: '编辑', en: 'Edit' },
  row: { zh: '第 {n} 行', en: 'Row {n}' },
  moreRows: { zh: '再显示 50 行', en: 'Show 50 more' },
} as const
