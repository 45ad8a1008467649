// Serves the house: settings, data folder, database, law, demonstration data, server. Ends in order.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'
import { readConfig, type Config } from '#frame/config.ts'
import { lockDataFolder } from '#frame/data-lock.ts'
import { databaseFolder } from '#frame/db/embedded-binaries.ts'
import { startEmbedded, type Embedded } from '#frame/db/embedded.ts'
import { randomPassword } from '#frame/db/roles.ts'
import { authenticateBySession } from '#frame/people/authenticate.ts'
import { startHouse, type RunningHouse } from '#frame/start-house.ts'
import { houseParts } from '#rooms/house-parts.ts'
import { furnishDemo } from './demo/furnish.ts'
import { announceLaterCases, playLaterCases } from './demo/later-cases.ts'
import { refuseOtherKind } from './demo/one-kind.ts'
import { clearUnfinishedDemo, withUnfinishedMark } from './demo/unfinished.ts'
import { greet } from './greet.ts'
import { buildWebIfStale } from './web-build.ts'

const say = (sentence: string) => console.log(`· ${sentence}`)
const began = performance.now()
const stops: (() => Promise<void>)[] = []
let ending: Promise<void> | undefined

/** Stops everything that was started, last first, once. */
function end(): Promise<void> {
  ending ??= (async () => {
    for (const stop of stops.toReversed())
      await stop().catch((error: unknown) => console.error(`停止时：${(error as Error).message}`))
  })()
  return ending
}

async function serve(): Promise<void> {
  const config = readConfig(process.env)
  // The database's own user must pass through, so only what lies inside is closed to others.
  await mkdir(config.dataDir, { recursive: true, mode: 0o711 })
  stops.push(await lockDataFolder(config.dataDir))
  await clearUnfinishedDemo(config, say)
  await mkdir(path.join(config.dataDir, 'keys'), { recursive: true, mode: 0o700 })
  const webBuild = buildWebIfStale(say)
  // A failed build is told below; until it is awaited it must not end the process.
  webBuild.catch(() => {})
  const { ownerUrl, servingUrl } = await databaseUrls(config)
  await webBuild
  const running = await startHouse({
    config,
    ownerUrl,
    servingUrl,
    servingPassword: await servingPassword(config),
    parts: houseParts,
    authenticate: authenticateBySession,
    furnish: async (house) => {
      await refuseOtherKind(house)
      if (config.demo)
        await withUnfinishedMark(config, async () => {
          if (await furnishDemo(house, say)) await announceLaterCases(config)
        })
    },
  })
  stops.push(() => running.close())
  await listen(running, config)
  await greet(running.house, performance.now() - began)
  const later = playLaterCases(running.house, say)
  stops.push(() => later.stop())
}

async function databaseUrls(
  config: Config,
): Promise<{ ownerUrl: string; servingUrl: string | null }> {
  if (config.databaseUrl) {
    const both = config.databaseOwnerUrl
    return both
      ? { ownerUrl: both, servingUrl: config.databaseUrl }
      : { ownerUrl: config.databaseUrl, servingUrl: null }
  }
  const embedded = await startEmbedded({
    dataDir: await databaseFolder(config.dataDir, say),
    keepAlive: true,
    onNote: say,
  })
  stops.push(() => embedded.stop())
  await createDatabase(embedded)
  return { ownerUrl: embedded.url('lianguan'), servingUrl: null }
}

async function createDatabase(embedded: Embedded): Promise<void> {
  const client = new pg.Client({ connectionString: embedded.url('postgres') })
  await client.connect()
  const known = await client.query("select 1 from pg_database where datname = 'lianguan'")
  if (!known.rowCount)
    await client.query("create database lianguan encoding 'UTF8' template template0")
  await client.end()
}

async function servingPassword(config: Config): Promise<string> {
  const file = path.join(config.dataDir, 'keys/database-serving-role')
  const known = await readFile(file, 'utf8').catch(() => '')
  if (known.trim()) return known.trim()
  const made = randomPassword()
  await writeFile(file, `${made}\n`, { mode: 0o600 })
  return made
}

async function listen({ app }: RunningHouse, config: Config): Promise<void> {
  try {
    await app.listen({ port: config.port, host: config.host })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    throw new Error(
      `端口 ${config.port} 已被占用。请停止占用它的程序，或用 PORT=另一个端口 npm start。`,
      { cause: error },
    )
  }
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => void end().then(() => process.exit(0)))
// The launcher was killed: nobody is left to stop us.
process.on('disconnect', () => void end().then(() => process.exit(0)))

try {
  await serve()
} catch (error) {
  if (!ending) console.error(`\n✗ ${(error as Error).message}`)
  if (process.env['DEBUG']) console.error(error)
  await end()
  process.exit(1)
}
