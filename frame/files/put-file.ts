import type { Readable } from 'node:stream'
import type { Visit } from '#frame/http/open.ts'
import { reason, Refused } from '#frame/kernel/reason.ts'
import { incomingPath } from './content-store.ts'
import { nameFromHeader } from './file-name.ts'
import { admitFile, mostFor, takeIn, type SlotAddress } from './intake.ts'
import { drain, receive, TooLong } from './receive.ts'
import { sizeReasons } from './slot-rules.ts'
import type { StoredFile } from './stored-files.ts'
import { countUpload } from './upload-limit.ts'

/**
 * One file as the body of one request, streamed to disk. Cut at any byte and sent again it is one file;
 * sent twice, one version. Errors: a refusal with all reasons; nothing is left of what was received.
 */
export async function putFile(visit: Visit, at: SlotAddress): Promise<StoredFile> {
  return withBody(visit, async (body) => {
    const name = announcedName(visit)
    const announced = announcedHash(visit)
    const open = await admitFile(visit, at, {
      name,
      size: announcedSize(visit),
      sha256: announced,
    })
    await countUpload(visit.house.db, visit)
    const path = await incomingPath(visit.house.config.dataDir)
    const most = mostFor(open.slot)
    const received = await receive(body, path, most).catch((error: unknown) => {
      if (!(error instanceof TooLong)) throw error
      throw new Refused('refused', sizeReasons({ ...open.slot, mostBytes: most }, name, null))
    })
    return takeIn(visit, open, { name, announced, path, received })
  })
}

/**
 * Works with the raw body of a request. Whatever happens, the sender may finish and read the answer.
 * Errors: a lost connection and a full disk become refusals; others pass.
 */
export async function withBody<T>(
  { request }: Visit,
  work: (body: Readable) => Promise<T>,
): Promise<T> {
  const body = request.raw
  if (request.body !== undefined && request.body !== null)
    throw invalid('media-type', '文件应以 application/octet-stream 原样发送。请刷新页面后重试。')
  try {
    return await work(body)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOSPC' || code === 'EDQUOT') throw diskFull()
    if (!(error instanceof Refused) && body.destroyed && !body.readableEnded)
      throw invalid('cut', '上传中断，文件没有收完，没有保存任何内容。请重新上传，或点“继续上传”。')
    throw error
  } finally {
    drain(body)
  }
}

const diskFull = () =>
  new Refused('unavailable', [
    reason(null, 'disk-full', '服务器的存储空间已满，文件没有保存。请稍后再试，并告知系统管理员。'),
  ])

const invalid = (code: string, message: string) =>
  new Refused('invalid', [reason(null, code, message)])

/** Name of the file, from its header. Errors: a refusal when there is none. */
function announcedName({ request }: Visit): string {
  const name = nameFromHeader(oneHeader(request.headers['x-file-name']))
  if (name !== null) return name
  throw invalid(
    'file-name-missing',
    '请求没有写明文件名（x-file-name，百分号编码的 UTF-8）。请刷新页面后重试。',
  )
}

/** SHA-256 the sender announces, from its header. Errors: a refusal when there is none. */
function announcedHash({ request }: Visit): string {
  const sha256 = oneHeader(request.headers['x-file-sha256'])?.toLowerCase()
  if (sha256 && /^[0-9a-f]{64}$/.test(sha256)) return sha256
  throw invalid(
    'file-hash-missing',
    '请求没有写明文件的 SHA-256（x-file-sha256，64 位十六进制）。请刷新页面后重试。',
  )
}

/** Size the sender announces; null when it does not. */
function announcedSize({ request }: Visit): number | null {
  const length = request.headers['content-length']
  return length === undefined ? null : Number(length)
}

/** A header that may stand once. */
export function oneHeader(value: string | string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}
