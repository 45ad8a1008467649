import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { startEmbedded, type Embedded } from '#frame/db/embedded.ts'
import { migrate } from '#frame/db/migrate.ts'

/** A database of its own for one test file. */
export interface ScratchDatabase {
  /** As the superuser of the test server. */
  url: string
  drop: () => Promise<void>
}

const template = 'lianguan_template'
let own: Promise<Embedded> | undefined

/**
 * The test server: the one the runner started (TEST_PG_URL, superuser), else one started for this process
 * on a temporary folder, stopped when the last database is dropped.
 */
async function adminUrl(): Promise<string> {
  const given = process.env['TEST_PG_URL']
  if (given) return given
  own ??= startTemporaryServer()
  return (await own).url('postgres')
}

let users = 0

/** Starts a volatile PostgreSQL on a temporary folder. Out: the server; `stop` also removes the folder. */
export async function startTemporaryServer(): Promise<Embedded> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lianguan-pg-'))
  await chmod(folder, 0o755)
  const server = await startEmbedded({
    dataDir: path.join(folder, 'db'),
    volatile: true,
    connections: 200,
  })
  return {
    url: server.url,
    pid: server.pid,
    dataDir: server.dataDir,
    stop: async () => {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const databaseUrl = (admin: string, name: string) => {
  const url = new URL(admin)
  url.pathname = `/${name}`
  return url.href
}

async function asAdmin<T>(admin: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: admin })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/**
 * Makes a migrated template database on a test server, all of it or nothing. In: the superuser's URL, what
 * fills it, its name.
 */
export async function makeTemplate(
  admin: string,
  fill: (url: string) => Promise<void>,
  named = template,
): Promise<void> {
  const name = `${named}_making_${randomBytes(4).toString('hex')}`
  await asAdmin(admin, (c) => c.query(`create database ${name} encoding 'UTF8' template template0`))
  const url = databaseUrl(admin, name)
  await asAdmin(url, async (c) => void (await migrate(c)))
  await fill(url)
  await asAdmin(admin, (c) => c.query(`alter database ${name} rename to ${named}`))
}

/** A copy of a template; without a name a migrated, empty database (law loaded where the runner made it so). */
export async function scratchDatabase(from = template): Promise<ScratchDatabase> {
  users += 1
  const admin = await adminUrl()
  const known = await asAdmin(admin, (c) =>
    c.query('select 1 from pg_database where datname = $1', [from]),
  )
  if (!known.rowCount) await makeTemplate(admin, async () => {})
  const name = `t_${process.pid}_${randomBytes(5).toString('hex')}`
  await asAdmin(admin, (c) =>
    c.query(`create database ${name} template ${from} strategy file_copy`),
  )
  return {
    url: databaseUrl(admin, name),
    drop: async () => {
      await asAdmin(admin, (c) => c.query(`drop database if exists ${name} with (force)`))
      users -= 1
      if (users === 0 && own) {
        const server = await own
        own = undefined
        await server.stop()
      }
    },
  }
}
