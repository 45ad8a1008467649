import { fileKinds, type FileKind } from '#frame/files/file-kind.ts'
import type { Words } from '#frame/kernel/lifecycle.ts'
import type { Reason } from '#frame/kernel/reason.ts'

/** A place for documents: what it takes, why it is asked for, how large a file may be. */
export interface FileSlot {
  /** Its place on the page; reasons point at it. */
  at: string
  title: Words | string
  duty?: string | null
  /** Why it is asked for here, or when not. */
  why?: Words | string
  required: boolean
  kinds: readonly FileKind[]
  /** Largest size of one file in bytes, and the duty it comes from. */
  mostBytes: number
  mostDuty?: string
  /** Several files stand side by side; otherwise a new one is a new version of the old. */
  many?: boolean
}

/** A file on the server as a slot shows it. */
export interface ShownFile {
  id: string
  name: string
  bytes: number
  at: string
  by?: string
  /** Counts from 1 within its slot; the highest is in force. */
  version: number
  href: string
  kind?: FileKind
  /** Whether a virus scanner has seen it. */
  scan?: 'clean' | 'waiting' | 'unscanned'
}

/** What an upload may tell while it runs. */
export interface UploadWatch {
  progress: (share: number) => void
  signal: AbortSignal
}

/** Endings a slot takes, with their dot: `.docx`. */
export function endingsOf(slot: FileSlot): string[] {
  return slot.kinds.flatMap((kind) => fileKinds[kind].endings.map((ending) => `.${ending}`))
}

/** What is wrong with a file before it is sent; empty when it may go. */
export function slotReasons(slot: FileSlot, file: { name: string; size: number }): Reason[] {
  const reasons: Reason[] = []
  const ending = file.name.slice(file.name.lastIndexOf('.')).toLowerCase()
  const endings = endingsOf(slot)
  if (!endings.includes(ending))
    reasons.push({
      duty: slot.duty ?? null,
      code: 'file-kind',
      message: `“${file.name}”不是这里接受的格式。请另存为 ${endings.join('、')} 后再上传。`,
      at: slot.at,
    })
  if (file.size > slot.mostBytes)
    reasons.push({
      duty: slot.mostDuty ?? null,
      code: 'file-size',
      message: `“${file.name}”为 ${mega(file.size)} MB，超过 ${mega(slot.mostBytes)} MB 的上限。请压缩图片或拆分后再上传。`,
      at: slot.at,
    })
  if (file.size === 0)
    reasons.push({
      duty: null,
      code: 'file-empty',
      message: `“${file.name}”是空文件。请检查后重新选择。`,
      at: slot.at,
    })
  return reasons
}

const mega = (bytes: number) => (bytes / 1024 / 1024).toFixed(1)
