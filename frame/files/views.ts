import { z } from 'zod'
import { instant, reasonView, words } from '#frame/http/reply-parts.ts'
import { fileKindCodes } from './file-kind.ts'

/** A file as a slot shows it. */
export const shownFile = z.object({
  id: z.uuid(),
  name: z.string(),
  bytes: z.number().int(),
  kind: z.enum(fileKindCodes),
  pages: z.number().int().nullable(),
  at: instant,
  by: z.string(),
  version: z.number().int(),
  current: z.boolean(),
  /** From the root of the site. */
  href: z.string(),
  scan: z.enum(['clean', 'waiting', 'unscanned']),
})
export type ShownFile = z.infer<typeof shownFile>

/** A slot with its rule, its files and whether one may be brought now. */
export const shownSlot = z.object({
  code: z.string(),
  /** Its place on the page; reasons point at it. */
  at: z.string(),
  title: words,
  duty: z.string().nullable(),
  why: words.nullable(),
  required: z.boolean(),
  kinds: z.array(z.enum(fileKindCodes)),
  mostBytes: z.number().int(),
  mostDuty: z.string().nullable(),
  many: z.boolean(),
  mostFiles: z.number().int(),
  /** Why this person may not bring or remove a file now; empty when he may. */
  closed: z.array(reasonView),
  files: z.array(shownFile),
})

/** All slots of a subject. */
export const shownSlots = z.object({
  slots: z.array(shownSlot),
  /** Why files wait for a virus scan, when they do. */
  scanner: reasonView.nullable(),
})
