import { sql } from 'kysely'
import type { z } from 'zod'
import type { Database } from '#frame/db/connect.ts'
import type { failedJob, jobCount } from './doors.ts'
import { allJobs, jobTitle } from './job.ts'
import { deadQueue } from './queue-schema.ts'

/** How much of each kind waits, runs, or is being tried again; kinds without any are listed too. */
export async function jobCounts(db: Database): Promise<z.input<typeof jobCount>[]> {
  const { rows } = await sql<{
    name: string
    waiting: number
    running: number
    retrying: number
    next: Date | null
  }>`
    select name, count(*) filter (where state = 'created') as waiting,
      count(*) filter (where state = 'active') as running,
      count(*) filter (where state = 'retry') as retrying,
      min(start_after) filter (where state < 'active') as next
    from pgboss.job
    where state <= 'active' and name <> ${deadQueue} and name not like '\\_\\_%'
    group by name`.execute(db)
  const names = new Set([...allJobs().map((job) => job.name), ...rows.map((row) => row.name)])
  return [...names].toSorted().map((name) => {
    const row = rows.find((r) => r.name === name)
    const { waiting = 0, running = 0, retrying = 0 } = row ?? {}
    const next = row?.next?.toISOString() ?? null
    return { name, title: jobTitle(name), waiting, running, retrying, next }
  })
}

/** The jobs whose last attempt failed: given up first, then those being tried again; at most 200. */
export async function failedJobs(db: Database): Promise<z.input<typeof failedJob>[]> {
  const { rows } = await sql<{
    id: string
    name: string
    planned: Date
    attempts: number
    error: string | null
    again: Date | null
  }>`
    select id, coalesce(source_name, name) as name, coalesce(source_created_on, created_on) as planned,
      coalesce(source_retry_count, retry_count) + 1 as attempts,
      coalesce(source_output, output)->>'message' as error,
      case when name <> ${deadQueue} then start_after end as again
    from pgboss.job
    where (name = ${deadQueue} and state < 'active') or (name <> ${deadQueue} and state = 'retry')
    order by name = ${deadQueue} desc, created_on desc, id
    limit 200`.execute(db)
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    title: jobTitle(row.name),
    plannedAt: row.planned.toISOString(),
    attempts: row.attempts,
    error: row.error ?? '',
    again: row.again?.toISOString() ?? null,
  }))
}

/** Figures for the metrics: jobs due now, given up, and the age in seconds of the oldest one due. */
export async function jobFigures(
  db: Database,
): Promise<{ due: number; dead: number; oldest: number }> {
  const { rows } = await sql<{ due: number; dead: number; oldest: number }>`
    select count(*) filter (where name <> ${deadQueue} and start_after <= now()) as due,
      count(*) filter (where name = ${deadQueue}) as dead,
      coalesce(extract(epoch from now() - min(start_after)
        filter (where name <> ${deadQueue} and start_after <= now())), 0)::float8 as oldest
    from pgboss.job where state < 'active' and name not like '\\_\\_%'`.execute(db)
  return rows[0]!
}
