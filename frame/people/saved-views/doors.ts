import { z } from 'zod'
import { door } from '#frame/http/door.ts'
import { stateView } from '#frame/http/reply-parts.ts'
import { register, savedViewForm } from './forms.ts'

const tag = 'people'

/** One’s own views of a register, by name. */
export const savedViewsDoor = door({
  method: 'GET',
  path: '/api/saved-views',
  permission: 'saved-view.list',
  who: 'signed-in',
  tag,
  summary: { zh: '本人保存的视图', en: 'My saved views' },
  query: z.object({ register }),
  reply: z.object({
    views: z.array(z.object({ id: z.string(), name: z.string(), query: z.string() })),
  }),
})

export const keepViewDoor = door({
  method: 'POST',
  path: '/api/saved-views',
  permission: 'saved-view.keep',
  who: 'signed-in',
  tag,
  summary: { zh: '保存视图', en: 'Save a view' },
  body: savedViewForm,
  reply: stateView,
})

export const dropViewDoor = door({
  method: 'POST',
  path: '/api/saved-views/:id/drop',
  permission: 'saved-view.drop',
  who: 'signed-in',
  tag,
  summary: { zh: '删除视图', en: 'Delete a view' },
  params: z.object({ id: z.uuid() }),
  reply: stateView,
})
