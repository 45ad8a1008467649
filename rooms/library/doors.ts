import { z } from 'zod'
import { door } from '#frame/http/door.ts'
import { stateView } from '#frame/http/reply-parts.ts'
import { unitRoles } from '#frame/people/roles.ts'
import { articleForm, mostAtOnce } from './forms.ts'
import { articleLife, move } from './states.ts'
import { articleRow, articleView } from './views.ts'

const tag = articleLife.title.zh
const one = z.object({ id: z.uuid() })
const version = z.int().positive()
/** The person was shown what is alike and wants this one besides. */
const anyway = z.boolean().default(false)

/** The articles of the units one belongs to. */
export const articlesDoor = door({
  method: 'GET',
  path: '/api/library',
  permission: 'article.list',
  who: unitRoles,
  tag,
  summary: { zh: '物品库', en: 'Articles of one’s unit' },
  query: z.object({
    q: z.string().max(100).optional(),
    unit: z.uuid().optional(),
    articleClass: z.string().max(100).optional(),
    /** `1`: those no longer in use as well. */
    retired: z.enum(['1']).optional(),
    sort: z.enum(['name', '-name', 'updated', '-updated']).default('name'),
    page: z.coerce.number().int().min(1).max(10_000).default(1),
    size: z.coerce.number().int().min(1).max(200).default(20),
  }),
  reply: z.object({ rows: z.array(articleRow), total: z.number().int() }),
})

/** The units for which one may add articles. */
export const unitsDoor = door({
  method: 'GET',
  path: '/api/library-units',
  permission: 'article.units',
  who: unitRoles,
  tag,
  summary: { zh: '有物品库的单位', en: 'Units whose library one keeps' },
  reply: z.object({ units: z.array(z.object({ id: z.string(), nameZh: z.string() })) }),
})

export const articleDoor = door({
  method: 'GET',
  path: '/api/library/:id',
  permission: 'article.read',
  who: unitRoles,
  tag,
  summary: { zh: '一种物品', en: 'One article' },
  params: one,
  reply: articleView,
})

export const addDoor = door({
  method: 'POST',
  path: '/api/library',
  permission: 'article.add',
  who: move('add').who,
  tag,
  summary: move('add').title,
  body: z.strictObject({
    unitId: z.uuid(),
    articles: z.array(articleForm).min(1, '请至少填写一种物品').max(mostAtOnce),
    anyway,
  }),
  reply: stateView,
})

export const changeDoor = door({
  method: 'POST',
  path: '/api/library/:id/change',
  permission: 'article.change',
  who: move('change').who,
  tag,
  summary: move('change').title,
  params: one,
  body: z.strictObject({ version, article: articleForm, anyway }),
  reply: stateView,
})

export const retireDoor = door({
  method: 'POST',
  path: '/api/library/:id/retire',
  permission: 'article.retire',
  who: move('retire').who,
  tag,
  summary: move('retire').title,
  params: one,
  body: z.strictObject({ version }),
  reply: stateView,
})

export const restoreDoor = door({
  method: 'POST',
  path: '/api/library/:id/restore',
  permission: 'article.restore',
  who: move('restore').who,
  tag,
  summary: move('restore').title,
  params: one,
  body: z.strictObject({ version }),
  reply: stateView,
})
