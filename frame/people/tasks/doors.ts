import { z } from 'zod'
import { door } from '#frame/http/door.ts'
import { stateView } from '#frame/http/reply-parts.ts'
import { reasonField } from '../accounts/forms.ts'
import { role } from '../views.ts'
import { handOverMove } from './states.ts'
import { colleagueLine } from './views.ts'

const tag = 'people'

export const handOverDoor = door({
  method: 'POST',
  path: '/api/tasks/hand-over',
  permission: 'task.hand-over',
  who: handOverMove.who,
  tag,
  summary: handOverMove.title,
  body: z.strictObject({
    unitId: z.uuid(),
    kind: z.string().min(1).max(60),
    id: z.uuid(),
    role,
    toId: z.uuid('请选择接办的同事。'),
    version: z.int().positive(),
    reason: reasonField,
  }),
  reply: stateView,
})

/** One task as it travels in an address: the unit and the subject, joined by a colon. */
const taskAt = z
  .string()
  .regex(
    /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
    '任务应写成“单位编号:业务编号”。',
  )
  .transform((text) => {
    const [unitId = '', id = ''] = text.split(':')
    return { unitId, id }
  })

export const colleaguesDoor = door({
  method: 'GET',
  path: '/api/tasks/colleagues',
  permission: 'task.colleagues',
  who: handOverMove.who,
  tag,
  summary: { zh: '可以接办的同事', en: 'Colleagues who can take tasks over' },
  query: z.object({
    kind: z.string().min(1).max(60),
    role,
    tasks: z.preprocess(
      (all) => (typeof all === 'string' ? all.split(',') : all),
      z.array(taskAt).min(1, '请选择要转交的业务。').max(100, '一次最多转交100件。'),
    ),
  }),
  reply: z.object({ people: z.array(colleagueLine) }),
})
