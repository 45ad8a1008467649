import { sql, type Kysely, type Transaction } from 'kysely'
import type { DB } from '#frame/db/types.ts'
import { allJobs, type Job } from './job.ts'

/** Where pg-boss keeps its tables. */
export const jobSchema = 'pgboss'

/** The one table all our queues share; a queue of its own table would have to be named to the planner. */
export const jobTable = 'job_common'

/**
 * The version of pg-boss's tables that our migrations have built. The library refuses to start on
 * another; an upgrade that changes it brings a migration of ours made from `getMigrationPlans`.
 */
export const jobSchemaVersion = 46

/** The queue that keeps what failed for good until a person decides. Nothing works on it. */
export const deadQueue = 'jobs.dead'

const day = 86_400

/**
 * Makes sure that every job of the register has its queue, with the settings written in the code. In: a
 * database or transaction. Safe to repeat and to run in several servers at once; must have run before
 * the first job is planned, since a job without a queue fails its transaction at commit.
 */
export async function openQueues(db: Kysely<DB> | Transaction<DB>): Promise<void> {
  const wanted = [
    // far beyond any retention: what failed waits for a person, not for a clean-up
    { name: deadQueue, options: { policy: 'standard', retentionSeconds: 3650 * day } },
    ...allJobs().map((job) => ({ name: job.name, options: queueOptions(job) })),
  ]
  const rows = sql`jsonb_to_recordset(${JSON.stringify(wanted)}::text::jsonb) as w (name text, options jsonb)`
  await sql`select pgboss.create_queue(w.name, w.options) from ${rows}`.execute(db)
  await sql`
    update pgboss.queue q set
      retry_limit = (w.options->>'retryLimit')::int,
      retry_delay = (w.options->>'retryDelay')::int,
      retry_delay_max = (w.options->>'retryDelayMax')::int,
      expire_seconds = (w.options->>'expireInSeconds')::int,
      updated_on = now()
    from ${rows}
    where q.name = w.name and w.name <> ${deadQueue}
      and (q.retry_limit, q.retry_delay, q.retry_delay_max, q.expire_seconds) is distinct from
        ((w.options->>'retryLimit')::int, (w.options->>'retryDelay')::int,
         (w.options->>'retryDelayMax')::int, (w.options->>'expireInSeconds')::int)`.execute(db)
}

function queueOptions(job: Job) {
  return {
    policy: 'standard',
    retryLimit: job.retry.times,
    retryDelay: job.retry.delay,
    retryDelayMax: job.retry.longest,
    retryBackoff: true,
    expireInSeconds: job.expire,
    // a house that stood still for months must not find its planned work swept away
    retentionSeconds: 3650 * day,
    deleteAfterSeconds: 7 * day,
    deadLetter: deadQueue,
  }
}
