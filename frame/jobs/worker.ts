import { PgBoss, type Db, type JobWithMetadata } from 'pg-boss'
import type pg from 'pg'
import type { House } from '#frame/house.ts'
import { allJobs, type Job, type RunningJob } from './job.ts'
import { jobSchema, openQueues } from './queue-schema.ts'
import { runJob } from './run-job.ts'

/** The running workers of one server. */
export interface Workers {
  /** Takes no new work, waits for the running attempts (at most `seconds`), then gives the rest back. */
  stop(seconds?: number): Promise<void>
}

/**
 * Starts workers for every job of the register; several servers share the work. In: a house whose
 * database is migrated. Errors: throws when the tables are of another version than the library.
 */
export async function startWorkers(house: House): Promise<Workers> {
  await openQueues(house.db)
  const boss = new PgBoss({
    db: overPool(house.pool),
    schema: jobSchema,
    migrate: false,
    createSchema: false,
    registerInstance: false,
    // the serving role does not own the tables
    reindex: false,
    monitorVacuum: false,
  })
  boss.on('error', (err) => house.log.error({ err }, 'jobs'))
  boss.on('warning', (warning) => house.log.warn({ warning }, 'jobs'))
  await boss.start()
  for (const job of allJobs()) {
    await schedule(boss, job)
    await boss.work(job.name, workOptions(job), async ([given]: JobWithMetadata<unknown>[]) => {
      if (given) await runJob(house, job, given.data, runningJob(given))
    })
  }
  await dropOldSchedules(boss)
  return { stop: (seconds = 10) => boss.stop({ graceful: true, timeout: seconds * 1000 }) }
}

const workOptions = (job: Job) =>
  ({
    includeMetadata: true,
    batchSize: 1,
    localConcurrency: job.concurrency,
    pollingIntervalSeconds: job.poll,
  }) as const

/** What a job is told of its own run, from what the library knows. */
export function runningJob(given: JobWithMetadata<unknown>): RunningJob {
  const { id, retryCount, retryLimit, signal } = given
  return { id, attempt: retryCount + 1, last: retryCount >= retryLimit, signal }
}

async function schedule(boss: PgBoss, job: Job): Promise<void> {
  if (job.cron === null) return
  // a server that stood still over the moment makes up for it once
  await boss.schedule(job.name, job.cron, {}, { tz: 'Asia/Shanghai', missed: 'once' })
}

async function dropOldSchedules(boss: PgBoss): Promise<void> {
  const recurring = new Set(allJobs().flatMap((job) => (job.cron === null ? [] : [job.name])))
  for (const old of await boss.getSchedules())
    if (!recurring.has(old.name)) await boss.unschedule(old.name)
}

/** The house's own pool as the library wants a database; it never closes it. */
export function overPool(pool: pg.Pool): Db {
  return {
    executeSql: (text, values) => pool.query(text, values),
  }
}
