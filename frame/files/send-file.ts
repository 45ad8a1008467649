import { createReadStream, type ReadStream } from 'node:fs'
import type { Visit } from '#frame/http/open.ts'
import { absent, reason, Refused } from '#frame/kernel/reason.ts'
import { attachmentName } from '#frame/papers/send-paper.ts'
import { contentPath, hasContent } from './content-store.ts'
import { fileKinds, isShownInside } from './file-kind.ts'
import { openVersion } from './open-slots.ts'
import { fileById } from './stored-files.ts'
import { versionById } from './version-rows.ts'

/**
 * Hands a version out as an attachment, or to be read inside a page of ours: PDF and pictures alone, which
 * were looked through when they came and can run nothing here (docs/decisions/documents-beside-the-form.md).
 * Errors: absent for what this person may not see; a refusal while a scan is awaited, or for another kind.
 */
export async function sendFile(
  { house, actor, reply }: Visit,
  id: string,
  as: 'attachment' | 'page',
): Promise<ReadStream> {
  const row = await versionById(house.db, id)
  const looking = { actor, now: house.clock.now() }
  await openVersion(house.db, row, looking)
  const file = await fileById(house.db, id)
  if (!file) throw absent()
  if (file.scan === 'infected') throw new Refused('refused', [goneReason(file.name)])
  if (!file.usable) throw new Refused('unavailable', [waitingReason(file.name)])
  if (as === 'page' && !isShownInside(file.kind))
    throw new Refused('refused', [notInside(file.name)])
  const { dataDir } = house.config
  if (!(await hasContent(dataDir, file.sha256, file.bytes)))
    throw new Error(`content ${file.sha256} is not on disk`)
  reply.header('content-type', fileKinds[file.kind].mediaType)
  reply.header('content-length', file.bytes)
  const name = attachmentName(file.name)
  reply.header('content-disposition', as === 'page' ? name.replace(/^attachment/, 'inline') : name)
  reply.header('x-content-type-options', 'nosniff')
  reply.header(
    'content-security-policy',
    as === 'page' ? insidePolicy : "sandbox; default-src 'none'",
  )
  reply.header('cache-control', 'private, no-store')
  return createReadStream(contentPath(dataDir, file.sha256))
}

// a browser shows a PDF by a viewer of its own, which a sandbox would shut out; nothing else is in the page
const insidePolicy =
  "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'"

function notInside(name: string) {
  return reason(
    null,
    'file-not-inside',
    `“${name}”不是 PDF 或图片，不能在页面中查看。请下载后打开。`,
  )
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
