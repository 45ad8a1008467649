import type { Words } from '#frame/kernel/lifecycle.ts'
import type { ChartData } from '#shell/parts/chart-box.tsx'

const bands: readonly { words: Words; holds: (left: number) => boolean }[] = [
  { words: { zh: '已超期', en: 'overdue' }, holds: (n) => n < 0 },
  { words: { zh: '0–3 天', en: '0–3 d' }, holds: (n) => n >= 0 && n <= 3 },
  { words: { zh: '4–7 天', en: '4–7 d' }, holds: (n) => n > 3 && n <= 7 },
  { words: { zh: '8–14 天', en: '8–14 d' }, holds: (n) => n > 7 && n <= 14 },
  { words: { zh: '15 天以上', en: '15 d and more' }, holds: (n) => n > 14 },
]

/** How many cases have how many working days left. In: days left of each; nulls run no clock. */
export function daysLeftChart(
  left: readonly (number | null)[],
  say: (words: Words) => string,
): ChartData {
  const running = left.filter((n) => n !== null)
  return {
    kind: 'bar',
    unit: say({ zh: '件', en: 'cases' }),
    categories: bands.map((band) => say(band.words)),
    series: [
      {
        name: say({ zh: '件数', en: 'Cases' }),
        values: bands.map((band) => running.filter((n) => band.holds(n)).length),
      },
    ],
  }
}
