import type { Words } from '#frame/kernel/lifecycle.ts'

/** The largest sheet that is looked into, in bytes. */
const mostBytes = 20 * 1024 * 1024
/** The most parts an archive may have, and bytes they may unpack to. */
const mostEntries = 200
const mostUnpacked = 80 * 1024 * 1024

const bad = {
  large: {
    zh: '表格超过 20 MB，没有读取。请只保留清单这一张表后另存，再导入。',
    en: 'The sheet is above 20 MB and was not read. Keep only the list and save it again.',
  },
  old: {
    zh: '这份文件有密码，或者是旧版 .xls。请在 Excel 中取消密码，另存为 .xlsx 后再导入。',
    en: 'This file has a password or is an old .xls. Save it as .xlsx without one.',
  },
  other: {
    zh: '这不是 .xlsx 表格。请在 Excel 或 WPS 中另存为 .xlsx 后再导入，也可以复制后粘贴。',
    en: 'This is no .xlsx sheet. Save it as .xlsx, or copy and paste.',
  },
  broken: {
    zh: '表格文件不完整，没有读出。请重新保存或者重新下载后再导入，也可以打开后复制粘贴。',
    en: 'The file is incomplete. Save it again, or copy and paste.',
  },
  bomb: {
    zh: '表格解开后过大，没有读取。请只保留清单这一张表后另存，再导入。',
    en: 'The sheet unpacks to too much. Keep only the list and save it again.',
  },
} as const satisfies Record<string, Words>

/**
 * What speaks against unpacking a sheet: its zip directory is walked first, so that a file made to swell is
 * never unpacked. In: the whole file. Out: the reason, or null when it may be read.
 */
export function sheetFault(bytes: Uint8Array): Words | null {
  if (bytes.length > mostBytes) return bad.large
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length > 8 && view.getUint32(0) === 0xd0cf11e0) return bad.old
  if (bytes.length < 22 || view.getUint32(0) !== 0x504b0304) return bad.other
  const end = endRecord(view)
  if (end === null) return bad.broken
  return directoryFault(view, end)
}

/** Where the record at the end of the archive begins; a comment may stand behind it. */
function endRecord(view: DataView): number | null {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at -= 1)
    if (view.getUint32(at, true) === 0x06054b50) return at
  return null
}

function directoryFault(view: DataView, end: number): Words | null {
  const entries = view.getUint16(end + 10, true)
  if (entries > mostEntries) return bad.bomb
  let at = view.getUint32(end + 16, true)
  let unpacked = 0
  for (let n = 0; n < entries; n += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) return bad.broken
    if (view.getUint16(at + 8, true) & 1) return bad.old
    unpacked += view.getUint32(at + 24, true)
    if (unpacked > mostUnpacked) return bad.bomb
    at +=
      46 +
      view.getUint16(at + 28, true) +
      view.getUint16(at + 30, true) +
      view.getUint16(at + 32, true)
  }
  return entries === 0 ? bad.broken : null
}
