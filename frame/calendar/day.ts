/**
 * A legal day is the text 'YYYY-MM-DD' in Beijing time. Deadlines, validity and bars count days, never
 * instants, so nothing here knows an hour: only `todayInBeijing` and `beijingMidnight` touch a Date.
 */
export type Day = string

/** A closed span of days: both ends belong to it. */
export interface Span {
  from: Day
  to: Day
}

const msPerDay = 86_400_000
// Beijing keeps UTC+8 all year (no summer time since 1991), so a fixed offset is exact.
const beijingOffset = 8 * 3_600_000
const shape = /^(\d{4})-(\d{2})-(\d{2})$/

/** True when the text is a day that exists in the Gregorian calendar, e.g. not '2026-02-29'. */
export function isDay(text: string): boolean {
  const parts = shape.exec(text)
  if (!parts) return false
  const [year, month, date] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  return year > 0 && month >= 1 && month <= 12 && date >= 1 && date <= lengthOfMonth(year, month)
}

/** Number of days since 1970-01-01. Throws RangeError for a text that is no day. */
export function dayNumber(day: Day): number {
  if (!isDay(day)) throw new RangeError(`不是有效日期：${day}（应为 YYYY-MM-DD）`)
  return Date.parse(`${day}T00:00:00Z`) / msPerDay
}

/** The day `n` days after 1970-01-01. */
export function dayFromNumber(n: number): Day {
  return new Date(n * msPerDay).toISOString().slice(0, 10)
}

/** The legal day in Beijing at an instant. */
export function todayInBeijing(instant: Date): Day {
  return new Date(instant.getTime() + beijingOffset).toISOString().slice(0, 10)
}

/** The instant at which the legal day begins in Beijing. */
export function beijingMidnight(day: Day): Date {
  return new Date(dayNumber(day) * msPerDay - beijingOffset)
}

/** The day `n` days later; earlier when n is negative. */
export function addDays(day: Day, n: number): Day {
  return dayFromNumber(dayNumber(day) + n)
}

/**
 * The corresponding day `n` months later, or the last day of that month where it has none
 * (民法典第二百零二条): 2026-11-30 + 3 → 2027-02-28.
 */
export function addMonths(day: Day, n: number): Day {
  dayNumber(day)
  const months = yearOf(day) * 12 + (Number(day.slice(5, 7)) - 1) + n
  const year = Math.floor(months / 12)
  const month = months - year * 12 + 1
  const date = Math.min(Number(day.slice(8, 10)), lengthOfMonth(year, month))
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`
}

/** The corresponding day `n` years later; 29 February becomes 28 February in a common year. */
export function addYears(day: Day, n: number): Day {
  return addMonths(day, n * 12)
}

/** 1 = Monday … 7 = Sunday. */
export function weekday(day: Day): number {
  // 1970-01-01 was a Thursday.
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1
}

/** True on Saturday and Sunday, whatever the holiday notice makes of them. */
export function isWeekend(day: Day): boolean {
  return weekday(day) >= 6
}

/** Negative, zero or positive, for sorting: earlier days first. */
export function compareDays(a: Day, b: Day): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Number of days from `from` to `to`: 0 for the same day, negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from)
}

/** True when the day lies in the closed span. */
export function inSpan(day: Day, span: Span): boolean {
  return span.from <= day && day <= span.to
}

/** All days of the closed span in order; empty when it ends before it begins. */
export function daysOf(span: Span): Day[] {
  const first = dayNumber(span.from)
  const length = Math.max(0, dayNumber(span.to) - first + 1)
  return Array.from({ length }, (_, i) => dayFromNumber(first + i))
}

/** The calendar year of the day. */
export function yearOf(day: Day): number {
  return Number(day.slice(0, 4))
}

/** First and last day of the month 'YYYY-MM' in which the day lies. */
export function monthOf(day: Day): Span {
  const from = `${day.slice(0, 8)}01`
  return { from, to: addDays(addMonths(from, 1), -1) }
}

/** '2026年11月3日': Arabic digits without leading zeros, as GB/T 9704 prints dates. */
export function dayInWords(day: Day): string {
  return `${yearOf(day)}年${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`
}

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** '2026年11月3日' and '3 Nov 2026': a day in running text. */
export function dayWords(day: Day): { zh: string; en: string } {
  const [month, date] = [months[Number(day.slice(5, 7)) - 1], Number(day.slice(8, 10))]
  return { zh: dayInWords(day), en: `${date} ${month} ${yearOf(day)}` }
}

function lengthOfMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function pad(n: number, width: number): string {
  return String(n).padStart(width, '0')
}
