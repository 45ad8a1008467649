import type { WindowHours } from '#frame/calendar/periods.ts'
import type { Words } from '#frame/kernel/lifecycle.ts'

const days: readonly Words[] = [
  { zh: '一', en: 'Monday' },
  { zh: '二', en: 'Tuesday' },
  { zh: '三', en: 'Wednesday' },
  { zh: '四', en: 'Thursday' },
  { zh: '五', en: 'Friday' },
  { zh: '六', en: 'Saturday' },
  { zh: '日', en: 'Sunday' },
]

/** S2-006 when the window receives, in a few words. In: ISO weekdays and Beijing times. */
export function hoursWords({ weekdays, from, to }: WindowHours): Words {
  const named = weekdays.toSorted((a, b) => a - b).flatMap((n) => days[n - 1] ?? [])
  return {
    zh: `每周${named.map((d) => d.zh).join('、')} ${from}—${to}`,
    en: `every ${named.map((d) => d.en).join(' and ')} ${from}–${to}`,
  }
}
