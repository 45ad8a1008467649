import { z } from 'zod'
import { door } from '#frame/http/door.ts'
import { shownFile, shownSlots } from './views.ts'
import { caseRoles, fileRoles } from './states.ts'

const tag = 'files'
const subject = z.strictObject({ subject: z.string().max(40), subjectId: z.uuid() })
const slot = subject.extend({ slot: z.string().max(60) })
const upload = z.strictObject({ id: z.uuid() })
const one = z.object({ file: shownFile })

/** How far an upload in parts has come. */
const state = z.object({
  id: z.uuid(),
  /** Bytes of every part but the last. */
  partBytes: z.number().int(),
  parts: z.number().int(),
  /** Numbers of the parts that have arrived, from 1. */
  have: z.array(z.number().int()),
  /** Set when it has become a file already. */
  file: shownFile.nullable(),
})

export const slotsDoor = door({
  method: 'GET',
  path: '/api/files/:subject/:subjectId',
  permission: 'files.read',
  who: fileRoles,
  tag,
  summary: { zh: '材料清单', en: 'Document slots' },
  params: subject,
  reply: shownSlots,
})

/** The body is the file itself; headers: x-file-name (percent-encoded UTF-8), x-file-sha256 (hex). */
export const putFileDoor = door({
  method: 'PUT',
  path: '/api/files/:subject/:subjectId/:slot',
  permission: 'files.put',
  who: fileRoles,
  tag,
  summary: { zh: '上传一个文件（原样发送）', en: 'Upload a file (raw body)' },
  params: slot,
  reply: one,
})

export const beginUploadDoor = door({
  method: 'POST',
  path: '/api/files/:subject/:subjectId/:slot/uploads',
  permission: 'files.begin',
  who: caseRoles,
  tag,
  summary: { zh: '分段上传：开始或继续', en: 'Upload in parts: begin or go on' },
  params: slot,
  body: z.strictObject({
    name: z.string().min(1).max(500),
    size: z.int().positive(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/, '应为 64 位小写十六进制的 SHA-256。'),
  }),
  reply: state,
})

/** The body is the part itself; header x-part-sha256 (hex) if wanted. */
export const putPartDoor = door({
  method: 'PUT',
  path: '/api/uploads/:id/parts/:n',
  permission: 'files.part',
  who: caseRoles,
  tag,
  summary: { zh: '分段上传：第 n 段', en: 'Upload in parts: part n' },
  params: upload.extend({ n: z.coerce.number().int().positive() }),
  reply: state,
})

export const finishUploadDoor = door({
  method: 'POST',
  path: '/api/uploads/:id/finish',
  permission: 'files.finish',
  who: caseRoles,
  tag,
  summary: { zh: '分段上传：完成', en: 'Upload in parts: finish' },
  params: upload,
  reply: one,
})

export const dropUploadDoor = door({
  method: 'DELETE',
  path: '/api/uploads/:id',
  permission: 'files.drop',
  who: caseRoles,
  tag,
  summary: { zh: '分段上传：放弃', en: 'Upload in parts: give up' },
  params: upload,
  reply: z.object({ dropped: z.literal(true) }),
})

export const removeFileDoor = door({
  method: 'POST',
  path: '/api/file-versions/:id/remove',
  permission: 'files.remove',
  who: fileRoles,
  tag,
  summary: { zh: '移除文件', en: 'Remove a file' },
  params: upload,
  reply: z.object({ id: z.string(), status: z.string(), version: z.number().int() }),
})

/** The file itself, to be read inside a page of ours: PDF and pictures. */
export const showFileDoor = door({
  method: 'GET',
  path: '/api/file-versions/:id/page',
  permission: 'files.show',
  who: fileRoles,
  tag,
  summary: { zh: '在页面中查看文件', en: 'Read a file inside a page' },
  params: upload,
  reply: z.any().meta({ override: { type: 'string', format: 'binary' } }),
})

export const downloadDoor = door({
  method: 'GET',
  path: '/api/file-versions/:id',
  permission: 'files.download',
  who: fileRoles,
  tag,
  summary: { zh: '下载文件', en: 'Download a file' },
  params: upload,
  reply: z.any().meta({ override: { type: 'string', format: 'binary' } }),
})
