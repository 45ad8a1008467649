import type pg from 'pg'
import type { Logger } from 'pino'
import type { Config } from '#frame/config.ts'
import type { Database } from '#frame/db/connect.ts'

/** The time of the house. Tests and walks set it; production reads the machine. */
export interface Clock {
  now(): Date
}

/** The machine's own clock. */
export const machineClock: Clock = { now: () => new Date() }

/** What everything in the server is handed: the database, the time, the settings of this machine, the log. */
export interface House {
  db: Database
  pool: pg.Pool
  clock: Clock
  config: Config
  log: Logger
}
