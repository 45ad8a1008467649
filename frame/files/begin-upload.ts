import type { Visit } from '#frame/http/open.ts'
import { newId } from '#frame/kernel/id.ts'
import { absent, reason, Refused } from '#frame/kernel/reason.ts'
import { cleanName } from './file-name.ts'
import { admitFile, mostFor, type SlotAddress } from './intake.ts'
import { countUpload } from './upload-limit.ts'
import { partBytes, stateOf, type UploadState } from './upload-state.ts'

const lifeDays = 7
const day = 86_400_000

/** What is announced of a file that comes in parts. */
export interface Announced {
  name: string
  /** Bytes. */
  size: number
  sha256: string
}

/**
 * Begins an upload in parts, or finds the one begun earlier for the same file, so that it goes on after
 * a closed page. Errors: all reasons why the slot takes no such file.
 */
export async function beginUpload(
  visit: Visit,
  at: SlotAddress,
  announced: Announced,
): Promise<UploadState> {
  const { house } = visit
  const { accountId } = visit.actor
  const name = cleanName(announced.name)
  if (accountId === null) throw absent()
  if (name === null) throw new Refused('invalid', [namelessReason])
  const { sha256, size } = announced
  const { slot, place } = await admitFile(visit, at, { name, size, sha256 })
  if (size > mostFor(slot)) throw new Refused('refused', [tooLargeReason])
  const now = house.clock.now()
  const expires = new Date(now.getTime() + lifeDays * day)
  const row = await house.db.transaction().execute(async (tx) => {
    const begun = await tx
      .insertInto('upload')
      .values({
        unit_id: place.unitId,
        id: newId(),
        subject_kind: at.subject,
        subject_id: at.subjectId,
        slot: at.slot,
        name,
        size,
        sha256,
        part_bytes: partBytes,
        by_account: accountId,
        created_at: now,
        expires_at: expires,
        version_id: null,
      })
      .onConflict((c) =>
        c
          .columns([
            'unit_id',
            'subject_kind',
            'subject_id',
            'slot',
            'by_account',
            'sha256',
            'name',
          ])
          .doUpdateSet({ expires_at: expires }),
      )
      .returningAll()
      .executeTakeFirstOrThrow()
    // One that goes on was counted when it was begun.
    if (begun.created_at.getTime() === now.getTime()) await countUpload(tx, visit)
    return begun
  })
  return stateOf(visit, row)
}

const namelessReason = reason(
  null,
  'file-name-missing',
  '文件没有可用的名称。请改一个名称后再上传。',
  'name',
)

const tooLargeReason = reason(
  null,
  'file-size',
  '文件超过安全检查能够处理的 256 MB。请拆分为几份文件分别上传。',
)
