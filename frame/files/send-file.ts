import { createReadStream, type ReadStream } from 'node:fs'
import type { Visit } from '#frame/http/open.ts'
import { absent, reason, Refused } from '#frame/kernel/reason.ts'
import { attachmentName } from '#frame/papers/send-paper.ts'
import { contentPath, hasContent } from './content-store.ts'
import { fileKinds } from './file-kind.ts'
import { openVersion } from './open-slots.ts'
import { fileById } from './stored-files.ts'
import { versionById } from './version-rows.ts'

/**
 * Hands a version out, always as an attachment: an uploaded file is never shown inside our own pages.
 * Errors: absent for what this person may not see; a refusal while a scan is awaited.
 */
export async function sendFile({ house, actor, reply }: Visit, id: string): Promise<ReadStream> {
  const row = await versionById(house.db, id)
  const looking = { actor, now: house.clock.now() }
  await openVersion(house.db, row, looking)
  const file = await fileById(house.db, id)
  if (!file) throw absent()
  if (file.scan === 'infected') throw new Refused('refused', [goneReason(file.name)])
  if (!file.usable) throw new Refused('unavailable', [waitingReason(file.name)])
  const { dataDir } = house.config
  if (!(await hasContent(dataDir, file.sha256, file.bytes)))
    throw new Error(`content ${file.sha256} is not on disk`)
  reply.header('content-type', fileKinds[file.kind].mediaType)
  reply.header('content-length', file.bytes)
  reply.header('content-disposition', attachmentName(file.name))
  reply.header('x-content-type-options', 'nosniff')
  reply.header('content-security-policy', "sandbox; default-src 'none'")
  reply.header('cache-control', 'private, no-store')
  return createReadStream(contentPath(dataDir, file.sha256))
}

function waitingReason(name: string) {
  return reason(
    null,
    'file-waiting',
    `“${name}”正在等待查毒，通过后才能打开。系统每分钟重试一次，请稍后再试。`,
  )
}

function goneReason(name: string) {
  return reason(
    null,
    'file-infected',
    `“${name}”查出病毒，已经移除，不能再打开。需要这份材料的，请联系上传人重新提供。`,
  )
}
