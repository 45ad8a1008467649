import { z } from 'zod'
import { actView, paperView, words } from '#frame/http/reply-parts.ts'

/** One row of the register of permits. */
export const permitRow = z.object({
  id: z.string(),
  number: z.string(),
  unitName: z.string(),
  grade: z.string(),
  status: z.string(),
  issuedDay: z.string(),
  validThrough: z.string(),
  articles: z.string(),
  /** Share of what was approved that is used, in percent, the least used line. */
  usedPercent: z.number().int(),
})

/** One row of the register of write-offs. */
export const writeOffRow = z.object({
  id: z.string(),
  number: z.string(),
  permitNumber: z.string(),
  unitName: z.string(),
  status: z.string(),
  port: words,
  plannedDay: z.string(),
})

/** A permit in use with the balance of each line, in packing units. */
export const permitView = z.object({
  id: z.string(),
  caseId: z.string(),
  number: z.string(),
  unitName: z.string(),
  grade: z.string(),
  status: z.string(),
  statusWords: words,
  version: z.number().int(),
  issuedDay: z.string(),
  validThrough: z.string(),
  inBatches: z.boolean(),
  lines: z.array(
    z.object({
      n: z.number().int(),
      nameZh: z.string(),
      nameEn: z.string(),
      specification: z.string(),
      packUnit: z.string(),
      approved: z.number().int(),
      reserved: z.number().int(),
      used: z.number().int(),
      available: z.number().int(),
    }),
  ),
  movements: z.array(
    z.object({
      n: z.number().int(),
      kind: z.enum(['reserve', 'consume', 'release']),
      writeOffId: z.string(),
      writeOffNumber: z.string(),
      quantity: z.number().int(),
      at: z.iso.datetime(),
    }),
  ),
  writeOffs: z.array(writeOffRow),
  acts: z.array(actView),
  /** The permit itself. */
  papers: z.array(paperView),
})

/** One write-off: what was asked for and what was found. */
export const writeOffView = z.object({
  id: z.string(),
  permitId: z.string(),
  number: z.string(),
  permitNumber: z.string(),
  unitName: z.string(),
  status: z.string(),
  statusWords: words,
  version: z.number().int(),
  port: words,
  plannedDay: z.string(),
  transport: z.string(),
  confirmedDay: z.string().nullable(),
  note: z.string().nullable(),
  lines: z.array(
    z.object({
      n: z.number().int(),
      nameZh: z.string(),
      nameEn: z.string(),
      specification: z.string(),
      packUnit: z.string(),
      batchNo: z.string(),
      requested: z.number().int(),
      actual: z.number().int().nullable(),
    }),
  ),
  acts: z.array(actView),
  papers: z.array(paperView),
})
