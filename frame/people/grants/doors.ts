import { z } from 'zod'
import { isDay } from '#frame/calendar/day.ts'
import { door } from '#frame/http/door.ts'
import { stateView } from '#frame/http/reply-parts.ts'
import { grantForm, reasonField } from '../accounts/forms.ts'
import { grantMove } from './states.ts'

const tag = 'people'
const version = z.int().positive()
const oneId = z.strictObject({ id: z.uuid() })
const step = z.strictObject({ version, reason: reasonField })
const onOne = { method: 'POST', tag, params: oneId, body: step, reply: stateView } as const

export const grantRoleDoor = door({
  method: 'POST',
  path: '/api/people/:id/roles',
  permission: 'role.grant',
  who: grantMove('role.grant').who,
  tag,
  summary: { zh: '授予岗位', en: 'Grant a role' },
  params: oneId,
  body: z.strictObject({ grant: grantForm, reason: reasonField }),
  reply: stateView,
})

export const endRoleDoor = door({
  ...onOne,
  path: '/api/roles/:id/end',
  permission: 'role.end',
  who: grantMove('role.end').who,
  summary: { zh: '收回岗位', en: 'Take a role back' },
})

const day = z.string().refine(isDay, '日期应写成 2026-11-23 这样。')

export const nameDeputyDoor = door({
  method: 'POST',
  path: '/api/deputies',
  permission: 'deputy.name',
  who: grantMove('deputy.name').who,
  tag,
  summary: { zh: '指定代理人', en: 'Name a deputy' },
  body: z.strictObject({
    absentId: z.uuid(),
    deputyId: z.uuid('请选择代理人。'),
    validFrom: day,
    validTo: day,
    reason: reasonField,
  }),
  reply: stateView,
})

export const endDeputyDoor = door({
  ...onOne,
  path: '/api/deputies/:id/end',
  permission: 'deputy.end',
  who: grantMove('deputy.end').who,
  summary: { zh: '结束代理', en: 'End a deputy' },
})
