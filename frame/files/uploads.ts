import { createReadStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import type { Visit } from '#frame/http/open.ts'
import { absent, reason, Refused } from '#frame/kernel/reason.ts'
import { incomingPath } from './content-store.ts'
import { admitFile, hashReason, takeIn } from './intake.ts'
import { oneHeader, withBody } from './put-file.ts'
import { receive, TooLong } from './receive.ts'
import type { StoredFile } from './stored-files.ts'
import {
  addressOf,
  dropParts,
  ownUpload,
  partFolder,
  stateOf,
  type UploadRow,
  type UploadState,
} from './upload-state.ts'

/** Receives one numbered part; the same part again takes the place of the first. */
export async function putPart(visit: Visit, uploadId: string, n: number): Promise<UploadState> {
  const { house, request } = visit
  return withBody(visit, async (body) => {
    const row = await ownUpload(visit, uploadId)
    await admitFile(visit, addressOf(row), row)
    const expected = sizeOfPart(row, n)
    const { dataDir } = house.config
    const draft = await incomingPath(dataDir)
    const wrong = new Refused('refused', [partReason(n)])
    const received = await receive(body, draft, expected).catch((error: unknown) => {
      throw error instanceof TooLong ? wrong : error
    })
    const announced = oneHeader(request.headers['x-part-sha256'])?.toLowerCase()
    if (received.size !== expected || (announced && announced !== received.sha256)) {
      await rm(draft, { force: true })
      throw wrong
    }
    await mkdir(partFolder(dataDir, row.id), { recursive: true, mode: 0o700 })
    await rename(draft, path.join(partFolder(dataDir, row.id), String(n)))
    const part = { size: received.size, sha256: received.sha256, at: house.clock.now() }
    await house.db
      .insertInto('upload_part')
      .values({ unit_id: row.unit_id, upload_id: row.id, n, ...part })
      .onConflict((c) => c.columns(['unit_id', 'upload_id', 'n']).doUpdateSet(part))
      .execute()
    return stateOf(visit, row)
  })
}

function partReason(n: number) {
  return reason(null, 'part', `第 ${n} 段没有收完整。已收到的其他部分仍在，请点“继续上传”。`)
}

function sizeOfPart(row: UploadRow, n: number): number {
  const parts = Math.ceil(row.size / row.part_bytes)
  if (n < 1 || n > parts) throw absent()
  return n < parts ? row.part_bytes : row.size - (parts - 1) * row.part_bytes
}

/** Joins the parts to a file and takes it in. Asked again, it answers with the same file. */
export async function finishUpload(visit: Visit, uploadId: string): Promise<StoredFile> {
  const { house } = visit
  const row = await ownUpload(visit, uploadId)
  const state = await stateOf(visit, row)
  if (state.file) return state.file
  const open = await admitFile(visit, addressOf(row), row)
  const missing = Array.from({ length: state.parts }, (_, i) => i + 1).filter(
    (n) => !state.have.includes(n),
  )
  if (missing.length > 0) throw new Refused('conflict', [missingReason(missing)])
  const joined = await incomingPath(house.config.dataDir)
  const received = await receive(
    joinedParts(house.config.dataDir, row, state.parts),
    joined,
    row.size,
  )
  if (received.sha256 !== row.sha256) {
    await rm(joined, { force: true })
    await dropParts(visit, row)
    throw new Refused('refused', [hashReason(open.slot, row.name)])
  }
  const file = await takeIn(visit, open, {
    name: row.name,
    announced: row.sha256,
    path: joined,
    received,
  })
  await house.db
    .updateTable('upload')
    .set({ version_id: file.id })
    .where('unit_id', '=', row.unit_id)
    .where('id', '=', row.id)
    .execute()
  await dropParts(visit, row)
  return file
}

function missingReason(missing: readonly number[]) {
  const shown = missing.slice(0, 10).join('、')
  return reason(
    null,
    'parts-missing',
    `还有 ${missing.length} 段没有收到（第 ${shown} 段）。请点“继续上传”。`,
  )
}

function joinedParts(dataDir: string, row: UploadRow, parts: number): Readable {
  async function* bytes() {
    for (let n = 1; n <= parts; n++)
      yield* createReadStream(path.join(partFolder(dataDir, row.id), String(n)))
  }
  return Readable.from(bytes(), { objectMode: false })
}

/** Gives an upload up; what had arrived is thrown away. */
export async function dropUpload(visit: Visit, uploadId: string): Promise<void> {
  const row = await ownUpload(visit, uploadId)
  await dropParts(visit, row)
  await visit.house.db
    .deleteFrom('upload')
    .where('unit_id', '=', row.unit_id)
    .where('id', '=', row.id)
    .execute()
}
