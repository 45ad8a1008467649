import { createHash } from 'node:crypto'
import { fromKysely } from 'pg-boss'
// The library's public `send` wants a started instance with timers of its own; its statement does not.
import { insertJobs } from 'pg-boss/dist/plans.js'
import type { z } from 'zod'
import type { Tx } from '#frame/db/connect.ts'
import { newId } from '#frame/kernel/id.ts'
import { checkedData, jobNamed, type Job } from './job.ts'
import { jobSchema, jobTable } from './queue-schema.ts'

/** When and how often a planned job may come to be. */
export interface PlanOptions {
  /** The same job with the same key is planned once, however often it is asked for. */
  key?: string
  /** Not before this instant; at once when absent. */
  startAfter?: Date
}

/**
 * Plans a job inside the caller's transaction: it exists if and only if the transaction commits, and
 * runs after that, at least once. In: the job or its name, and its data (ids only).
 * Errors: throws for an unknown job or data that does not fit it; both are faults of the caller.
 */
export async function plan<S extends z.core.$ZodType>(
  tx: Tx,
  job: Job<S>,
  data: z.input<S>,
  options?: PlanOptions,
): Promise<void>
export async function plan(tx: Tx, job: string, data: unknown, options?: PlanOptions): Promise<void>
export async function plan(
  tx: Tx,
  asked: Job | string,
  data: unknown,
  options: PlanOptions = {},
): Promise<void> {
  await planAll(tx, typeof asked === 'string' ? jobNamed(asked) : asked, [{ data, ...options }])
}

/** Plans several jobs of one kind in one round trip; each as {@link plan} would. */
export async function planAll<S extends z.core.$ZodType>(
  tx: Tx,
  job: Job<S>,
  items: readonly ({ data: z.input<S> } & PlanOptions)[],
): Promise<void> {
  if (items.length === 0) return
  const rows = items.map(({ data, key, startAfter }) => ({
    id: key === undefined ? newId() : keyedId(job.name, key),
    data: checkedData(job, data),
    startAfter: startAfter?.toISOString(),
  }))
  const statement = insertJobs(jobSchema, { table: jobTable, name: job.name })
  await fromKysely(tx).executeSql(statement, [JSON.stringify(rows)])
}

/**
 * The id of a keyed job: the same name and key give the same id, and the table holds an id once. Out: a
 * uuid of version 8 (RFC 9562 5.8) made of the first 122 bits of a SHA-256.
 */
export function keyedId(name: string, key: string): string {
  const hash = createHash('sha256').update(`${name}\n${key}`).digest()
  hash[6] = (hash[6]! & 0x0f) | 0x80
  hash[8] = (hash[8]! & 0x3f) | 0x80
  const hex = hash.toString('hex', 0, 16)
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-')
}
