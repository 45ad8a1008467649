/** Words of reading a sheet into an item list. */
export const importWords = {
  import: { zh: '导入 Excel', en: 'Import Excel' },
  cancel: { zh: '取消', en: 'Cancel' },
  askTitle: { zh: '清单里已有内容', en: 'The list has rows already' },
  ask: {
    zh: '“{name}”里有 {n} 行。清单里已填写 {filled} 行，要接在后面，还是替换它们？',
    en: '“{name}” has {n} {n:row|rows}. {filled} {filled:is|are} filled already: add behind, or replace?',
  },
  replace: { zh: '替换已有的 {n} 行', en: 'Replace the {n} {n:row|rows}' },
  append: { zh: '接在后面', en: 'Add behind' },
  noRoom: {
    zh: '接在后面共 {n} 行，超过最多 {most} 行，只能替换，或者先删去一些行。',
    en: 'Together {n} rows, above the {most} allowed: replace, or delete some first.',
  },
  faultTitle: { zh: '没有导入', en: 'Not imported' },
  understood: { zh: '知道了', en: 'OK' },
  nothing: {
    zh: '表格里没有可以导入的行。请在表头下面填写物品（示例行不导入），保存后再导入。',
    en: 'No rows to import. Fill in items below the headings (the example is left out).',
  },
  tooMany: {
    zh: '表格里有 {n} 行，最多 {most} 行，没有导入。请删减后再导入，或者分次申请。',
    en: 'The sheet has {n} rows, at most {most}: nothing was imported. Shorten it or apply twice.',
  },
  done: { zh: '已导入 {n} 行。', en: '{n} {n:row|rows} imported.' },
  noHeading: {
    zh: '没有找到表头，按列的次序填入，请核对。',
    en: 'No headings found: columns were taken in their order, please check.',
  },
  guides: {
    zh: '说明和示例 {n} 行没有导入。',
    en: '{n} {n:row|rows} of explanation and example left out.',
  },
  unknown: { zh: '没有对应的列：{names}，未导入。', en: 'No such column: {names}, left out.' },
} as const
