import { reason, type Reason } from '#frame/kernel/reason.ts'
import { fileKinds, kindsInWords, nameFits, type FileKind } from './file-kind.ts'
import type { Slot } from './slot.ts'

const placeOf = (slot: Slot) => `slot.${slot.code}`

/** Bytes as a person reads them. */
function sizeInWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)} KB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}

/** S2-161 a file is not larger than its slot allows. In: bytes; null when it was cut for being too long. */
export function sizeReasons(slot: Slot, name: string, bytes: number | null): Reason[] {
  if (bytes !== null && bytes <= slot.mostBytes) return []
  const is = bytes === null ? '' : `为 ${sizeInWords(bytes)}，`
  return [
    reason(
      slot.mostDuty ?? null,
      'file-size',
      `“${name}”${is}超过“${slot.title.zh}”单个文件 ${sizeInWords(slot.mostBytes)} 的上限。请压缩图片、降低扫描分辨率或拆分后再上传。`,
      placeOf(slot),
    ),
  ]
}

/** The kinds a slot takes (S1-102, S2-170); what a file is, its structure says and not its name. */
export function kindReasons(slot: Slot, name: string, kind: FileKind): Reason[] {
  if (!slot.kinds.includes(kind))
    return [
      reason(
        slot.duty,
        'file-kind',
        `“${name}”是 ${fileKinds[kind].zh}，“${slot.title.zh}”只接受${kindsInWords(slot.kinds)}。请用原来的程序另存为这种格式后再上传。`,
        placeOf(slot),
      ),
    ]
  if (nameFits(name, kind)) return []
  return [
    reason(
      null,
      'file-name',
      `“${name}”的内容是 ${fileKinds[kind].zh}，与文件名的后缀不符，别人将打不开它。请把后缀改为 .${fileKinds[kind].endings[0]} 后再上传。`,
      placeOf(slot),
    ),
  ]
}

/** S2-160 no more files side by side than the slot allows; where it is one, a new file replaces the old. */
export function countReasons(slot: Slot, standing: number): Reason[] {
  if (slot.mostFiles === 1 || standing < slot.mostFiles) return []
  return [
    reason(
      slot.filesDuty ?? null,
      'file-count',
      `“${slot.title.zh}”最多 ${slot.mostFiles} 个文件，现已有 ${standing} 个。请合并，或先移除不需要的文件。`,
      placeOf(slot),
    ),
  ]
}

/**
 * A place keeps a limited number of earlier versions, for each is kept for good. In: those replaced or removed
 * so far, and the most that are kept.
 */
export function versionReasons(slot: Slot, earlier: number, most: number): Reason[] {
  if (earlier < most) return []
  return [
    reason(
      null,
      'file-versions',
      `“${slot.title.zh}”已保留 ${earlier} 个旧版本，达到上限，不能再上传。请核对并使用现有文件；确需更换的，请联系系统管理员调高“每处材料保留的旧版本数上限”，次日生效。`,
      placeOf(slot),
    ),
  ]
}

/** Reasons of a structure check, pointing at the slot and naming the file. */
export function atSlot(slot: Slot, name: string, reasons: readonly Reason[]): Reason[] {
  return reasons.map((r) => ({ ...r, at: placeOf(slot), message: `“${name}”：${r.message}` }))
}
