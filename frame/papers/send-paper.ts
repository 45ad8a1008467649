import type { Visit } from '#frame/http/open.ts'
import { reason, Refused } from '#frame/kernel/reason.ts'
import { paperKind } from './kind.ts'
import { keptPaper } from './paper-store.ts'
import { readable } from './show-paper.ts'

/**
 * The signed file as an attachment, or as a page of its own to be printed; ours alone, so it may be shown.
 * Errors: a refusal while it is not made; absent for what this person may not see.
 */
export async function sendPaper(
  visit: Visit,
  id: string,
  as: 'attachment' | 'page',
): Promise<Buffer> {
  const paper = await readable(visit, id)
  if (paper.fileSha256 === null)
    throw new Refused('unavailable', [
      reason(
        null,
        'not-made',
        paper.status === 'failed'
          ? '这份文书未能生成，承办人员正在处理。生成后会出现在这里，请稍后再来。'
          : '这份文书正在生成，通常只要几秒钟。请稍后再点下载。',
      ),
    ])
  const pdf = await keptPaper(visit.house.config.dataDir, paper.fileSha256)
  await paperKind(paper.kind).opened?.(visit.house, paper, visit.actor)
  visit.reply.header('content-type', 'application/pdf')
  const name = attachmentName(`${paper.title} ${paper.number}.pdf`)
  visit.reply.header(
    'content-disposition',
    as === 'page' ? name.replace(/^attachment/, 'inline') : name,
  )
  // a browser shows a PDF as an object inside a page it makes itself; nothing else is in it
  if (as === 'page')
    visit.reply.header(
      'content-security-policy',
      "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    )
  visit.reply.header('etag', `"${paper.fileSha256}"`)
  return pdf
}

/** RFC 6266 with the Chinese name by RFC 5987 and an ASCII name for readers that know neither. */
export function attachmentName(name: string): string {
  const safe = name.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '_')
  const plain = safe.replaceAll(/[^ -~]+/g, '_').replaceAll(/["\\%]/g, '_')
  const encoded = encodeURIComponent(safe).replaceAll(
    /['()*!]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
