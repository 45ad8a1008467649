import pino from 'pino'
import { readConfig } from '#frame/config.ts'
import { openHouse } from '#frame/open-house.ts'
import { houseParts } from '#rooms/house-parts.ts'

/** Loads the law of every part into a migrated database, as the first start does. In: its URL. */
export async function fillLaw(url: string): Promise<void> {
  const { house, close } = openHouse({
    config: readConfig({}),
    databaseUrl: url,
    log: pino({ level: 'silent' }),
    connections: 4,
  })
  try {
    for (const part of houseParts) await part.fill?.(house)
  } finally {
    await close()
  }
}
