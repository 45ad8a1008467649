import { z } from 'zod'
import { daysOf, isDay, isWeekend, yearOf, type Day } from './day.ts'
import { statutoryDays, type HolidayName } from './statutory-days.ts'

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

export interface NoticeFault {
  code: string
  message: string
  at: string
}

/**
 * What is wrong with a notice, all of it; empty when it can be published. `at` is the path of the field
 * ('holidays.2.to').
 */
export function noticeFaults(notice: YearNotice): NoticeFault[] {
  const faults: NoticeFault[] = []
  const seen = new Map<Day, string>()
  const claim = (date: Day, name: string, at: string) => {
    const other = seen.get(date)
    if (other !== undefined) {
      const message = `${date} 出现两次（${other}、${name}）：同一天只能有一种安排，请删去一处。`
      faults.push({ code: 'calendar.day-twice', message, at })
    }
    seen.set(date, name)
    // A notice may reach into the last days of the year before: 2022-12-31 is 元旦 2023.
    if (`${notice.year - 1}-12-20` <= date && yearOf(date) <= notice.year) return
    const message = `${date} 不属于 ${notice.year} 年的放假安排：请核对年份。`
    faults.push({ code: 'calendar.other-year', message, at })
  }
  notice.holidays.forEach((holiday, i) => {
    if (holiday.to < holiday.from) {
      const message = `${holiday.name}的结束日期早于开始日期：请对调或改正。`
      faults.push({ code: 'calendar.span-reversed', message, at: `holidays.${i}.to` })
      return
    }
    const days = daysOf(holiday)
    if (days.length > 20) {
      const message = `${holiday.name}放假 ${days.length} 天，超过 20 天：请核对起止日期。`
      faults.push({ code: 'calendar.span-long', message, at: `holidays.${i}.to` })
      return
    }
    for (const date of days) claim(date, holiday.name, `holidays.${i}.from`)
    holiday.work.forEach((date, k) => {
      const at = `holidays.${i}.work.${k}`
      claim(date, `${holiday.name}调休`, at)
      if (isWeekend(date)) return
      const message = `${date} 不是周六或周日：调休上班日只能是周末，请核对日期。`
      faults.push({ code: 'calendar.work-not-weekend', message, at })
    })
  })
  for (const [date, name] of statutoryDays(notice.year)) {
    // 除夕 became a statutory day on 2025-01-01, so only later notices must free it.
    if (seen.has(date) || notice.year < 2025) continue
    const message = `缺少法定节假日 ${date}（${name.zh}）：《全国年节及纪念日放假办法》规定当日放假，请补上。`
    faults.push({ code: 'calendar.statutory-missing', message, at: 'holidays' })
  }
  return faults
}
