import type { House } from '#frame/house.ts'
import { checkedData, type Job, type RunningJob } from './job.ts'

/**
 * Runs one attempt. What is kept and logged of a failure is made free of addresses and numbers; the log
 * adds where in the code it happened. Errors: throws when the attempt failed.
 */
export async function runJob(
  house: House,
  job: Job,
  data: unknown,
  run: RunningJob,
): Promise<void> {
  try {
    await job.run(house, checkedData(job, data), run)
  } catch (error) {
    const about = { job: job.name, jobId: run.id, attempt: run.attempt, last: run.last }
    house.log.warn(
      { ...about, error: shownFailure(error), at: placeOf(error) },
      'job attempt failed',
    )
    throw new JobFailed(error)
  }
}

function placeOf(error: unknown): string[] {
  const lines = error instanceof Error ? (error.stack ?? '').split('\n') : []
  return lines.filter((line) => line.trimStart().startsWith('at ')).map((line) => line.trim())
}

/** A failure as it may be stored and shown. */
export class JobFailed extends Error {
  constructor(cause: unknown) {
    super(shownFailure(cause))
    this.name = 'JobFailed'
    // the library stores every own property, and the stack would carry the unmasked text
    delete this.stack
  }
}

/**
 * The first line of a failure with mail addresses, links and long numbers taken out. Out: at most 300
 * characters, safe for a page on which no case content may stand.
 */
export function shownFailure(cause: unknown): string {
  const text = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause)
  return (text.split('\n')[0] ?? '')
    .replaceAll(/\bhttps?:\/\/\S+/g, '…')
    .replaceAll(/[^\s<>"'(),;:]+@[^\s<>"'(),;:]+/g, '…@…')
    .replaceAll(/\d{7,}/g, '…')
    .slice(0, 300)
}
