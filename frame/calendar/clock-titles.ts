import type { Words } from '#frame/kernel/lifecycle.ts'

// Their lengths are dated settings: frame/catalogue/clock-terms.ts.
const titles: Record<string, Words> = {
  decision: { zh: '审批期限', en: 'Decision' },
  delivery: { zh: '送达期限', en: 'Delivery' },
  publicity: { zh: '公示期限', en: 'Public notice' },
}

/** What people call a clock of this kind. */
export function clockTitle(kind: string): Words {
  return titles[kind] ?? { zh: kind, en: kind }
}
