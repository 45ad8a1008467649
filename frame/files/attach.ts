import { z } from 'zod'
import { settingsOn } from '#frame/catalogue/stored-settings.ts'
import { act, type Facts } from '#frame/kernel/act.ts'
import { newId } from '#frame/kernel/id.ts'
import { absent, decided } from '#frame/kernel/reason.ts'
import { personal } from '#frame/ledger/personal.ts'
import { openSlots, placeOf, slotOf } from './open-slots.ts'
import { infectedReason } from './scanner.ts'
import type { Slot } from './slot.ts'
import { countReasons, kindReasons, sizeReasons, versionReasons } from './slot-rules.ts'
import { fileMove } from './states.ts'
import { contentOf, type StoredContent } from './stored-content.ts'
import {
  earlierOf,
  standsAlready,
  versionsIn,
  type SlotPlace,
  type VersionRow,
} from './version-rows.ts'

/** What is said when a received file takes its place: where, under which name, which content. */
const attachForm = z.strictObject({
  subject: z.string(),
  subjectId: z.uuid(),
  slot: z.string(),
  name: z.string().min(1).max(200),
  sha256: z.string(),
})
type AttachForm = z.infer<typeof attachForm>

interface AttachFacts extends Facts {
  subject: null
  slot: Slot
  place: SlotPlace
  content: StoredContent
  versions: readonly VersionRow[]
  /** The most earlier versions that a slot keeps. */
  keptVersions: number
}

type Next = { existing: VersionRow } | { existing: null; name: string }

/**
 * S2-160 a received, inspected file takes its place in a slot: as a new version where one file stands,
 * beside the others where several may. The same file again under the same name is no new version.
 */
export const attachFile = act<AttachFacts, AttachForm, Next>({
  name: 'file.attach',
  move: fileMove('file.attach'),
  input: attachForm,
  async load(tx, input, { actor, now, today }) {
    const holder = await openSlots(tx, input.subject, input.subjectId, { actor, now, lock: true })
    const slot = slotOf(holder, input.slot)
    const place = placeOf(holder, input.slot)
    const content = await contentOf(tx, place.unitId, input.sha256)
    if (!content) throw absent()
    const versions = await versionsIn(tx, place)
    const keptVersions = (await settingsOn(tx, today))('files.kept-versions')
    return { subject: null, owner: holder.subject, slot, place, content, versions, keptVersions }
  },
  decide({ slot, content, versions, keptVersions }, { name, sha256 }) {
    const existing = standsAlready(versions, { name, sha256 })
    const earlier = earlierOf(versions)
    const reasons = [
      ...slot.closed,
      ...sizeReasons(slot, name, content.size),
      ...kindReasons(slot, name, content.kind),
      ...(existing ? [] : countReasons(slot, versions.length - earlier)),
      ...(existing ? [] : versionReasons(slot, earlier, keptVersions)),
      ...(content.scan === 'infected' ? [infectedReason(name, content.scanNote ?? '')] : []),
    ]
    return decided<Next>(reasons, () => (existing ? { existing } : { existing: null, name }))
  },
  async save(tx, facts, next, ctx) {
    const { place, content } = facts
    const about = { subject: place.subject, subjectId: place.subjectId, slot: place.slot }
    const { sha256, size, kind } = content
    if (next.existing) {
      const { id, version } = next.existing
      ctx.record({ ...about, number: version, sha256, repeated: true })
      return { id, status: 'current', version }
    }
    const id = newId()
    const version = (facts.versions.at(-1)?.version ?? 0) + 1
    if (facts.slot.mostFiles === 1)
      await tx
        .updateTable('file_version')
        .set({ status: 'replaced', ended_at: ctx.now, audit_event_id: ctx.eventId })
        .where('unit_id', '=', place.unitId)
        .where('subject_kind', '=', place.subject)
        .where('subject_id', '=', place.subjectId)
        .where('slot', '=', place.slot)
        .where('status', '=', 'current')
        .execute()
    await tx
      .insertInto('file_version')
      .values({
        unit_id: place.unitId,
        subject_kind: place.subject,
        subject_id: place.subjectId,
        slot: place.slot,
        version,
        id,
        sha256,
        name: next.name,
        status: 'current',
        by_account: ctx.actor.accountId,
        by_name: ctx.actor.name,
        at: ctx.now,
        ended_at: null,
        audit_event_id: ctx.eventId,
      })
      .execute()
    ctx.record({ ...about, number: version, name: personal(next.name), sha256, size, kind })
    return { id, status: 'current', version }
  },
})
