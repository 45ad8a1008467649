import { fromKysely } from 'pg-boss'
import { redriveJobs } from 'pg-boss/dist/plans.js'
import { act } from '#frame/kernel/act.ts'
import { moveOf } from '#frame/kernel/lifecycle.ts'
import { granted } from '#frame/kernel/reason.ts'
import { deadJobInput, loadDeadJob, type DeadJobFacts, type DeadJobInput } from './dead-job.ts'
import { deadQueue, jobSchema, jobTable } from './queue-schema.ts'
import { jobLife } from './states.ts'

/** Plans a failed job anew: in its own queue, with all its attempts before it. */
export const retryJob = act<DeadJobFacts, DeadJobInput, null>({
  name: 'jobs.retry',
  move: moveOf(jobLife, 'jobs.retry'),
  input: deadJobInput,
  load: loadDeadJob,
  decide: () => granted(null),
  async save(tx, facts, _next, ctx) {
    const { id } = facts.subject
    const statement = redriveJobs(jobSchema, jobTable)
    await fromKysely(tx).executeSql(statement, [deadQueue, null, null, null, null, [id], 1])
    ctx.record({ job: facts.job })
    return { id, status: 'planned', version: 2 }
  },
})
