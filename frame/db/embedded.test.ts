import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { lockDataFolder } from '#frame/data-lock.ts'
import { startEmbedded, type Embedded } from './embedded.ts'
import { lives, readPostmaster } from './embedded-process.ts'
import { migrate } from './migrate.ts'

let folder: string
let plain: Embedded
before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lianguan-embedded-'))
  // as root, PostgreSQL runs as another user who must pass through
  await chmod(folder, 0o755)
  const lang = process.env['LANG']
  process.env['LANG'] = 'C'
  plain = await startEmbedded({ dataDir: at('plain'), volatile: true })
  if (lang === undefined) delete process.env['LANG']
  else process.env['LANG'] = lang
})
after(async () => {
  await plain.stop()
  await rm(folder, { recursive: true, force: true })
})

const at = (name: string) => path.join(folder, name)

async function ask<T extends pg.QueryResultRow>(url: string, statement: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1000 })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query<T>(statement)).rows
  } finally {
    await client.end()
  }
}

/** Asks again and again until it is answered. */
async function answered(url: string, statement: string, tries = 400): Promise<pg.QueryResultRow[]> {
  for (let n = 1; ; n += 1) {
    try {
      return await ask(url, statement)
    } catch (error) {
      if (n === tries) throw error
      await wait(25)
    }
  }
}

test('under LANG=C the database is UTF-8, keeps checksums and asks for a password', async () => {
  const url = plain.url('postgres')
  const [row] = await ask(
    url,
    `select length('特殊物品') as length, current_setting('server_encoding') as encoding, current_setting('data_checksums') as checksums`,
  )
  assert.deepEqual(row, { length: 4, encoding: 'UTF8', checksums: 'on' })
  const stranger = new URL(url)
  stranger.password = 'wrong'
  await assert.rejects(ask(stranger.href, 'select 1'), /password authentication failed/)
})

test('a database of another encoding is refused with the way to mend it', async () => {
  await ask(
    plain.url('postgres'),
    "create database ascii encoding 'SQL_ASCII' locale 'C' template template0",
  )
  const client = new pg.Client({ connectionString: plain.url('ascii') })
  await client.connect()
  try {
    await assert.rejects(migrate(client), /编码是 SQL_ASCII，联管只能用 UTF8/)
    const tables = await client.query("select 1 from pg_tables where schemaname = 'public'")
    assert.equal(tables.rowCount, 0, 'nothing was made in it')
  } finally {
    await client.end()
  }
})

test('a database killed under us comes back by itself on the same port, with what was committed', async () => {
  const notes: string[] = []
  const server = await startEmbedded({
    dataDir: at('revived'),
    keepAlive: true,
    onNote: (n) => notes.push(n),
  })
  try {
    const url = server.url('postgres')
    await ask(url, 'create table kept (n int); insert into kept values (7)')
    const pid = server.pid
    process.kill(pid, 'SIGKILL')
    assert.deepEqual(await answered(url, 'select n from kept'), [{ n: 7 }])
    assert.notEqual(server.pid, pid)
    assert.equal(server.url('postgres'), url)
    assert.ok(notes.some((n) => n.includes('意外停止')))
    // and a second time
    process.kill(server.pid, 'SIGKILL')
    assert.deepEqual(await answered(url, 'select n from kept'), [{ n: 7 }])
  } finally {
    await server.stop()
  }
})

test('a server left behind by a killed parent is taken back at the next start, nothing is lost', async () => {
  const dataDir = at('orphan')
  const parent = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      path.join(import.meta.dirname, 'orphan-child.ts'),
      dataDir,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const [told] = (await once(parent.stdout, 'data')) as [Buffer]
  const orphan = Number(told.toString())
  parent.kill('SIGKILL')
  await once(parent, 'close')
  assert.ok(lives(orphan), 'PostgreSQL outlives its parent')
  const notes: string[] = []
  const server = await startEmbedded({ dataDir, volatile: true, onNote: (n) => notes.push(n) })
  try {
    assert.ok(!lives(orphan))
    assert.ok(notes.some((n) => n.includes('上次没有正常退出')))
    assert.deepEqual(await ask(server.url('postgres'), 'select 1 as n'), [{ n: 1 }])
  } finally {
    await server.stop()
  }
})

test('a pid file whose number belongs to another program since is no server', async () => {
  const dataDir = at('stale')
  await mkdir(dataDir)
  await writeFile(path.join(dataDir, 'postmaster.pid'), `${process.pid}\n${dataDir}\n`)
  assert.equal(await readPostmaster(dataDir), null)
})

test('a data folder is taken by one server at a time; the sentence names the other and the way out', async () => {
  const dataDir = path.join(folder, 'locked')
  await mkdir(dataDir, { recursive: true })
  const holder = spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `const { lockDataFolder } = await import('#frame/data-lock.ts')
       await lockDataFolder(${JSON.stringify(dataDir)})
       console.log('locked')
       setInterval(() => {}, 1000)`,
    ],
    { cwd: path.resolve(import.meta.dirname, '../..'), stdio: ['ignore', 'pipe', 'inherit'] },
  )
  await once(holder.stdout, 'data')
  await assert.rejects(
    lockDataFolder(dataDir),
    new RegExp(`正由另一个联管使用（进程 ${holder.pid}）。请先停止它，或用 DATA_DIR`),
  )
  holder.kill('SIGKILL')
  await once(holder, 'close')
  // the lock of a killed server binds nobody
  const unlock = await lockDataFolder(dataDir)
  await unlock()
})
