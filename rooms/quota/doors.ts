import { z } from 'zod'
import { door } from '#frame/http/door.ts'
import { stateView } from '#frame/http/reply-parts.ts'
import { unitRoles, type Role } from '#frame/people/roles.ts'
import { permitLife, permitMove, quotaReaders, writeOffLife, writeOffMove } from './states.ts'
import { permitRow, permitView, writeOffRow, writeOffView } from './views.ts'

const readers: readonly Role[] = [...unitRoles, ...quotaReaders]
const one = z.object({ id: z.uuid() })
const page = {
  q: z.string().max(100).optional(),
  status: z.string().max(100).optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(20),
}

/** S2-009 permits within reach. */
export const permitsDoor = door({
  method: 'GET',
  path: '/api/permits',
  permission: 'permit.list',
  who: readers,
  tag: permitLife.title.zh,
  summary: { zh: '审批单台账', en: 'Permits' },
  query: z.object({
    ...page,
    sort: z.enum(['until', '-until', 'number', '-number']).default('-number'),
  }),
  reply: z.object({ rows: z.array(permitRow), total: z.number().int() }),
})

export const permitDoor = door({
  method: 'GET',
  path: '/api/permits/:id',
  permission: 'permit.read',
  who: readers,
  tag: permitLife.title.zh,
  summary: { zh: '审批单与余额', en: 'One permit and its balance' },
  params: one,
  reply: permitView,
})

/** S2-041 */
export const requestDoor = door({
  method: 'POST',
  path: '/api/permits/:id/write-offs',
  permission: 'quota.request',
  who: permitMove('request').who,
  tag: writeOffLife.title.zh,
  summary: permitMove('request').title,
  params: one,
  body: z.strictObject({
    version: z.int().positive(),
    port: z.string(),
    plannedDay: z.string(),
    transport: z.string(),
    lines: z
      .array(z.strictObject({ n: z.int(), requested: z.number(), batchNo: z.string().optional() }))
      .max(2000),
  }),
  reply: stateView,
})

export const writeOffsDoor = door({
  method: 'GET',
  path: '/api/write-offs',
  permission: 'write-off.list',
  who: readers,
  tag: writeOffLife.title.zh,
  summary: { zh: '核销台账', en: 'Write-offs' },
  query: z.object({
    ...page,
    sort: z.enum(['planned', '-planned', 'number', '-number']).default('-planned'),
  }),
  reply: z.object({ rows: z.array(writeOffRow), total: z.number().int() }),
})

export const writeOffDoor = door({
  method: 'GET',
  path: '/api/write-offs/:id',
  permission: 'write-off.read',
  who: readers,
  tag: writeOffLife.title.zh,
  summary: { zh: '一次核销', en: 'One write-off' },
  params: one,
  reply: writeOffView,
})

export const confirmDoor = door({
  method: 'POST',
  path: '/api/write-offs/:id/confirm',
  permission: 'write-off.confirm',
  who: writeOffMove('confirm').who,
  tag: writeOffLife.title.zh,
  summary: writeOffMove('confirm').title,
  params: one,
  body: z.strictObject({
    version: z.int().positive(),
    lines: z.array(z.strictObject({ n: z.int(), actual: z.number() })).max(2000),
    note: z.string().optional(),
  }),
  reply: stateView,
})
