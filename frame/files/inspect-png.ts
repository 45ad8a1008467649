import { crc32 } from 'node:zlib'
import { Findings, Unreadable } from './finding.ts'
import type { KindInspection } from './inspection.ts'
import { pictureSizeFits } from './picture-size.ts'

/**
 * Walks a PNG from chunk to chunk, each with its checksum, to IEND. In: the whole file. Out: size in
 * pixels and findings. Errors: Unreadable when the walk cannot go on.
 */
export function inspectPng(bytes: Buffer): KindInspection {
  const findings = new Findings()
  let at = 8
  let data = 0
  let width = 0
  let height = 0
  for (;;) {
    if (at + 12 > bytes.length) throw new Unreadable('truncated')
    const length = bytes.readUInt32BE(at)
    const type = bytes.toString('latin1', at + 4, at + 8)
    if (!/^[A-Za-z]{4}$/.test(type)) throw new Unreadable('broken', '图片数据块名称无效')
    if (at + 12 + length > bytes.length) throw new Unreadable('truncated')
    const sum = bytes.readUInt32BE(at + 8 + length)
    if (crc32(bytes.subarray(at + 4, at + 8 + length)) !== sum)
      throw new Unreadable('broken', '图片数据块校验不符')
    if (at === 8) {
      if (type !== 'IHDR' || length !== 13) throw new Unreadable('broken', '图片没有文件头')
      width = bytes.readUInt32BE(at + 8)
      height = bytes.readUInt32BE(at + 12)
    }
    if (type === 'IDAT') data += length
    at += 12 + length
    if (type === 'IEND') break
  }
  if (data === 0) throw new Unreadable('broken', '没有图像数据')
  if (!pictureSizeFits(width, height)) findings.add('picture-size', `${width}×${height}`)
  if (!bytes.subarray(at).every((c) => c === 0 || c === 10 || c === 13 || c === 32))
    findings.add('content-after')
  return { reasons: findings.list(), facts: { width, height } }
}
