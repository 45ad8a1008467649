import type { z } from 'zod'
import { todayInBeijing } from '#frame/calendar/day.ts'
import { loadCalendar } from '#frame/calendar/stored-calendar.ts'
import type { Visit } from '#frame/http/open.ts'
import type { Words } from '#frame/kernel/lifecycle.ts'
import { attachmentName } from '#frame/papers/send-paper.ts'
import { holdsAny } from '#frame/people/policy.ts'
import { mostSheetRows, writeSheet, type SheetColumn } from '#frame/sheets/write-sheet.ts'
import type { listDoor, sheetDoor } from './doors.ts'
import { choiceWords } from './labels.ts'
import { keyOf, rowShown, rowsAfter, searchOf, type CaseRow } from './list-cases.ts'
import type { ListKey } from './list-key.ts'
import { licenceLife, officerReaders, type LicenceStatus } from './states.ts'

type Asked = z.output<NonNullable<typeof sheetDoor.query>>
type Shown = z.input<typeof listDoor.reply>['rows'][number]

/** Rows read at once: a sheet of twenty thousand holds no connection for long. */
const atOnce = 1000

/**
 * The register as a sheet: exactly the rows and columns the reader may see, in the order of the page. Longer
 * ones are cut and say so in their last row.
 */
export async function sendCaseSheet(visit: Visit, asked: Asked): Promise<Buffer> {
  const { house, actor, reply } = visit
  const today = todayInBeijing(house.clock.now())
  const { calendar } = await loadCalendar(house.db)
  const { rows, cut } = await allRows(visit, asked)
  const shown = rows.map((row) => rowShown(actor, row, calendar, today))
  const columns = columnsFor(asked.language, holdsAny(actor, officerReaders))
  const last: Shown[] = cut ? [{ ...shown[0]!, ...emptyRow(asked.language) }] : []
  reply.header('content-type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  const title = licenceLife.title[asked.language]
  reply.header('content-disposition', attachmentName(`${title} ${today}.xlsx`))
  reply.header('cache-control', 'private, no-store')
  return writeSheet(asked.language === 'zh' ? '办件' : 'Cases', columns, [...shown, ...last])
}

async function allRows(visit: Visit, asked: Asked): Promise<{ rows: CaseRow[]; cut: boolean }> {
  const search = await searchOf(visit, asked)
  const rows: CaseRow[] = []
  let after: ListKey | null = null
  for (;;) {
    const more: CaseRow[] = await rowsAfter(visit, search, {
      sort: asked.sort,
      after,
      most: atOnce,
    })
    rows.push(...more)
    const last = more.at(-1)
    if (rows.length > mostSheetRows) return { rows: rows.slice(0, mostSheetRows), cut: true }
    if (!last || more.length < atOnce) return { rows, cut: false }
    after = keyOf(asked.sort, last)
  }
}

const heads = {
  number: { zh: '办件编号', en: 'Number' },
  unit: { zh: '申请单位', en: 'Applicant' },
  articles: { zh: '物品', en: 'Articles' },
  direction: { zh: '方向', en: 'Direction' },
  class: { zh: '类别', en: 'Class' },
  status: { zh: '状态', en: 'Status' },
  received: { zh: '收到日期', en: 'Received' },
  due: { zh: '办理期限', en: 'Due' },
  left: { zh: '剩余工作日', en: 'Working days left' },
  holder: { zh: '经办人', en: 'In hand' },
  cut: {
    zh: '还有更多，本表到此为止。请缩小筛选范围后再导出。',
    en: 'There are more: this sheet ends here. Narrow the search and export again.',
  },
} satisfies Record<string, Words>

function columnsFor(language: keyof Words, officer: boolean): SheetColumn<Shown>[] {
  const title = (key: keyof typeof heads) => heads[key][language]
  const choice = (field: 'direction' | 'articleClass', code: string | null) =>
    code === null ? null : choiceWords(field, code)[language]
  const columns: SheetColumn<Shown>[] = [
    { title: title('number'), width: 22, value: (r) => r.number },
    { title: title('unit'), width: 34, value: (r) => r.unitName },
    { title: title('articles'), width: 44, value: (r) => r.articles },
    { title: title('direction'), width: 8, value: (r) => choice('direction', r.direction) },
    { title: title('class'), width: 18, value: (r) => choice('articleClass', r.articleClass) },
    {
      title: title('status'),
      width: 24,
      value: (r) => licenceLife.statuses[r.status as LicenceStatus]?.[language] ?? r.status,
    },
    { title: title('received'), width: 12, value: (r) => r.receivedDay },
    { title: title('due'), width: 12, value: (r) => r.dueDay },
    { title: title('left'), width: 12, value: (r) => r.leftDays },
  ]
  if (officer)
    columns.push({ title: title('holder'), width: 14, value: (r) => r.holder?.name ?? null })
  return columns
}

/** The row that says that the sheet was cut. */
function emptyRow(language: keyof Words) {
  const nothing = { number: null, unitName: '', status: '', direction: null, articleClass: null }
  const none = { receivedDay: null, dueDay: null, leftDays: null, holder: null }
  return { ...nothing, ...none, articles: heads.cut[language] }
}
