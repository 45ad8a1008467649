import { daysOf, isWeekend, yearOf, type Day } from './day.ts'
import { statutoryDays } from './statutory-days.ts'
import type { YearNotice } from './year-notice.ts'

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
