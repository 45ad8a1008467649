import { z } from 'zod'
import { door } from '#frame/http/door.ts'
import { instant, words } from '#frame/http/reply-parts.ts'
import type { Role } from '#frame/people/roles.ts'
import { unitRoles } from '#frame/people/roles.ts'
import { itemLine } from '../item-lines.ts'
import { licenceLife, officerReaders } from '../states.ts'

const readers: readonly Role[] = [...unitRoles, ...officerReaders]
const tag = licenceLife.title.zh
const one = z.object({ id: z.uuid() })

/** How often a case was filed, and when. */
export const filingsDoor = door({
  method: 'GET',
  path: '/api/licences/:id/filings',
  permission: 'licence.filings',
  who: readers,
  tag,
  summary: { zh: '历次提交', en: 'Filings of a case' },
  params: one,
  reply: z.object({ filings: z.array(z.object({ n: z.int(), at: instant })) }),
})

/** Exactly what was filed once, to be printed. */
export const filedDoor = door({
  method: 'GET',
  path: '/api/licences/:id/filings/:n',
  permission: 'licence.filed',
  who: readers,
  tag,
  summary: { zh: '所申报内容', en: 'What was filed' },
  params: one.extend({ n: z.coerce.number().int().positive() }),
  reply: z.object({
    n: z.int(),
    at: instant,
    number: z.string().nullable(),
    unitName: z.string(),
    fields: z.array(
      z.object({ name: z.string(), duty: z.string().nullable(), title: words, value: words }),
    ),
    lines: z.array(itemLine),
    documents: z.array(z.object({ fileId: z.string(), name: z.string(), slot: z.string() })),
  }),
})

/** All of one case that its reader may have, in one file. */
export const bundleDoor = door({
  method: 'GET',
  path: '/api/licences/:id/bundle.zip',
  permission: 'licence.bundle',
  who: readers,
  tag,
  summary: { zh: '打包下载此件', en: 'Everything of a case as one file' },
  params: one,
  reply: z.any().meta({ override: { type: 'string', format: 'binary' } }),
})
