import type { Words } from '#frame/kernel/lifecycle.ts'

/** What the label of a product carries; empty: its name in Chinese and in English. */
export const labelCodes = ['', 'zh', 'other', 'code'] as const

/** The same in words (S2-193, S2-197, S2-199). */
export const labelWords: Record<(typeof labelCodes)[number], Words> = {
  '': { zh: '中文和英文', en: 'Chinese and English' },
  zh: { zh: '只有中文', en: 'Only Chinese' },
  other: { zh: '另有其他语言', en: 'Another language too' },
  code: { zh: '小包装只印代号', en: 'Smallest pack: only a code' },
}
