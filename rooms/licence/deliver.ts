import { z } from 'zod'
import { act, type DecideContext } from '#frame/kernel/act.ts'
import { dayInWords, type Day } from '#frame/calendar/day.ts'
import { decided, reason, type Reason } from '#frame/kernel/reason.ts'
import { load, onCase, seen } from './act-parts.ts'
import { notYetDelivered, recordDelivery } from './delivery.ts'
import type { Delivery, LicenceFacts } from './facts.ts'
import { move } from './states.ts'

const input = z.strictObject({
  ...onCase,
  way: z.enum(['handed', 'posted', 'left'], '请选择送达方式'),
  /** The day it reached the applicant; today when left out. */
  day: z.iso.date('请填写送达日期').optional(),
  note: z.string().trim().max(300, '最多 300 个字').default(''),
})

/** 行政许可法 44, S2-041 the decision reached the applicant on paper: the window records way and day. */
export const deliverAct = act({
  name: 'licence.deliver',
  move: move('deliver'),
  input,
  seen,
  load,
  ready: notYetDelivered,
  decide: (facts, said, ctx) => {
    const day = said.day ?? ctx.today
    return decided(impossibleDay(facts, day, ctx), (): Delivery => ({
      way: said.way,
      day,
      note: said.note,
    }))
  },
  save: (tx, facts, delivery, ctx) => recordDelivery(tx, facts, delivery, ctx),
})

/** A decision reaches nobody before it was taken, nor tomorrow. */
function impossibleDay({ deliveryClock }: LicenceFacts, day: Day, ctx: DecideContext): Reason[] {
  const decidedDay = deliveryClock?.entries[0]?.day ?? ctx.today
  if (day >= decidedDay && day <= ctx.today) return []
  const words = `送达日期应在作出决定之日（${dayInWords(decidedDay)}）和今天之间。请改正。`
  return [reason(null, 'impossible-day', words, 'day')]
}
