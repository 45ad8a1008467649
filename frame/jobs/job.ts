import { z } from 'zod'
import type { House } from '#frame/house.ts'
import type { Words } from '#frame/kernel/lifecycle.ts'

/** What a running job may know of its own run. */
export interface RunningJob {
  id: string
  /** 1 on the first attempt. */
  attempt: number
  /** No further attempt follows when this one fails. */
  last: boolean
  /** Aborted when the house stops or the job has taken longer than it may. */
  signal: AbortSignal
}

/** How a failed attempt is repeated: so many times, the pause doubling from `delay` up to `longest`, in seconds. */
export interface Retry {
  times: number
  delay: number
  longest: number
}

/**
 * One kind of work done after the act that asked for it has been committed. It runs at least once, so
 * `run` must be safe to repeat. `data` carries ids only, never names or numbers of persons: it is stored
 * as it is and outlives the work.
 */
export interface Job<S extends z.core.$ZodType = z.core.$ZodType> {
  name: string
  /** What the system administrator reads. */
  title: Words
  data: S
  run(house: House, data: z.output<S>, job: RunningJob): Promise<void>
  retry: Retry
  /** Seconds after which an attempt counts as lost, for instance because its server died. */
  expire: number
  /** Attempts at the same time in one server. */
  concurrency: number
  /** Seconds between looks for new work. */
  poll: number
  /** Five-field cron expression in Beijing time for work that recurs; its data is `{}`. */
  cron: string | null
}

type Optional = 'retry' | 'expire' | 'concurrency' | 'poll' | 'cron'

// oxlint-disable-next-line typescript/no-explicit-any -- the register mixes jobs of different data
type AnyJob = Job<any>

const register = new Map<string, AnyJob>()

/**
 * Declares a job and enters it in the register of this process: whoever can plan it has thereby also
 * loaded the code that runs it. In: name as `room.verb`; defaults: 5 repetitions from 5 s to 10 min, 2
 * minutes an attempt, one at a time. Errors: throws when the name is taken or unusable.
 */
export function defineJob<S extends z.core.$ZodType>(
  definition: Omit<Job<S>, Optional> & Partial<Pick<Job<S>, Optional>>,
): Job<S> {
  const job: Job<S> = {
    retry: { times: 5, delay: 5, longest: 600 },
    expire: 120,
    concurrency: 1,
    poll: 1,
    cron: null,
    ...definition,
  }
  // the name stands inside the library's SQL text
  if (!/^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+$/.test(job.name))
    throw new Error(`${job.name} is no name for a job; use room.verb`)
  if (register.has(job.name)) throw new Error(`job ${job.name} is defined twice`)
  register.set(job.name, job)
  return job
}

/** The job of a name. Errors: throws when this process knows none, a fault of the caller. */
export function jobNamed(name: string): AnyJob {
  const job = register.get(name)
  if (!job) throw new Error(`no job is called ${name}`)
  return job
}

/** What the administrator reads for a job's name, also for one that this version no longer has. */
export function jobTitle(name: string): Words {
  return register.get(name)?.title ?? { zh: name, en: name }
}

/** All jobs of this process, by name. */
export function allJobs(): AnyJob[] {
  return [...register.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

/** Data checked against the job's form. Errors: throws when it does not fit, a fault of the caller. */
export function checkedData<S extends z.core.$ZodType>(job: Job<S>, data: unknown): z.output<S> {
  const parsed = z.safeParse(job.data, data)
  if (parsed.success) return parsed.data
  throw new Error(`data of job ${job.name}: ${z.prettifyError(parsed.error)}`)
}
