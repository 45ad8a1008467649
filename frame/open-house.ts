import pino, { type Logger } from 'pino'
import type { Config } from '#frame/config.ts'
import { openDatabase, openPool } from '#frame/db/connect.ts'
import { machineClock, type Clock, type House } from '#frame/house.ts'

/** How a house is opened: where its database answers, and for tests another clock and log. */
export interface OpenOptions {
  config: Config
  databaseUrl: string
  clock?: Clock
  log?: Logger
  connections?: number
}

/** Opens the house on a migrated database. Out: the house and how to close it. */
export function openHouse(options: OpenOptions): { house: House; close: () => Promise<void> } {
  const log = options.log ?? pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime })
  let closing = false
  const pool = openPool(options.databaseUrl, options.connections ?? 20, (error) => {
    // A pool that has been ended still hears its connections go.
    if (!closing) log.warn({ message: error.message }, 'idle database connection lost')
  })
  const house: House = {
    db: openDatabase(pool),
    pool,
    clock: options.clock ?? machineClock,
    config: options.config,
    log,
  }
  return {
    house,
    close() {
      closing = true
      return pool.end()
    },
  }
}
