import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { makePdf, onePage, stream } from './corpus/pdf.ts'
import { fileStand, type FileStand } from './test-room.ts'
import { overSocket, uploadHeaders, type Answer } from './test-socket.ts'

/** A file as the list of slots shows it. */
interface ListedFile {
  id: string
  name: string
  version: number
  current: boolean
  href: string
  scan: string
}

/** Sends a file to a slot over a real socket. In: slot, name, bytes; by whom and how, when it matters. */
export type Put = (
  slot: string,
  name: string,
  bytes: Buffer,
  more?: { who?: string; chunked?: boolean; announced?: Buffer },
) => Promise<Answer>

/** A stand that listens, and what a test does at it. */
export interface UploadDesk {
  stand: FileStand
  base: string
  put: Put
  filesIn(slot: string): Promise<ListedFile[]>
}

export const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

/** A harmless PDF of about this many bytes, no two alike. */
export const pdfOf = (bytes: number) =>
  makePdf({ objects: onePage({ more: [stream(randomBytes(bytes).toString('latin1'))] }) })

/** Opens the stand and listens; the test closes `stand.t`. */
export async function uploadDesk(): Promise<UploadDesk> {
  const stand = await fileStand()
  const base = await stand.t.app.listen({ port: 0, host: '127.0.0.1' })
  return {
    stand,
    base,
    put: (slot, name, bytes, { who = stand.operator, announced = bytes, chunked = false } = {}) =>
      overSocket(base, 'PUT', stand.slot(slot), {
        headers: uploadHeaders(who, name, announced),
        body: bytes,
        chunked,
      }),
    filesIn: async (slot) => {
      const shown = await stand.t.as(stand.operator).get(`/api/files/dossier/${stand.dossierId}`)
      assert.equal(shown.statusCode, 200)
      const { slots } = shown.json<{ slots: { code: string; files: ListedFile[] }[] }>()
      return slots.find((s) => s.code === slot)!.files
    },
  }
}
