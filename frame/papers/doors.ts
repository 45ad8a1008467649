import { z } from 'zod'
import { isDay } from '#frame/calendar/day.ts'
import { door } from '#frame/http/door.ts'
import { actView, instant, stateView, words } from '#frame/http/reply-parts.ts'
import { paperLife, paperReaders, paperOfficers } from './states.ts'

const tag = paperLife.title.zh
const one = z.object({ id: z.uuid() })

const paperRow = z.object({
  id: z.string(),
  kind: z.string(),
  kindWords: words,
  title: z.string(),
  number: z.string(),
  recipient: z.string(),
  issuer: z.string(),
  day: z.string(),
  status: z.string(),
  sample: z.boolean().nullable(),
  issuedAt: instant,
})

/** 文书登记簿: only papers within reach, in rows, counts and searches alike. */
export const papersDoor = door({
  method: 'GET',
  path: '/api/papers',
  permission: 'papers.list',
  who: paperReaders,
  tag,
  summary: { zh: '文书登记簿', en: 'Register of papers' },
  query: z.object({
    /** Part of number, recipient or title. */
    q: z.string().max(100).optional(),
    kind: z.string().max(500).optional(),
    status: z.string().max(100).optional(),
    /** First and last day of issue, joined by a comma; either may be empty. */
    day: z
      .string()
      .regex(/^(\d{4}-\d{2}-\d{2})?,(\d{4}-\d{2}-\d{2})?$/, '日期范围应为“开始日,结束日”')
      .refine(
        (span) => span.split(',').every((d) => d === '' || isDay(d)),
        '没有这一天，请改正日期',
      )
      .optional(),
    sort: z.enum(['issued', '-issued', 'number', '-number', 'day', '-day']).default('-issued'),
    page: z.coerce.number().int().min(1).max(10_000).default(1),
    size: z.coerce.number().int().min(1).max(200).default(20),
  }),
  reply: z.object({ rows: z.array(paperRow), total: z.number().int() }),
})

const shownFact = z.object({ label: words, value: z.string() })
const standing = z.object({ holds: z.boolean(), words, since: z.string().nullable() })

/** The kinds there are, for the filter of the register. */
export const paperKindsDoor = door({
  method: 'GET',
  path: '/api/paper-kinds',
  permission: 'papers.kinds',
  who: paperReaders,
  tag,
  summary: { zh: '文书种类', en: 'Kinds of papers' },
  reply: z.object({ kinds: z.array(z.object({ kind: z.string(), words })) }),
})

export const paperDoor = door({
  method: 'GET',
  path: '/api/papers/:id',
  permission: 'papers.read',
  who: paperReaders,
  tag,
  summary: { zh: '文书', en: 'One paper' },
  params: one,
  reply: paperRow.extend({
    statusWords: words,
    version: z.number().int(),
    about: z.object({ kind: z.string(), id: z.string() }),
    code: z.string(),
    address: z.string(),
    facts: z.array(shownFact),
    standing,
    /** Why it could not be made; officers only. */
    trouble: z.string().nullable(),
    file: z
      .object({
        sha256: z.string(),
        bytes: z.number().int(),
        pages: z.number().int(),
        signedAt: instant,
        signer: z.string(),
      })
      .nullable(),
    acts: z.array(actView),
  }),
})

/** The signed file under its Chinese name: as attachment, or to be shown and printed at once. */
export const paperFileDoor = door({
  method: 'GET',
  path: '/api/papers/:id/file',
  permission: 'papers.file',
  who: paperReaders,
  tag,
  summary: { zh: '下载文书（PDF）', en: 'Download a paper (PDF)' },
  params: one,
  query: z.object({ as: z.enum(['attachment', 'page']).default('attachment') }),
  reply: z.any().meta({ override: { type: 'string', format: 'binary' } }),
})

export const retryPaperDoor = door({
  method: 'POST',
  path: '/api/papers/:id/retry',
  permission: 'papers.retry',
  who: paperOfficers,
  tag,
  summary: { zh: '重新生成文书', en: 'Make a paper again' },
  params: one,
  body: z.strictObject({ version: z.int().positive() }),
  reply: stateView,
})

const code = z.object({ code: z.string().max(60) })

/** What anybody learns who holds a paper: the same facts, and whether it still holds. */
export const verifyDoor = door({
  method: 'GET',
  path: '/api/verify/:code',
  permission: 'papers.verify',
  who: 'public',
  tag,
  summary: { zh: '核验文书', en: 'Check a paper' },
  params: code,
  reply: z.object({
    number: z.string(),
    title: z.string(),
    titleWords: words,
    issuer: z.string(),
    recipient: z.string(),
    day: z.string(),
    code: z.string(),
    sample: z.boolean(),
    facts: z.array(shownFact),
    standing,
    signedAt: instant,
    fileSha256: z.string(),
    signer: z.string(),
    /** The instant at which this was true. */
    checkedAt: instant,
  }),
})

/** Proof that the hash of the signed file stands in the ledger, for keeping beside the file. */
export const verifyProofDoor = door({
  method: 'GET',
  path: '/api/verify/:code/proof',
  permission: 'papers.proof',
  who: 'public',
  tag,
  summary: { zh: '下载留痕证明（.tlog-proof）', en: 'Download the ledger proof (.tlog-proof)' },
  params: code,
  reply: z.any().meta({ override: { type: 'string' } }),
})

/** The address of a paper's file, for a plain link. In: the paper's id. */
export function paperHref(id: string): string {
  return `/api/papers/${id}/file`
}

/** The address at which the browser shows a paper, to be printed at a counter. In: the paper's id. */
export function shownPaperHref(id: string): string {
  return `${paperHref(id)}?as=page`
}

/** The address of the ledger proof of a paper's file. In: the code of the paper. */
export function proofHref(code: string): string {
  return `/api/verify/${code}/proof`
}
