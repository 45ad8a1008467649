import { z } from 'zod'
import { door } from '#frame/http/door.ts'
import { actView, stateView, words } from '#frame/http/reply-parts.ts'
import { role } from '#frame/people/views.ts'
import { moveOf } from '#frame/kernel/lifecycle.ts'
import { licenceLife, officerReaders } from '../states.ts'
import { caseCheckLife, caseHandLife, caseRemarkLife } from './states.ts'

const tag = licenceLife.title.zh
const one = z.object({ id: z.uuid() })

const pull = moveOf(caseHandLife, 'case-hand.pull')
const take = moveOf(caseHandLife, 'case-hand.take')
const add = moveOf(caseRemarkLife, 'case-remark.add')
const settle = moveOf(caseRemarkLife, 'case-remark.settle')
const tick = moveOf(caseCheckLife, 'case-check.tick')

/** S2-028 the most urgent case of one's role that nobody has in hand. */
export const pullDoor = door({
  method: 'POST',
  path: '/api/licences-next',
  permission: pull.act,
  who: pull.who,
  tag,
  summary: pull.title,
  body: z.strictObject({ role }),
  reply: stateView,
})

export const takeDoor = door({
  method: 'POST',
  path: '/api/licences/:id/take',
  permission: take.act,
  who: take.who,
  tag,
  summary: take.title,
  params: one,
  reply: stateView,
})

export const addRemarkDoor = door({
  method: 'POST',
  path: '/api/licences/:id/remarks',
  permission: add.act,
  who: add.who,
  tag,
  summary: add.title,
  params: one,
  body: z.strictObject({ at: z.string(), text: z.string() }),
  reply: stateView,
})

export const settleRemarkDoor = door({
  method: 'POST',
  path: '/api/licence-remarks/:id/settle',
  permission: settle.act,
  who: settle.who,
  tag,
  summary: settle.title,
  params: one,
  body: z.strictObject({ settled: z.boolean() }),
  reply: stateView,
})

export const tickDoor = door({
  method: 'POST',
  path: '/api/licences/:id/check',
  permission: tick.act,
  who: tick.who,
  tag,
  summary: tick.title,
  params: one,
  body: z.strictObject({ code: z.string(), done: z.boolean() }),
  reply: stateView,
})

/** A remark of an officer at a place of the case. */
const remarkView = z.object({
  id: z.string(),
  at: z.string(),
  /** The place in words. */
  where: z.string(),
  text: z.string(),
  who: z.string(),
  when: z.string(),
  settled: z.boolean(),
  settledBy: z.string().nullable(),
})

/** A case granted before for the same article. */
const sameView = z.object({
  caseId: z.string(),
  number: z.string(),
  unitName: z.string(),
  /** Of the same unit. */
  own: z.boolean(),
  article: z.string(),
  catalogueNo: z.string(),
  day: z.string().nullable(),
  permit: z.object({ number: z.string(), grade: z.string(), until: z.string() }).nullable(),
})

/** What an officer has beside a case: remarks, check-list, what was granted before, the unit's record. */
export const deskDoor = door({
  method: 'GET',
  path: '/api/licences/:id/desk',
  permission: 'licence.desk',
  who: officerReaders,
  tag,
  summary: { zh: '办件的内部意见与检查清单', en: 'Remarks and check-list of a case' },
  params: one,
  reply: z.object({
    acts: z.array(actView),
    remarks: z.array(remarkView),
    checks: z.array(
      z.object({
        code: z.string(),
        duty: z.string(),
        title: words,
        done: z.object({ who: z.string(), at: z.string() }).nullable(),
      }),
    ),
    same: z.array(sameView),
    record: z.object({
      status: words,
      granted: z.int(),
      refused: z.int(),
      notAccepted: z.int(),
      lapsed: z.int(),
      inForce: z.int(),
      writeOffsOverdue: z.int(),
    }),
  }),
})
