import { z } from 'zod'
import { door } from '#frame/http/door.ts'
import { words } from '#frame/http/reply-parts.ts'
import { unitRoles } from '#frame/people/roles.ts'
import { itemLine } from './item-lines.ts'
import { licenceLife } from './states.ts'

const tag = licenceLife.title.zh
const one = z.object({ id: z.uuid() })

/** S2-190 附表 as a sheet to be filled and imported. */
export const templateDoor = door({
  method: 'GET',
  path: '/api/licence-lines-template.xlsx',
  permission: 'licence.lines-template',
  who: unitRoles,
  tag,
  summary: { zh: '附表填写模板', en: 'Template of the item list' },
  reply: z.any().meta({ override: { type: 'string', format: 'binary' } }),
})

/** The other applications of the unit whose rows of 附表 may be copied into one. */
export const earlierListsDoor = door({
  method: 'GET',
  path: '/api/licences/:id/earlier-lists',
  permission: 'licence.earlier-lists',
  who: unitRoles,
  tag,
  summary: { zh: '可以复制的附表', en: 'Item lists to copy from' },
  params: one,
  reply: z.object({
    lists: z.array(
      z.object({
        id: z.string(),
        number: z.string().nullable(),
        status: words,
        articles: z.string(),
        count: z.number().int(),
        updatedAt: z.iso.datetime(),
      }),
    ),
  }),
})

export const earlierListDoor = door({
  method: 'GET',
  path: '/api/licences/:id/earlier-lists/:from',
  permission: 'licence.earlier-list',
  who: unitRoles,
  tag,
  summary: { zh: '另一申请的附表', en: 'Item list of another application' },
  params: one.extend({ from: z.uuid() }),
  reply: z.object({ lines: z.array(itemLine) }),
})
