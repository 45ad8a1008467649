import { z } from 'zod'
import { defineJob } from '#frame/jobs/job.ts'
import type { Role } from '#frame/people/roles.ts'
import { act, type Act, type Facts, type Subject } from './act.ts'
import { lifecycle, moveOf } from './lifecycle.ts'
import { decided, reason, type Reason } from './reason.ts'

/** A room of one counter that exists in tests only; its business row is a running number. */
export const counterLife = lifecycle({
  subject: 'counter',
  title: { zh: '计数器', en: 'Counter' },
  statuses: { open: { zh: '开放', en: 'Open' }, closed: { zh: '关闭', en: 'Closed', end: true } },
  moves: [
    {
      act: 'raise',
      title: { zh: '加一', en: 'Raise' },
      from: ['open'],
      to: ['open', 'closed'],
      who: ['customs-window'] satisfies Role[],
      duties: ['S2-033'],
    },
  ],
})

/** The counter as the test sets it, and what its acts are to do besides. */
export interface Plan {
  subject: Subject
  /** Reasons that do not depend on the input. */
  unready?: Reason[]
  /** Status the save says it arrived at. */
  arrives?: string
  /** Thrown at the end of the save. */
  fault?: Error
  quiet?: boolean
}

export const counterJob = defineJob({
  name: 'counter.raised',
  title: { zh: '测试：计数之后', en: 'Test: after counting' },
  data: z.strictObject({ id: z.string() }),
  run: async () => {},
})

const input = z.strictObject({
  by: z.int().min(1, '至少加一'),
  version: z.int().optional(),
})
type Input = z.output<typeof input>
interface CounterFacts extends Facts {
  subject: Subject
  unready: Reason[]
}

/** The act of the counter, as the plan of the moment says. Errors: more than 100 is refused. */
export function raiseAct(plan: Plan): Act<CounterFacts, Input, Input> {
  return act<CounterFacts, Input, Input>({
    name: 'counter.raise',
    move: moveOf(counterLife, 'raise'),
    input,
    ...(plan.quiet ? { quiet: true } : {}),
    seen: (said) => said.version,
    load: async () => ({ subject: plan.subject, unready: plan.unready ?? [] }),
    ready: (facts) => facts.unready,
    decide: (_facts, said) =>
      decided(
        said.by > 100 ? [reason('S2-190', 'too-many', '一次最多加一百', 'by')] : [],
        () => said,
      ),
    async save(tx, { subject }, next, ctx) {
      await tx
        .insertInto('running_number')
        .values({ series: `counter ${subject.id}`, year: 2026, last: next.by })
        .onConflict((c) => c.columns(['series', 'year']).doUpdateSet({ last: next.by }))
        .execute()
      await ctx.plan(counterJob.name, { id: subject.id }, `${subject.id}:${ctx.eventId}`)
      ctx.record({ by: next.by })
      if (plan.fault) throw plan.fault
      return { id: subject.id, status: plan.arrives ?? 'open', version: subject.version + 1 }
    },
  })
}
