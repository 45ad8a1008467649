import type { Reason } from '#frame/kernel/reason.ts'

/** What a check learned of an accepted file; shown beside it. */
export interface FileFacts {
  pages?: number
  /** Pixels. */
  width?: number
  height?: number
}

/** What the check of one kind says: all reasons against the file, none when it is accepted. */
export interface KindInspection {
  reasons: Reason[]
  facts: FileFacts
}
