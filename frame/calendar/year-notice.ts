import { z } from 'zod'
import { daysOf, isDay, type Day } from './day.ts'
import type { HolidayName } from './holiday-names.ts'

/** What the calendar says of one day. `year` is the year whose notice orders it: 2022-12-31 is 元旦 2023. */
export interface DayRecord {
  date: Day
  kind: 'off' | 'work'
  name: HolidayName
  year: number
  source: string
  /** False for a day an administrator entered before the year's notice: it does not end 暂定. */
  published: boolean
}

const dayFault = '日期不存在或格式不对，请写成 2027-02-05 这样的形式'

/** A day as people type it. */
export const dayField = z
  .string('请填写日期')
  .min(1, { error: '请填写日期', abort: true })
  .refine(isDay, dayFault)

/** A text that must not be left empty. In: what to say when it is, and when it is too long. */
export const filledText = (missing: string, most: number) =>
  z.string(missing).trim().min(1, missing).max(most, `不能超过 ${most} 个字`)

const urlFault = '请填写通知全文的网址（http 或 https 开头）'
const yearFault = '年份应在 2000 至 2100 之间'

/** One holiday of a notice: the days off from–to, and the weekend days worked in exchange. */
const noticeHoliday = z.strictObject({
  name: filledText('请填写节日名称', 40),
  nameEn: filledText('请填写节日英文名称', 80),
  from: dayField,
  to: dayField,
  work: z.array(dayField, '请填写调休上班日').max(10, '一个节日的调休上班日不能超过 10 天'),
})

/** The State Council's yearly notice in our own form: `law/calendar/<year>.json` and the administrator's import. */
export const yearNotice = z.strictObject({
  year: z.int(yearFault).min(2000, yearFault).max(2100, yearFault),
  title: filledText('请填写通知标题', 200),
  number: filledText('请填写发文字号', 80),
  issuedOn: dayField,
  url: z.url({ protocol: /^https?$/, error: urlFault }).max(500, '网址不能超过 500 个字符'),
  holidays: z
    .array(noticeHoliday, '请填写放假安排')
    .min(1, '通知至少应有一个节日，请添加')
    .max(20, '节日不能超过 20 个'),
})

export type YearNotice = z.infer<typeof yearNotice>

/** How the notice is cited beside a day. */
function citation(notice: Pick<YearNotice, 'title' | 'number'>): string {
  return `《${notice.title}》（${notice.number}）`
}

/** The days the notice orders, in order of date. */
export function recordsOf(notice: YearNotice): DayRecord[] {
  const source = citation(notice)
  return notice.holidays
    .flatMap((holiday) => {
      const common = {
        name: { zh: holiday.name, en: holiday.nameEn },
        year: notice.year,
        source,
        published: true,
      }
      return [
        ...daysOf(holiday).map((date) => ({ date, kind: 'off' as const, ...common })),
        ...holiday.work.map((date) => ({ date, kind: 'work' as const, ...common })),
      ]
    })
    .sort((a, b) => (a.date < b.date ? -1 : 1))
}
