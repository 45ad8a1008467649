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

const day = z.string().refine(isDay, '日期不存在或格式不对，请写成 2027-02-05 这样的形式')

/** One holiday of a notice: the days off from–to, and the weekend days worked in exchange. */
export const noticeHoliday = z.strictObject({
  name: z.string().trim().min(1, '请填写节日名称').max(40, '节日名称不能超过 40 个字'),
  nameEn: z.string().trim().min(1, '请填写节日英文名称').max(80, '英文名称不能超过 80 个字符'),
  from: day,
  to: day,
  work: z.array(day).max(10, '一个节日的调休上班日不能超过 10 天'),
})

/** The State Council's yearly notice in our own form: `law/calendar/<year>.json` and the administrator's import. */
export const yearNotice = z.strictObject({
  year: z.int().min(2000, '年份应在 2000 至 2100 之间').max(2100, '年份应在 2000 至 2100 之间'),
  title: z.string().trim().min(1, '请填写通知标题').max(200, '标题不能超过 200 个字'),
  number: z.string().trim().min(1, '请填写发文字号').max(80, '发文字号不能超过 80 个字'),
  issuedOn: day,
  url: z
    .url({ protocol: /^https?$/, error: '请填写通知全文的网址（http 或 https 开头）' })
    .max(500),
  holidays: z.array(noticeHoliday).min(1, '通知至少应有一个节日').max(20, '节日不能超过 20 个'),
})

export type YearNotice = z.infer<typeof yearNotice>

/** How the notice is cited beside a day. */
export function citation(notice: Pick<YearNotice, 'title' | 'number'>): string {
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
