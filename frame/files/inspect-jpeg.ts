import { Findings, Unreadable } from './finding.ts'
import type { KindInspection } from './inspection.ts'
import { pictureSizeFits } from './picture-size.ts'

const startOfImage = 0xd8
const endOfImage = 0xd9
const startOfScan = 0xda
// Phones store a depth map or a brighter version behind the picture and announce it in an APP2 segment.
const mostPictures = 5

interface Picture {
  width: number
  height: number
  end: number
  announcesMore: boolean
}

/**
 * Walks a JPEG from segment to segment to its end marker. In: the whole file. Out: size in pixels and
 * findings. Errors: Unreadable when the walk cannot go on.
 */
export function inspectJpeg(bytes: Buffer): KindInspection {
  const findings = new Findings()
  const first = walkPicture(bytes, 0)
  if (!pictureSizeFits(first.width, first.height))
    findings.add('picture-size', `${first.width}×${first.height}`)
  let end = first.end
  for (let more = 1; first.announcesMore && more < mostPictures; more++) {
    while (bytes[end] === 0) end++
    if (!isPicture(bytes, end)) break
    end = walkPicture(bytes, end).end
  }
  if (!bytes.subarray(end).every((c) => c === 0 || c === 10 || c === 13 || c === 32))
    findings.add('content-after')
  return { reasons: findings.list(), facts: { width: first.width, height: first.height } }
}

const isPicture = (bytes: Buffer, at: number) =>
  bytes[at] === 0xff && bytes[at + 1] === startOfImage

function walkPicture(bytes: Buffer, start: number): Picture {
  const picture: Picture = { width: 0, height: 0, end: 0, announcesMore: false }
  let at = start + 2
  let scans = 0
  for (;;) {
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at++
    const marker = bytes[at + 1]
    if (marker === undefined) throw new Unreadable('truncated')
    if (bytes[at] !== 0xff) throw new Unreadable('broken', '图片分段错位')
    at += 2
    if (marker === endOfImage) break
    if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) continue
    if (at + 2 > bytes.length) throw new Unreadable('truncated')
    const length = bytes.readUInt16BE(at)
    if (length < 2) throw new Unreadable('broken', '图片分段长度为零')
    if (at + length > bytes.length) throw new Unreadable('truncated')
    readSegment(bytes, marker, at, length, picture)
    at += length
    if (marker === startOfScan) {
      scans++
      at = endOfScan(bytes, at)
    }
  }
  if (scans === 0 || picture.width === 0) throw new Unreadable('broken', '没有图像数据')
  return { ...picture, end: at }
}

function readSegment(
  bytes: Buffer,
  marker: number,
  at: number,
  length: number,
  into: Picture,
): void {
  // SOF0…SOF15 without DHT (C4), JPG (C8) and DAC (CC)
  const isFrame =
    marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
  if (isFrame && length >= 8) {
    into.height = bytes.readUInt16BE(at + 3)
    into.width = bytes.readUInt16BE(at + 5)
    if (into.height === 0) throw new Unreadable('broken', '图片没有写明高度')
  }
  if (marker === 0xe2 && bytes.toString('latin1', at + 2, at + 6) === 'MPF\0')
    into.announcesMore = true
}

// Within the data of a scan, FF is followed by 00 or by a restart marker; anything else ends it.
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 2)) {
    const next = bytes[at + 1]
    if (next === undefined) break
    if (next === 0xff) {
      at -= 1
      continue
    }
    if (next !== 0 && (next < 0xd0 || next > 0xd7)) return at
  }
  throw new Unreadable('truncated')
}
