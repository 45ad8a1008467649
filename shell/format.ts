import { dayWords, isDay } from '#frame/calendar/day.ts'

const beijing = 'Asia/Shanghai'

const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: beijing,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

function pieces(instant: Date | string) {
  const found: Record<string, string> = {}
  for (const part of parts.formatToParts(new Date(instant))) found[part.type] = part.value
  return found
}

/** An instant as it stands in lists. In: a Date or ISO text. Out: `2026-09-18 10:32`, Beijing time. */
export function showInstant(instant: Date | string): string {
  const p = pieces(instant)
  return `${p['year']}-${p['month']}-${p['day']} ${p['hour']}:${p['minute']}`
}

/** The time of day of an instant, Beijing time: `10:32`. */
export function showTime(instant: Date | string): string {
  const p = pieces(instant)
  return `${p['hour']}:${p['minute']}`
}

/** The legal day of an instant in Beijing: `2026-09-18`. */
export function dayOf(instant: Date | string): string {
  const p = pieces(instant)
  return `${p['year']}-${p['month']}-${p['day']}`
}

/** A legal day in running text. In: `2026-09-18`. Out: `2026年9月18日`, or `18 Sep 2026` in English. */
export function showDay(day: string, language: 'zh' | 'en'): string {
  return isDay(day) ? dayWords(day)[language] : day
}

/** Weekday of a legal day: `周五` or `Fri`. */
export function showWeekday(day: string, language: 'zh' | 'en'): string {
  const date = new Date(`${day}T00:00:00Z`)
  return new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    weekday: 'short',
    timeZone: 'UTC',
  }).format(date)
}

/** A whole number with thin groups: `12,500`. */
export function showNumber(value: number): string {
  return new Intl.NumberFormat('zh-CN').format(value)
}

/**
 * A quantity kept as an integer with a scale. In: 12500 at scale 3. Out: `12.5`; never by float
 * arithmetic, so that no digit is invented.
 */
export function showScaled(value: number, scale: number): string {
  const sign = value < 0 ? '-' : ''
  const digits = String(Math.abs(value)).padStart(scale + 1, '0')
  const whole = showNumber(Number(digits.slice(0, digits.length - scale)))
  const fraction = scale ? digits.slice(-scale).replace(/0+$/, '') : ''
  return `${sign}${whole}${fraction ? `.${fraction}` : ''}`
}

/** A file size in bytes, KB or MB: `1.8 MB`. */
export function showSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  const inKb = bytes / 1024
  return inKb < 1000 ? `${Math.round(inKb)} KB` : `${(inKb / 1024).toFixed(1).replace('.0', '')} MB`
}
