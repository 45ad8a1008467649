import { codePointOf } from './coverage.ts'

/** Why a paper could not be set. `message` is Chinese: what, why, how to mend; it is shown to officers. */
export class RenderProblem extends Error {
  readonly code: 'no-glyph' | 'too-slow' | 'crashed' | 'template'
  /** Trying again without changing anything may help. */
  readonly passing: boolean

  constructor(code: RenderProblem['code'], message: string) {
    super(message)
    this.name = 'RenderProblem'
    this.code = code
    this.passing = code === 'crashed' || code === 'too-slow'
  }
}

const glyphComplaint =
  /the text `\\?"((?:[^`\\]|\\\\u\{[0-9a-f]+\}|\\u\{[0-9a-f]+\}|\\)+?)\\?"` could not be displayed/g

/**
 * Turns the typesetter's complaint into words for officers. In: its message, the facts that were set, and
 * where fonts are added. Out: the characters without a glyph with their code points and the fact each
 * stands in; or the raw complaint when it is about something else.
 */
export function explainComplaint(
  complaint: string,
  facts: unknown,
  fontFolder: string,
): RenderProblem {
  const missing = new Set<string>()
  for (const match of complaint.matchAll(glyphComplaint))
    for (const character of unescape(match[1] ?? '')) missing.add(character)
  if (missing.size === 0)
    return new RenderProblem('template', `文书版式出错，未能生成：${complaint.slice(0, 500)}`)
  const named = [...missing].map((character) => nameOf(character, facts)).join('；')
  return new RenderProblem(
    'no-glyph',
    `字体里没有下列字，文书未签发，以免印成空框：${named}。请把含有这些字的字体文件（ttf、otf 或 ttc）放进 ${fontFolder}，再在文书登记簿里重试；如为误录，请更正后重新办理。`,
  )
}

function unescape(text: string): string {
  return text.replaceAll(/\\+u\{([0-9a-f]+)\}/g, (_, hex: string) =>
    String.fromCodePoint(parseInt(hex, 16)),
  )
}

function nameOf(character: string, facts: unknown): string {
  const code = codePointOf(character)
  const place = firstTextWith(facts, character)
  return place === null
    ? `“${character}”（${code}）`
    : `“${character}”（${code}，见“${around(place, character)}”）`
}

function firstTextWith(value: unknown, character: string): string | null {
  if (typeof value === 'string') return value.includes(character) ? value : null
  if (typeof value !== 'object' || value === null) return null
  for (const inner of Object.values(value)) {
    const found = firstTextWith(inner, character)
    if (found !== null) return found
  }
  return null
}

function around(text: string, character: string): string {
  const points = Array.from(text)
  const at = points.indexOf(character)
  const from = Math.max(0, at - 10)
  const to = Math.min(points.length, at + 11)
  return `${from > 0 ? '…' : ''}${points.slice(from, to).join('')}${to < points.length ? '…' : ''}`
}
