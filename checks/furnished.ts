import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pino from 'pino'
import { readConfig } from '#frame/config.ts'
import { openHouse } from '#frame/open-house.ts'
import { houseParts } from '#rooms/house-parts.ts'
import { furnishDemo } from '#tools/demo/furnish.ts'
import { makeTemplate, scratchDatabase, type ScratchDatabase } from './database.ts'

/** The instant at which the demonstration of the tests is furnished. */
export const furnishedAt = '2026-11-23T09:00:00+08:00'

const template = 'lianguan_furnished'

/** Where a house of one's own stands: its database, and its data folder with files and keys. */
export interface HousePlace extends ScratchDatabase {
  dataDir: string
}

/**
 * Loads the law and plays the demonstration into a migrated database, but for the cases of every day, whose
 * papers would stand in the queue before those of a test. In: its URL, an empty data folder.
 */
async function furnishInto(url: string, dataDir: string): Promise<void> {
  const { house, close } = openHouse({
    config: readConfig({ DATA_DIR: dataDir, PORT: '0' }),
    databaseUrl: url,
    clock: { now: () => new Date(furnishedAt) },
    log: pino({ level: 'silent' }),
    connections: 4,
  })
  try {
    for (const part of houseParts) await part.fill?.(house)
    await furnishDemo(house, () => {})
  } finally {
    await close()
  }
}

/**
 * Plays the demonstration once for a whole run, as a template on its test server. In: the superuser's URL. Out:
 * the environment that lets tests copy it, and how to remove its folder.
 */
export async function furnishOnce(admin: string): Promise<{
  env: NodeJS.ProcessEnv
  remove: () => Promise<void>
}> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'lianguan-furnished-'))
  await makeTemplate(admin, (url) => furnishInto(url, dataDir), template)
  return {
    env: { TEST_FURNISHED: dataDir },
    remove: () => rm(dataDir, { recursive: true, force: true }),
  }
}

/** An empty house's database and data folder for one test file. */
export async function emptyHouse(): Promise<HousePlace> {
  return placeOn(await scratchDatabase())
}

/** A demonstration of its own for one test file: a copy of the run's, or else furnished here. */
export async function furnishedHouse(): Promise<HousePlace> {
  const given = process.env['TEST_FURNISHED']
  const place = await placeOn(await scratchDatabase(given ? template : undefined))
  if (given) await cp(given, place.dataDir, { recursive: true })
  else await furnishInto(place.url, place.dataDir)
  return place
}

async function placeOn(scratch: ScratchDatabase): Promise<HousePlace> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'lianguan-test-'))
  return {
    url: scratch.url,
    dataDir,
    drop: async () => {
      await scratch.drop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
