import type { Day } from '#frame/calendar/day.ts'
import { paperKind } from './kind.ts'
import { qrSvg } from './qr.ts'
import type { Sheet } from './typesetter.ts'

/** A paper as it was frozen: everything that stands on it, nothing else. */
export interface FrozenPaper {
  id: string
  kind: string
  /** Version of the template. */
  template: number
  title: string
  number: string
  issuer: string
  day: Day
  /** Under which anybody may check it. */
  code: string
  facts: unknown
}

/** A file that travels inside the paper. */
export interface Attachment {
  text: string
  type: string
  description: string
}

/** What is known only when the paper is set. */
export interface Setting {
  publicUrl: string
  /** True: 样章 on every page and in the seal. */
  sample: boolean
  /** Picture of the seal (SVG, PNG or JPEG), null for none. */
  seal: Buffer | null
  attachments: Record<string, Attachment>
}

/** Where a paper is checked. In: address of the house, code of the paper. */
export function checkAddress(publicUrl: string, code: string): string {
  return `${publicUrl}/verify/${code}`
}

/** The same place as people type it, who have the code before them: no scheme, no code. */
function checkPlace(publicUrl: string): string {
  return `${publicUrl.replace(/^https?:\/\//, '')}/verify`
}

/** The sheet to set for a frozen paper. Errors: throws when this version knows no such kind. */
export function sheetOf(paper: FrozenPaper, setting: Setting): Sheet {
  const address = checkAddress(setting.publicUrl, paper.code)
  return {
    template: paperKind(paper.kind).template,
    data: {
      face: {
        title: printable(paper.title),
        number: printable(paper.number),
        issuer: printable(paper.issuer),
        day: paper.day,
        code: paper.code,
        verifyAt: checkPlace(setting.publicUrl),
        qr: qrSvg(address),
        sample: setting.sample,
        seal: setting.seal && Array.from(setting.seal),
      },
      facts: printable(paper.facts),
      attachments: setting.attachments,
    },
  }
}

// What has no width of its own and no meaning in print; a tab would vanish and glue two words together.
const invisible = /[\u200b\u2060\ufeff\u00ad]/g

/** The same value with its texts made fit for print. Frozen facts themselves stay as they were typed. */
export function printable<T>(value: T): T {
  if (typeof value === 'string')
    return value
      .replaceAll(invisible, '')
      .replaceAll('\r\n', '\n')
      .replaceAll(/[\t\u2028\u2029\v\f]/g, ' ') as T
  if (Array.isArray(value)) return value.map(printable) as T
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, printable(v)])) as T
  return value
}
