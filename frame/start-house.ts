import type { FastifyInstance } from 'fastify'
import pg from 'pg'
import type { Config } from '#frame/config.ts'
import { grantServing, makeServingRole } from '#frame/db/roles.ts'
import { migrate } from '#frame/db/migrate.ts'
import type { Clock, House } from '#frame/house.ts'
import { buildApp, type Authenticate } from '#frame/http/app.ts'
import type { HousePart } from '#frame/http/part.ts'
import { openHouse } from '#frame/open-house.ts'
import type { Logger } from 'pino'

/** What a running house is started from. */
export interface StartOptions {
  config: Config
  /** The database as its owner; it migrates. */
  ownerUrl: string
  /** The database as the serving role, when somebody else made that role. */
  servingUrl: string | null
  /** Password for the serving role that is made here when it may be. */
  servingPassword: string
  parts: readonly HousePart[]
  authenticate(house: House): Authenticate
  clock?: Clock
  log?: Logger
  /** Runs after the law is loaded and before serving: the demonstration data. */
  furnish?(house: House): Promise<void>
}

/** A house with its server built and its workers running; it does not listen yet. */
export interface RunningHouse {
  house: House
  app: FastifyInstance
  /** Stops workers, server and pool, in this order. */
  close(): Promise<void>
}

/**
 * Migrates, makes the serving role, loads the law, builds the server and starts the workers.
 * Errors: one sentence saying what is wrong; nothing keeps running then.
 */
export async function startHouse(options: StartOptions): Promise<RunningHouse> {
  const servingUrl = await prepareDatabase(options)
  const { house, close } = openHouse({ ...options, databaseUrl: servingUrl })
  const stops: (() => Promise<void>)[] = [close]
  const stopAll = async () => {
    for (const stop of stops.toReversed()) await stop()
  }
  try {
    for (const part of options.parts) await part.fill?.(house)
    const app = await buildApp(house, {
      parts: options.parts,
      authenticate: options.authenticate(house),
    })
    stops.push(() => app.close())
    for (const part of options.parts) {
      const stop = await part.start?.(house)
      if (stop) stops.push(stop)
    }
    await options.furnish?.(house)
    return { house, app, close: stopAll }
  } catch (error) {
    await stopAll()
    throw error
  }
}

async function prepareDatabase(options: StartOptions): Promise<string> {
  const client = new pg.Client({ connectionString: options.ownerUrl })
  await client.connect()
  try {
    await migrate(client)
    const made =
      options.servingUrl ??
      (await makeServingRole(client, options.ownerUrl, options.servingPassword))
    if (!made) return options.ownerUrl
    await grantServing(client, decodeURIComponent(new URL(made).username))
    return made
  } finally {
    await client.end()
  }
}
