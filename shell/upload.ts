import { beginUploadDoor, finishUploadDoor } from '#frame/files/doors.ts'
import { asCallError, errorOf, offlineError } from './call-error.ts'
import { call, ownMark } from './call.ts'
import type { UploadWatch } from './parts/file-slot.ts'
import { sessionRenewed } from './session.ts'
import { sha256Of } from './sha256.ts'
import { keyMark } from './shown-key.ts'

/** The slot a file is brought to. */
export interface UploadPlace {
  subject: string
  subjectId: string
  slot: string
}

/** Above this a file goes in parts, so that a broken line costs one part and not the whole. */
const oneBody = 8 * 1024 * 1024
/** Share of the bar that reading the file takes; the rest is sending. */
const reading = 0.15

/**
 * Brings a file into a slot: its SHA-256 is made first, so that what arrives is known to be what was sent;
 * a large one goes in parts, and what has arrived already is not sent again. In: place, file, and who
 * watches. Errors: CallError with the server's reasons; `offline` when the line broke.
 */
export async function uploadFile(
  place: UploadPlace,
  file: File,
  watch: UploadWatch,
): Promise<void> {
  const sha256 = await sha256Of(file, (share) => watch.progress(share * reading))
  const sent = (share: number) => watch.progress(reading + share * (1 - reading))
  const path = `/api/files/${place.subject}/${place.subjectId}/${place.slot}`
  if (file.size <= oneBody) {
    const headers = { 'x-file-name': encodeURIComponent(file.name), 'x-file-sha256': sha256 }
    return put(path, file, headers, sent, watch.signal)
  }
  return inParts(place, file, sha256, sent, watch.signal)
}

async function inParts(
  place: UploadPlace,
  file: File,
  sha256: string,
  sent: (share: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const body = { name: file.name, size: file.size, sha256 }
  const upload = await call(beginUploadDoor, { params: place, body }, { signal })
  if (upload.file) return
  const have = new Set(upload.have)
  for (let n = 1; n <= upload.parts; n += 1) {
    if (have.has(n)) continue
    const from = (n - 1) * upload.partBytes
    const part = file.slice(from, from + upload.partBytes)
    const soFar = (share: number) => sent((from + share * part.size) / file.size)
    await put(`/api/uploads/${upload.id}/parts/${n}`, part, {}, soFar, signal)
  }
  await call(finishUploadDoor, { params: { id: upload.id } }, { signal })
}

async function put(...sending: Parameters<typeof putOnce>): Promise<void> {
  try {
    await putOnce(...sending)
  } catch (error) {
    // the session ended while a long file was on its way: sign in, then send it again
    if (asCallError(error).kind !== 'unauthenticated' || !(await sessionRenewed())) throw error
    await putOnce(...sending)
  }
}

// fetch tells nothing of how much of a body has gone out; the older request does.
function putOnce(
  path: string,
  body: Blob,
  headers: Record<string, string>,
  progress: (share: number) => void,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('PUT', path)
    const all = { ...ownMark, ...keyMark(), 'content-type': 'application/octet-stream', ...headers }
    for (const [name, value] of Object.entries(all)) request.setRequestHeader(name, value)
    request.upload.addEventListener('progress', (e) => progress(e.loaded / Math.max(1, e.total)))
    request.addEventListener('error', () => reject(offlineError()))
    request.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')))
    request.addEventListener('load', () => {
      if (request.status < 300) return resolve()
      const type = request.getResponseHeader('content-type') ?? ''
      const response = new Response(request.responseText, {
        status: request.status,
        headers: { 'content-type': type },
      })
      return void errorOf(response).then(reject, reject)
    })
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.send(body)
  })
}
