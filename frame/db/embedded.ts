import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chown, mkdir, open, readFile, rm, writeFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import path from 'node:path'
import pg from 'pg'
import { binariesFor, serverIdentity, type Identity } from './embedded-binaries.ts'
import { freePort, readPostmaster, stopPostmaster } from './embedded-process.ts'

/** A running PostgreSQL of our own. */
export interface Embedded {
  /** URL of a database in it, as its superuser. */
  url: (database: string) => string
  /** Stops it cleanly (fast shutdown) and waits. */
  stop: () => Promise<void>
  pid: number
  dataDir: string
}

/** How to start: where the data lies, and whether it may be lost (tests). */
export interface EmbeddedOptions {
  dataDir: string
  /** Tests only: no fsync, everything may be lost with the machine. */
  volatile?: boolean
  /** Most connections the server grants. */
  connections?: number
  /** Other programs than the ones from npm: an installed PostgreSQL of another version (tests). */
  programs?: { initdb: string; postgres: string }
  onNote?: (sentence: string) => void
  /** Starts the database again on the same port when it dies without being asked to. */
  keepAlive?: boolean
}

const user = 'lianguan'

/**
 * Starts PostgreSQL on a data folder, making it first if it is empty. An orphan left by a killed
 * parent is stopped first. In: absolute data folder. Errors: one sentence saying what is wrong.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const note = options.onNote ?? (() => {})
  const identity = await serverIdentity(note)
  const binaries = options.programs ?? (await binariesFor(identity))
  await mkdir(options.dataDir, { recursive: true, mode: 0o700 })
  if (identity) await chown(options.dataDir, identity.uid, identity.gid)
  await takeBack(options.dataDir, note)
  const password = await passwordOf(options.dataDir)
  const exists = await readFile(path.join(options.dataDir, 'PG_VERSION')).then(
    () => true,
    () => false,
  )
  if (!exists) await initialise(binaries.initdb, options.dataDir, password, identity)
  const port = await freePort()
  let stopping = false
  const url = (database: string) =>
    `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`
  let child: ChildProcess
  for (let attempt = 1; ; attempt += 1) {
    child = await launch(binaries.postgres, options, port, identity)
    const trouble = await untilReady(url('postgres'), child, options.dataDir).then(
      () => null,
      (error: Error) => error,
    )
    if (!trouble) break
    // After a kill of everything at once, a server just being revived or the last processes of the killed
    // one may still be on the folder: what is there is taken back, the rest is outlasted.
    if (attempt === 8) throw trouble
    await wait(500)
    await takeBack(options.dataDir, note)
  }
  const revive = async () => {
    // The killed server's last processes may still hold its memory; a few tries outlast them.
    for (let attempt = 0; attempt < 20; attempt += 1) {
      if (stopping) return
      note('数据库意外停止，正在重新启动……')
      child = await launch(binaries.postgres, options, port, identity)
      if (stopping) return stopChild(child)
      const ready = await untilReady(url('postgres'), child, options.dataDir).then(
        () => true,
        () => false,
      )
      if (ready) return watch()
      await wait(500)
    }
  }
  const watch = () => {
    if (!options.keepAlive) return
    // It may have died between its first answer and this line; then no exit is heard any more.
    if (child.exitCode !== null || child.signalCode !== null) void (stopping || revive())
    else child.once('exit', () => void (stopping || revive()))
  }
  watch()
  return {
    url,
    get pid() {
      return child.pid ?? 0
    },
    dataDir: options.dataDir,
    stop: async () => {
      stopping = true
      await stopChild(child)
    },
  }
}

/** Stops the server that a killed parent left on the folder. */
async function takeBack(dataDir: string, note: (sentence: string) => void): Promise<void> {
  const orphan = await readPostmaster(dataDir)
  if (!orphan) return
  note('上次没有正常退出，正在收回仍在运行的数据库……')
  await stopPostmaster(dataDir, orphan)
}

// The password lies beside the data, readable by the owner only: whoever reads it reads the data anyway.
async function passwordOf(dataDir: string): Promise<string> {
  const file = `${dataDir}.password`
  try {
    return (await readFile(file, 'utf8')).trim()
  } catch {
    const password = randomBytes(24).toString('base64url')
    await writeFile(file, `${password}\n`, { mode: 0o600 })
    return password
  }
}

async function initialise(
  initdb: string,
  dataDir: string,
  password: string,
  identity: Identity | null,
): Promise<void> {
  const passwordFile = path.join(path.dirname(dataDir), `.initdb-${process.pid}`)
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 })
  if (identity) await chown(passwordFile, identity.uid, identity.gid)
  try {
    // Under LANG=C, initdb would choose SQL_ASCII: encoding and locale are always named.
    const args = [
      '-D',
      dataDir,
      '-U',
      user,
      '--encoding=UTF8',
      '--locale=C.UTF-8',
      '--data-checksums',
      '--auth=scram-sha-256',
      `--pwfile=${passwordFile}`,
    ]
    await runToEnd(initdb, args, identity)
  } catch (error) {
    // A half-made folder would be taken for a database at the next start.
    await rm(dataDir, { recursive: true, force: true })
    throw error
  } finally {
    await rm(passwordFile, { force: true })
  }
}

function runToEnd(command: string, args: string[], identity: Identity | null): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      ...identity,
      env: { ...process.env, LC_ALL: 'C' },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let err = ''
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString('utf8')))
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`数据库初始化没有成功：${err.trim().slice(-400)}`)),
    )
  })
}

async function launch(
  postgres: string,
  options: EmbeddedOptions,
  port: number,
  identity: Identity | null,
): Promise<ChildProcess> {
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port: String(port),
    max_connections: String(options.connections ?? 60),
    shared_buffers: '128MB',
    timezone: 'Asia/Shanghai',
    log_timezone: 'Asia/Shanghai',
    ...(options.volatile
      ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }
      : {}),
  }
  const args = [
    '-D',
    options.dataDir,
    ...Object.entries(settings).flatMap(([k, v]) => ['-c', `${k}=${v}`]),
  ]
  const log = await open(`${options.dataDir}.log`, 'a', 0o600)
  // Detached: Ctrl-C in the terminal must reach the server first, which then stops the database in order.
  const child = spawn(postgres, args, {
    ...identity,
    detached: true,
    env: { ...process.env, LC_ALL: 'C' },
    stdio: ['ignore', log.fd, log.fd],
  })
  child.on('error', () => {})
  await log.close()
  return child
}

async function untilReady(url: string, child: ChildProcess, dataDir: string): Promise<void> {
  const deadline = Date.now() + 60_000
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`内置数据库没有启动，原因见 ${dataDir}.log`)
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
    client.on('error', () => {})
    try {
      await client.connect()
      await client.end()
      return
    } catch (error) {
      await client.end().catch(() => {})
      if (Date.now() > deadline)
        throw new Error(`内置数据库 60 秒内没有就绪，原因见 ${dataDir}.log`, { cause: error })
      await wait(25)
    }
  }
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGINT')
  await gone
}
