import { Unreadable } from './finding.ts'

/** One start tag (or self-closing tag), end tag or run of text, in document order. */
export interface XmlPiece {
  kind: 'open' | 'close' | 'text'
  /** Name without its prefix; empty for text. */
  name: string
  /** Attributes by name without prefix. */
  attributes: ReadonlyMap<string, string>
  text: string
}

const none: ReadonlyMap<string, string> = new Map()
const entityNames = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])

/**
 * Walks the tags of an office part. Prefixes are dropped, so that a renamed prefix hides nothing.
 * In: the part's bytes (UTF-8 or UTF-16). Out: its pieces. Errors: Unreadable for a document type
 * declaration, another encoding or text that is not well formed.
 */
export function* xmlPieces(bytes: Buffer): Generator<XmlPiece> {
  const text = decode(bytes)
  let at = 0
  while (at < text.length) {
    const open = text.indexOf('<', at)
    const until = open < 0 ? text.length : open
    if (until > at)
      yield { kind: 'text', name: '', attributes: none, text: unescape(text.slice(at, until)) }
    if (open < 0) return
    if (text.startsWith('<!--', open)) at = after(text, '-->', open + 4)
    else if (text.startsWith('<?', open)) at = after(text, '?>', open + 2)
    else if (text.startsWith('<![CDATA[', open)) {
      at = after(text, ']]>', open + 9)
      yield { kind: 'text', name: '', attributes: none, text: text.slice(open + 9, at - 3) }
    } else if (text.startsWith('<!', open)) throw new Unreadable('office-type', '含有文档类型声明')
    else {
      const end = tagEnd(text, open)
      at = end + 1
      yield* pieceOf(text.slice(open + 1, end))
    }
  }
}

function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.subarray(2).toString('utf16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return Buffer.from(bytes.subarray(2, bytes.length - (bytes.length % 2)))
      .swap16()
      .toString('utf16le')
  if (bytes[0] === 0 || bytes[1] === 0) throw new Unreadable('office-type', '文字编码')
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '')
  const declared = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']*)["']/i.exec(text.slice(0, 300))?.[1]
  if (declared && !/^(utf-8|us-ascii|ascii)$/i.test(declared))
    throw new Unreadable('office-type', '文字编码')
  return text
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from)
  if (at < 0) throw new Unreadable('office-type', '部件不完整')
  return at + mark.length
}

// A '>' inside a quoted attribute does not end the tag.
function tagEnd(text: string, open: number): number {
  let quote = ''
  for (let i = open + 1; i < text.length; i++) {
    const c = text[i]!
    if (quote) quote = c === quote ? '' : quote
    else if (c === '"' || c === "'") quote = c
    else if (c === '>') return i
    else if (c === '<') break
  }
  throw new Unreadable('office-type', '部件不完整')
}

function* pieceOf(tag: string): Generator<XmlPiece> {
  if (tag.startsWith('/')) {
    yield { kind: 'close', name: local(tag.slice(1).trim()), attributes: none, text: '' }
    return
  }
  const closed = tag.endsWith('/')
  const name = local(/^[^\s/]*/.exec(tag)?.[0] ?? '')
  yield { kind: 'open', name, attributes: attributesOf(tag), text: '' }
  if (closed) yield { kind: 'close', name, attributes: none, text: '' }
}

function attributesOf(tag: string): ReadonlyMap<string, string> {
  if (!tag.includes('=')) return none
  const attributes = new Map<string, string>()
  for (const [, name, double, single] of tag.matchAll(
    /([^\s=/"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g,
  ))
    // A prefixed attribute must not displace the plain one that office programs read.
    if (!name!.startsWith('xmlns') && !(name!.includes(':') && attributes.has(local(name!))))
      attributes.set(local(name!), unescape(double ?? single ?? ''))
  return attributes
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function unescape(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));/gi,
    (whole, hex, decimal, name) => {
      if (name) return entityNames.get(String(name)) ?? whole
      const code = hex ? Number.parseInt(String(hex), 16) : Number(decimal)
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole
    },
  )
}
