/** Words of taking lines from the unit's library of articles and keeping them there. */
export const shelfWords = {
  take: { zh: '从物品库选', en: 'From the library' },
  search: { zh: '名称、英文名称、货号', en: 'Name, catalogue no.' },
  fillIn: { zh: '填入 {n} 行', en: 'Fill in {n} {n:row|rows}' },
  found: {
    zh: '找到 {n} 种，显示前 {shown} 种，可输入更多字缩小范围',
    en: '{n} found, {shown} shown',
  },
  none: { zh: '物品库中没有找到', en: 'Nothing found in the library' },
  noneHint: {
    zh: '可以先在附表中填写，再用“存入物品库”保存，下次直接选。',
    en: 'Type the lines here and keep them in the library for next time.',
  },
  pathogens: {
    zh: '所选物品含有{names}，请在“物品与风险”中列出，并选择实验活动。',
    en: 'These contain {names}: list them under “Article and risk” with the activity.',
  },
  otherClass: {
    zh: '所选物品有的类别与本申请不同（{names}）。一份申请只写一类物品，请核对。',
    en: 'Some are of another class ({names}); an application is for one class.',
  },
  keep: { zh: '存入物品库', en: 'Keep in the library' },
  keepHint: {
    zh: '选中的行会存入本单位的物品库，数量除外。类别和病原微生物按本申请填写的保存。',
    en: 'The chosen lines are kept for your unit, without the quantity.',
  },
  keepThese: { zh: '存入 {n} 种', en: 'Keep {n}' },
  keepMost: {
    zh: '一次最多存入 {n} 种，其余 {rest} 种请再存一次。',
    en: 'At most {n} at once; press again for the other {rest}.',
  },
  classFirst: {
    zh: '请先在“物品与风险”中选择物品类别和是否含病原微生物。',
    en: 'First choose the class and whether pathogens are contained.',
  },
  kept: { zh: '已存入 {n} 种物品', en: '{n} {n:article|articles} kept' },
  there: { zh: '物品库中已有', en: 'There already' },
  skipped: {
    zh: '物品库中已有同名同货号的物品，已取消选择；其余的可以保存。规格不同、确需另列的，请到物品库中新增。',
    en: 'What is there already was left out; the others can be kept. Another specification is added in the library itself.',
  },
  copy: { zh: '从以前的申请复制', en: 'Copy from an application' },
  copyHint: {
    zh: '本单位其他申请的附表，复制后接在已有的行后面；生产批号不复制。',
    en: 'Item lists of your unit’s other applications, added behind; batch numbers are left out.',
  },
  copyThese: { zh: '复制 {n} 行', en: 'Copy {n} {n:row|rows}' },
  copyRows: { zh: '{n} 行', en: '{n} {n:row|rows}' },
  copyNone: { zh: '本单位没有其他申请', en: 'No other application with an item list' },
  copyNoneHint: {
    zh: '可以下载模板填写后导入，或者从物品库选。',
    en: 'Fill in the template and import it, or take lines from the library.',
  },
  copyNoRoom: {
    zh: '这份附表有 {n} 行，现在只能再加 {room} 行。请先删去一些行，或者分次申请。',
    en: 'It has {n} rows and only {room} more fit. Delete some first, or apply twice.',
  },
} as const
