import { sql } from 'kysely'
import { act } from '#frame/kernel/act.ts'
import { moveOf } from '#frame/kernel/lifecycle.ts'
import { granted } from '#frame/kernel/reason.ts'
import { deadJobInput, loadDeadJob, type DeadJobFacts, type DeadJobInput } from './dead-job.ts'
import { deadQueue } from './queue-schema.ts'
import { jobLife } from './states.ts'

/** Gives a failed job up: it is taken off the list, and the ledger keeps that and who did it. */
export const dropJob = act<DeadJobFacts, DeadJobInput, null>({
  name: 'jobs.drop',
  move: moveOf(jobLife, 'jobs.drop'),
  input: deadJobInput,
  load: loadDeadJob,
  decide: () => granted(null),
  async save(tx, facts, _next, ctx) {
    const { id } = facts.subject
    await sql`delete from pgboss.job where name = ${deadQueue} and id = ${id}`.execute(tx)
    ctx.record({ job: facts.job })
    return { id, status: 'dropped', version: 2 }
  },
})
