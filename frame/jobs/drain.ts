import { PgBoss } from 'pg-boss'
import { sql } from 'kysely'
import type { House } from '#frame/house.ts'
import { jobNamed } from './job.ts'
import { deadQueue, jobSchema } from './queue-schema.ts'
import { runJob } from './run-job.ts'
import { overPool } from './worker.ts'

/** One attempt that a drain made. */
export interface DrainedJob {
  name: string
  id: string
  error: Error | null
}

/** How far a drain goes. */
export interface DrainOptions {
  /** Also repeat at once what failed before, whatever its pause; each job is tried once per drain. */
  retries?: boolean
  /** Hand failures back instead of throwing them. */
  keepFailures?: boolean
  /** Only jobs of these names. */
  only?: string[]
}

interface Due {
  id: string
  name: string
  data: unknown
  retry_count: number
  retry_limit: number
}

/**
 * Runs every due job now, one after another, and the jobs those plan, until none is left; for tests and
 * for filling the demonstration. A job planned for later is due by the clock of the house. Out: the
 * attempts made, in order. Errors: throws what failed, all together, unless failures are kept.
 */
export async function drainJobs(house: House, options: DrainOptions = {}): Promise<DrainedJob[]> {
  const boss = new PgBoss({
    db: overPool(house.pool),
    schema: jobSchema,
    migrate: false,
    createSchema: false,
    supervise: false,
    schedule: false,
    registerInstance: false,
  })
  await boss.start()
  const made: DrainedJob[] = []
  try {
    for (;;) {
      const due = await claimNext(house, options, made)
      if (!due) break
      made.push({ name: due.name, id: due.id, error: await attempt(house, boss, due) })
    }
  } finally {
    await boss.stop({ graceful: false })
  }
  const errors = made.flatMap((m) => (m.error === null ? [] : [m.error]))
  if (errors.length > 0 && options.keepFailures !== true)
    throw new AggregateError(errors, errors.map((e) => e.message).join('; '))
  return made
}

/** Claims as the library's own workers do, so that a running worker and a drain do not meet. */
async function claimNext(
  house: House,
  options: DrainOptions,
  made: DrainedJob[],
): Promise<Due | null> {
  const tried = made.map((m) => m.id)
  const only = options.only ?? null
  const found = await sql<Due>`
    update pgboss.job j set
      state = 'active', started_on = now(),
      retry_count = case when started_on is not null then retry_count + 1 else retry_count end
    where (j.name, j.id) = (
      select d.name, d.id from pgboss.job d
      where d.name <> ${deadQueue} and d.name not like '\\_\\_%' and not d.blocked
        and (${only}::text[] is null or d.name = any(${only}::text[]))
        and d.id <> all(${tried}::uuid[])
        and ((d.state = 'created' and (d.start_after = d.created_on or d.start_after <= ${house.clock.now()}))
          or (d.state = 'retry' and ${options.retries ?? false}))
      order by d.start_after, d.created_on, d.id
      limit 1
      for update skip locked)
    returning j.id, j.name, j.data, j.retry_count, j.retry_limit`.execute(house.db)
  return found.rows[0] ?? null
}

async function attempt(house: House, boss: PgBoss, due: Due): Promise<Error | null> {
  const last = due.retry_count >= due.retry_limit
  const run = {
    id: due.id,
    attempt: due.retry_count + 1,
    last,
    signal: AbortSignal.timeout(60_000),
  }
  try {
    await runJob(house, jobNamed(due.name), due.data, run)
  } catch (error) {
    await boss.fail(due.name, due.id, error as Error)
    return error as Error
  }
  await boss.complete(due.name, due.id)
  return null
}
