import type { FileKind } from '#frame/files/file-kind.ts'
import type { Words } from '#frame/kernel/lifecycle.ts'
import type { CaseAsk } from './asked-when.ts'

/** Whether a case must bring a document, and why; null: this case has nothing to do with it. */
export type SlotAsked = { required: boolean; why: Words } | null

/** One place for one document (S2-160), with what it takes and when it is asked for. */
export interface CaseSlot {
  code: string
  duty: string
  title: Words
  kinds: readonly FileKind[]
  asked(ask: CaseAsk): SlotAsked
}

/** Scans and pictures of papers. */
export const scans: readonly FileKind[] = ['pdf', 'jpeg', 'png']

/** Asked of a case where a condition holds, and of no other. In: the condition, and why in both languages. */
export const must =
  (when: (ask: CaseAsk) => boolean, zh: string, en: string) =>
  (ask: CaseAsk): SlotAsked =>
    when(ask) ? { required: true, why: { zh, en } } : null

/** Offered where a condition holds; the case may go without. */
export const may =
  (when: (ask: CaseAsk) => boolean, zh: string, en: string) =>
  (ask: CaseAsk): SlotAsked =>
    when(ask) ? { required: false, why: { zh, en } } : null
