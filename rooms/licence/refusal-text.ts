import { z } from 'zod'
import type { PrintedText } from '#frame/papers/unprintable.ts'
import type { RefusalText } from './facts.ts'

const part = (what: string, max: number) =>
  z.string().trim().min(4, `请写明${what}`).max(max, `${what}最多 ${max} 个字`)

/** What an officer writes for a refusal (行政许可法 38). */
export const refusalInput = {
  facts: part('查明的事实', 1000),
  reasons: part('理由', 1000),
  basis: part('法律依据', 300),
}

/** The same as it will be printed. */
export const refusalPrinted = (said: RefusalText): PrintedText[] => [
  { at: 'facts', where: '“查明的事实”', text: said.facts },
  { at: 'reasons', where: '“理由”', text: said.reasons },
  { at: 'basis', where: '“法律依据”', text: said.basis },
]
