import type { TablePage, TableQuery, TableSource } from '#shell/parts/table-source.ts'
import type { Tone } from '#shell/parts/status-tag.tsx'
import { sampleStatuses } from './samples.ts'

export interface SampleCase {
  number: string
  article: string
  unit: string
  grade: string
  quantity: number
  packing: string
  received: string
  status: { words: string; tone: Tone }
  left: number | null
  handler: string
}

const articles = [
  ['人血清', '支'],
  ['脐带血单个核细胞', '管'],
  ['重组人干扰素 α-2b 抗体', '瓶'],
  ['结核分枝杆菌 H37Rv 菌株', '支'],
  ['HEK293T 细胞系', '支'],
  ['新型冠状病毒核酸阳性质控品', '盒'],
  ['人源肿瘤组织切片（FFPE）', '片'],
] as const
const units = [
  '北京清源生物医药研究院',
  '首都细胞工程中心',
  '北京同和临床检验所',
  '北京景山抗体技术有限公司',
  '永定河大学医学部',
] as const
const handlers = ['李敏', '周明', '赵立新']

const rows: readonly SampleCase[] = Array.from({ length: 128 }, (_, i) => {
  const [article, packing] = articles[i % articles.length]!
  const status = sampleStatuses[(i * 5) % sampleStatuses.length]!
  const open = ['progress', 'wait', 'hold'].includes(status.tone)
  return {
    number: `京特审〔2026〕${String(i + 1).padStart(6, '0')} 号`,
    article,
    unit: units[(i * 3) % units.length]!,
    grade: 'ABC'[(i * 7) % 3]!,
    quantity: ((i * 37) % 400) + 1,
    packing,
    received: new Date(Date.UTC(2026, 0, 5 + i * 2)).toISOString().slice(0, 10),
    status,
    left: open ? ((i * 11) % 23) - 2 : null,
    handler: handlers[i % handlers.length]!,
  }
})

function find(query: TableQuery): TablePage<SampleCase> {
  const wanted = query['status']?.split(',')
  const [from, to] = query['received']?.split(',') ?? []
  const found = rows.filter(
    (row) =>
      (!query['q'] || `${row.number}${row.unit}${row.article}`.includes(query['q'])) &&
      (!wanted || wanted.includes(row.status.words)) &&
      (!query['grade'] || row.grade === query['grade']) &&
      (!query['mine'] || row.handler === '李敏') &&
      (!from || row.received >= from) &&
      (!to || row.received <= to),
  )
  const sort = query['sort'] ?? ''
  const key = sort.replace('-', '') as keyof SampleCase
  const sign = sort.startsWith('-') ? -1 : 1
  const value = (row: SampleCase) => row[key] ?? 999
  const sorted = key
    ? [...found].sort((a, b) => sign * (value(a) < value(b) ? -1 : value(a) > value(b) ? 1 : 0))
    : found
  const size = Number(query['size'])
  const page = Number(query['page'] ?? 1)
  return { total: found.length, rows: sorted.slice((page - 1) * size, page * size) }
}

/** Answers like a list door of the server, from memory. */
export const registerSource: TableSource<SampleCase> = {
  key: ['example', 'register'],
  load: async (query) => find(query),
}
