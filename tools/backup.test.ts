import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { promisify } from 'node:util'
import pg from 'pg'
import pino from 'pino'
import { readConfig } from '#frame/config.ts'
import { startEmbedded, type Embedded } from '#frame/db/embedded.ts'
import { migrate } from '#frame/db/migrate.ts'
import { settleLedger } from '#frame/ledger/ledger.ts'
import { appendEvents } from '#frame/ledger/test-house.ts'
import { openHouse } from '#frame/open-house.ts'

const run = promisify(execFile)
let server: Embedded
let folder = ''
let dataDir = ''
before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lianguan-tools-'))
  await chmod(folder, 0o755)
  dataDir = path.join(folder, 'data')
  await mkdir(dataDir, { mode: 0o711 })
  server = await startEmbedded({ dataDir: path.join(dataDir, 'db'), volatile: true })
  await query('postgres', "create database lianguan encoding 'UTF8' template template0")
  const owner = new pg.Client({ connectionString: server.url('lianguan') })
  await owner.connect()
  await migrate(owner)
  await owner.end()
  const config = readConfig({ DATA_DIR: dataDir })
  const log = pino({ level: 'silent' })
  const opened = openHouse({ config, databaseUrl: server.url('lianguan'), log })
  await appendEvents(opened.house, 20)
  await settleLedger(opened.house)
  await opened.close()
})
after(async () => {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
})

async function query(database: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: server.url(database) })
  await client.connect()
  await client.query(text)
  await client.end()
}

/** Runs a tool as a person would. Out: what it printed and its exit code. */
async function tool(script: string, args: string[], env: NodeJS.ProcessEnv = {}) {
  const at = path.join(import.meta.dirname, script)
  const options = {
    env: { ...process.env, INIT_CWD: folder, DATABASE_URL: '', DATA_DIR: dataDir, ...env },
  }
  return run(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', at, ...args],
    options,
  ).then(
    ({ stdout, stderr }) => ({ code: 0, text: stdout + stderr }),
    (e: { code: number; stdout: string; stderr: string }) => ({
      code: e.code,
      text: e.stdout + e.stderr,
    }),
  )
}

test('backup of the running house and restore into an empty folder, verified', async () => {
  const made = await tool('backup.ts', ['--to', 'a.tar'])
  assert.equal(made.code, 0, made.text)
  assert.match(made.text, /✓ 备份完成：.+a\.tar（.+留痕 20 叶/)
  const restored = await tool('restore.ts', ['a.tar', '--verify', '--to', 'restored'])
  assert.equal(restored.code, 0, restored.text)
  assert.match(restored.text, /✓ 留痕树头：备份 20 [0-9a-f]{64}/)
  assert.match(restored.text, /✓ 文件哈希相符/)
  assert.match(restored.text, /✓ public\.audit_event：备份 20，现在 20/)
  assert.match(restored.text, /✓ 全部相符/)
  const again = await tool('ledger-verify.ts', [], { DATA_DIR: path.join(folder, 'restored') })
  assert.match(again.text, /✓ 留痕完好：20 叶/)
})

test('restore refuses a folder that holds anything, and one it cannot read as a backup', async () => {
  await tool('backup.ts', ['--to', 'b.tar'])
  const filled = await tool('restore.ts', ['b.tar'])
  assert.equal(filled.code, 1)
  assert.match(filled.text, /不是空的/)
  await writeFile(path.join(folder, 'c.tar'), 'x')
  const bad = await tool('restore.ts', ['c.tar', '--to', 'elsewhere'])
  assert.equal(bad.code, 1)
  assert.match(bad.text, /备份文件有误/)
  assert.ok(!(await readdir(folder)).includes('elsewhere'))
})

test('restore into a database of one’s own, which must be empty', async () => {
  await tool('backup.ts', ['--to', 'd.tar'])
  await query('postgres', "create database other encoding 'UTF8' template template0")
  const to = ['d.tar', '--verify', '--to', 'other', '--database', server.url('other')]
  const restored = await tool('restore.ts', to)
  assert.equal(restored.code, 0, restored.text)
  const twice = await tool('restore.ts', [...to.slice(0, 3), 'third', ...to.slice(4)])
  assert.equal(twice.code, 1)
  assert.match(twice.text, /数据库不是空的/)
})

test('without --to the archive lies dated in the data folder', async () => {
  const made = await tool('backup.ts', [])
  assert.equal(made.code, 0, made.text)
  const [name] = await readdir(path.join(dataDir, 'backups'))
  assert.match(name!, /^lianguan-\d{4}-\d\d-\d\d-\d{6}\.tar$/)
})
