import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import type { DB } from './types.ts'

/** The house's database as Kysely sees it; row types come from the live catalogue. */
export type Database = Kysely<DB>

/** A transaction of the house. Everything an act reads and writes goes through one. */
export type Tx = Transaction<DB>

const int8 = 20
const date = 1082
const numeric = 1700

function safeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new Error(`${text} is beyond the exact integers`)
  return value
}

// Legal days stay texts: a Date would drag a time zone into them. Counts stay exact or fail.
const typeParsers: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === int8) return safeInteger
    if (oid === date || oid === numeric) return (text: string) => text
    // oxlint-disable-next-line typescript/no-unsafe-enum-assignment -- an oid is any number
    return pg.types.getTypeParser(oid, format)
  }) as typeof pg.types.getTypeParser,
}

/**
 * Opens a pool. In: a PostgreSQL URL and the most connections. Out: the pool; the caller ends it.
 * A lost idle connection is not an error of anybody's request and is only told to `onIdleError`.
 */
export function openPool(
  url: string,
  max = 10,
  onIdleError: (e: Error) => void = () => {},
): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    types: typeParsers,
    connectionTimeoutMillis: 10_000,
    options: '-c timezone=Asia/Shanghai -c statement_timeout=60000',
  })
  pool.on('error', onIdleError)
  // A connection that breaks under a transaction tells its query and also itself; unheard, that would end
  // the whole server.
  pool.on('connect', (client) => void client.on('error', () => {}))
  return pool
}

/** Kysely over a pool. */
export function openDatabase(pool: pg.Pool): Database {
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })
}
