import { randomBytes } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'

/** An empty database and an empty folder to restore into. */
export interface EmptyPlace {
  client: pg.Client
  url: string
  dataDir: string
}

/** Makes such places, and takes their databases away in the end. */
export interface EmptyPlaces {
  make(): Promise<EmptyPlace>
  close(): Promise<void>
}

/** A connection of its own. The caller ends it. */
export async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return client
}

/** In: URL of a superuser on the test server, and the folder in which folders are made. */
export function emptyPlaces(admin: string, folder: string): EmptyPlaces {
  const made: { name: string; client: pg.Client }[] = []
  const asAdmin = async (text: string) => {
    const client = await connect(admin)
    await client.query(text)
    await client.end()
  }
  return {
    async make() {
      const name = `t_restore_${randomBytes(5).toString('hex')}`
      await asAdmin(`create database ${name} encoding 'UTF8' template template0`)
      const url = new URL(admin)
      url.pathname = `/${name}`
      const client = await connect(url.href)
      made.push({ name, client })
      return { client, url: url.href, dataDir: await mkdtemp(path.join(folder, 'data-')) }
    },
    async close() {
      for (const { name, client } of made) {
        await client.end()
        await asAdmin(`drop database ${name} with (force)`)
      }
    },
  }
}
