import { rm } from 'node:fs/promises'
import { settingsToday } from '#frame/catalogue/stored-settings.ts'
import type { Visit } from '#frame/http/open.ts'
import { perform } from '#frame/kernel/perform.ts'
import { reason, Refused, type Reason } from '#frame/kernel/reason.ts'
import { attachFile } from './attach.ts'
import { keepContent } from './content-store.ts'
import { found } from './finding.ts'
import { inspectAside, mostInspected } from './inspect-aside.ts'
import { unlessOwnPaper } from './own-paper.ts'
import { openSlots, placeOf, slotOf } from './open-slots.ts'
import type { Received } from './receive.ts'
import { infectedReason, scanFile } from './scanner.ts'
import type { Slot } from './slot.ts'
import { atSlot, kindReasons, sizeReasons, versionReasons } from './slot-rules.ts'
import { fileLife } from './states.ts'
import { recordContent } from './stored-content.ts'
import { fileById, type StoredFile } from './stored-files.ts'
import { earlierOf, standsAlready, versionsIn, type SlotPlace } from './version-rows.ts'

/** The slot somebody brings a file to. */
export interface SlotAddress {
  subject: string
  subjectId: string
  slot: string
}

/** A slot that takes a file from this person now. */
export interface OpenSlot {
  slot: Slot
  place: SlotPlace
}

/**
 * Asked before a byte is read. In: the visit, where to, and what is announced (size in bytes where
 * known). Errors: absent, or all reasons why the slot takes no such file.
 */
export async function admitFile(
  { house, actor }: Visit,
  at: SlotAddress,
  announced: { name: string; size: number | null; sha256: string },
): Promise<OpenSlot> {
  const looking = { actor, now: house.clock.now() }
  const holder = await openSlots(house.db, at.subject, at.subjectId, looking)
  const slot = slotOf(holder, at.slot)
  const place = placeOf(holder, at.slot)
  const versions = await versionsIn(house.db, place)
  const most = (await settingsToday(house))('files.kept-versions')
  const reasons = [
    ...slot.closed,
    ...sizeReasons(slot, announced.name, announced.size ?? 0),
    ...(standsAlready(versions, announced) ? [] : versionReasons(slot, earlierOf(versions), most)),
  ]
  if (announced.size === 0) reasons.push(...atSlot(slot, announced.name, [found('empty')]))
  if (reasons.length > 0) throw new Refused('refused', reasons)
  return { slot, place }
}

/** The most bytes to read for a slot. */
export const mostFor = (slot: Slot) => Math.min(slot.mostBytes, mostInspected)

/** The content does not have the hash it was announced with. */
export function hashReason(slot: Slot, name: string): Reason {
  return reason(
    null,
    'file-hash',
    `“${name}”收到的内容与发送时的指纹不一致，可能是传输出错，或上传时文件被修改。没有保存任何内容，请重新上传。`,
    `slot.${slot.code}`,
  )
}

/**
 * Takes in a file that has been received whole: hash, structure, kind, virus scan, store, then the act
 * that puts it in its place. In: the path it was received at, which is gone afterwards. Out: the version
 * it became. Errors: a refusal with all reasons; nothing of it is left then.
 */
export async function takeIn(
  visit: Visit,
  { slot, place }: OpenSlot,
  file: { name: string; announced: string; path: string; received: Received },
): Promise<StoredFile> {
  const { house } = visit
  const { name, path, received } = file
  try {
    if (received.sha256 !== file.announced) throw new Refused('refused', [hashReason(slot, name)])
    const seen = await unlessOwnPaper(house.db, received.sha256, await inspectAside(path))
    if (!seen.ok) throw new Refused('refused', atSlot(slot, name, seen.reasons))
    const wrongKind = kindReasons(slot, name, seen.kind)
    if (wrongKind.length > 0) throw new Refused('refused', wrongKind)
    const result = await scanFile(house, path)
    if (result.scan === 'infected')
      throw new Refused('refused', [infectedReason(name, result.note ?? '', `slot.${slot.code}`)])
    await keepContent(house.config.dataDir, path, received.sha256)
    const content = { ...received, kind: seen.kind, facts: seen.facts }
    await recordContent(house.db, place.unitId, content, result, house.clock.now())
  } finally {
    await rm(path, { force: true })
  }
  return attach(visit, place, name, received.sha256)
}

async function attach(
  { house, actor, requestId, idemKey }: Visit,
  place: SlotPlace,
  name: string,
  sha256: string,
): Promise<StoredFile> {
  const { subject, subjectId, slot } = place
  const asked = { actor, requestId, ...(idemKey === undefined ? {} : { idemKey }) }
  const input = { subject, subjectId, slot, name, sha256 }
  const { id } = await perform(house, attachFile, input, asked, fileLife)
  const stored = await fileById(house.db, id)
  if (!stored) throw new Error('a file just attached is not there')
  return stored
}
