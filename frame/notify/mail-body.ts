import { kindWords, noticeText, type Language, type NoticeText } from './kind.ts'
import { labels } from './labels.ts'

/** A mail ready to be composed. */
export interface MailBody {
  subject: string
  text: string
  html: string
}

/** What of a stored message a mail is made from. */
export interface Stored {
  kind: string
  params: unknown
  path: string | null
  language: Language
}

/**
 * A stored message as mail: the same words plain and in simple HTML, one link made from PUBLIC_URL, no
 * pictures, nothing loaded from elsewhere. In: the address of the house and whether it is the demonstration.
 */
export function mailBody(stored: Stored, house: { publicUrl: string; demo: boolean }): MailBody {
  const { language } = stored
  const words = labels.mail[language]
  const content = noticeText(stored.kind, stored.params, language)
  const href = stored.path === null ? null : `${house.publicUrl}${stored.path}`
  const foot = [words.foot(kindWords(stored.kind)[language]), ...(house.demo ? [words.demo] : [])]
  const subject = `${words.subject}${content.title}`.replaceAll(/\s+/g, ' ')
  return {
    subject,
    text: plain(content, words.greeting, href, foot),
    html: page(content, {
      language,
      greeting: words.greeting,
      open: content.link ?? words.open,
      href,
      foot,
    }),
  }
}

function plain(content: NoticeText, greeting: string, href: string | null, foot: string[]): string {
  const body = [greeting, '', ...content.lines, ...(href === null ? [] : ['', href])]
  return [...body, '', '-- ', ...foot, ''].join('\n')
}

interface Frame {
  language: Language
  greeting: string
  open: string
  href: string | null
  foot: string[]
}

function page(content: NoticeText, frame: Frame): string {
  const p = (text: string, style = '') => `<p style="margin:0 0 12px;${style}">${escaped(text)}</p>`
  const link = frame.href
    ? `<p style="margin:20px 0"><a href="${escaped(frame.href)}" style="display:inline-block;padding:8px 18px;background:#1f4e79;color:#ffffff;text-decoration:none;border-radius:4px">${escaped(frame.open)}</a></p>${p(frame.href, 'font-size:12px;color:#595959;word-break:break-all')}`
    : ''
  const foot = frame.foot.map((line) => p(line, 'font-size:12px;color:#595959')).join('')
  return `<!doctype html><html lang="${frame.language === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><title>${escaped(content.title)}</title></head><body style="margin:0;padding:24px;background:#f5f6f8;color:#1f1f1f;font:15px/1.7 'PingFang SC','Microsoft YaHei','Noto Sans SC',sans-serif"><div style="max-width:560px;margin:0 auto;padding:24px;background:#ffffff;border:1px solid #e0e3e8"><h1 style="margin:0 0 16px;font-size:18px">${escaped(content.title)}</h1>${p(frame.greeting)}${content.lines.map((line) => p(line)).join('')}${link}<hr style="border:0;border-top:1px solid #e0e3e8;margin:20px 0 12px">${foot}</div></body></html>`
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text made safe to stand in HTML, between tags and in quoted attributes. */
export function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (c) => entities[c] ?? c)
}
