import { LunarDay, SolarTerm, type SolarDay } from 'tyme4ts'
import { addDays, dayFromNumber, type Day } from './day.ts'
import { holidayNames, type HolidayName } from './holiday-names.ts'

const known = new Map<number, ReadonlyMap<Day, HolidayName>>()

/**
 * The 13 statutory days of a year by 全国年节及纪念日放假办法 (2024-11-10), computed by lunar
 * arithmetic. Only for years without a published notice: it knows no 调休, so days that rest on it are
 * shown as 暂定. Two festivals on one day share it (12 keys then).
 */
export function statutoryDays(year: number): ReadonlyMap<Day, HolidayName> {
  const cached = known.get(year)
  if (cached) return cached
  const days = new Map<Day, HolidayName>()
  const put = (day: Day, name: HolidayName) => {
    const other = days.get(day)
    days.set(
      day,
      other ? { zh: `${other.zh}、${name.zh}`, en: `${other.en} and ${name.en}` } : name,
    )
  }
  const firstOfYear = dayOf(LunarDay.fromYmd(year, 1, 1).getSolarDay())
  put(`${year}-01-01`, holidayNames.newYear)
  for (const n of [-1, 0, 1, 2]) put(addDays(firstOfYear, n), holidayNames.spring)
  put(dayOf(SolarTerm.fromName(year, '清明').getSolarDay()), holidayNames.qingming)
  for (const date of ['05-01', '05-02']) put(`${year}-${date}`, holidayNames.labour)
  put(dayOf(LunarDay.fromYmd(year, 5, 5).getSolarDay()), holidayNames.dragonBoat)
  put(dayOf(LunarDay.fromYmd(year, 8, 15).getSolarDay()), holidayNames.midAutumn)
  for (const date of ['10-01', '10-02', '10-03']) put(`${year}-${date}`, holidayNames.national)
  known.set(year, days)
  return days
}

function dayOf(solar: SolarDay): Day {
  return dayFromNumber(Date.UTC(solar.getYear(), solar.getMonth() - 1, solar.getDay()) / 86_400_000)
}
