import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '#frame/db/connect.ts'
import type { Facts } from '#frame/kernel/act.ts'
import { absent } from '#frame/kernel/reason.ts'
import { deadQueue } from './queue-schema.ts'

/** Which of the failed jobs. */
export const deadJobInput = z.strictObject({ id: z.uuid() })
export type DeadJobInput = z.output<typeof deadJobInput>

/** A job that failed for good, as the acts on it know it: its name, never its data. */
export interface DeadJobFacts extends Facts {
  subject: NonNullable<Facts['subject']>
  job: string
}

/** Loads and locks a failed job. Errors: absent when it was retried or dropped meanwhile. */
export async function loadDeadJob(tx: Tx, { id }: DeadJobInput): Promise<DeadJobFacts> {
  const found = await sql<{ job: string | null }>`
    select source_name as job from pgboss.job
    where name = ${deadQueue} and id = ${id} and state < 'active' for update`.execute(tx)
  const row = found.rows[0]
  if (!row) throw absent()
  return {
    subject: { kind: 'job', id, unitId: null, branchId: null, status: 'dead', version: 1 },
    job: row.job ?? 'unknown',
  }
}
