import { z } from 'zod'
import { actView } from '#frame/http/reply-parts.ts'
import { articleForm } from './forms.ts'

/** A pathogen of the catalogue by its names. */
const pathogenName = z.object({
  id: z.string(),
  zh: z.string(),
  sci: z.string(),
  hazardClass: z.number().int(),
})

/** One article of the register, whole: it is taken over into 附表 as it stands. */
export const articleRow = z.object({
  id: z.string(),
  unitId: z.string(),
  status: z.string(),
  version: z.number().int(),
  article: articleForm,
  pathogens: z.array(pathogenName),
  updatedAt: z.iso.datetime(),
})
export type ArticleRow = z.output<typeof articleRow>

/** One article with what may be done with it. */
export const articleView = articleRow.extend({
  unitName: z.string(),
  /** Who changed it last. */
  updatedBy: z.string().nullable(),
  acts: z.array(actView),
})
