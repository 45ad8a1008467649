import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { promisify } from 'node:util'
import { Client } from 'pg'
import pino from 'pino'
import { readConfig } from '#frame/config.ts'
import { startEmbedded } from '#frame/db/embedded.ts'
import { migrate } from '#frame/db/migrate.ts'
import type { House } from '#frame/house.ts'
import { appendEvent } from '#frame/ledger/append.ts'
import { settleLedger } from '#frame/ledger/ledger.ts'
import { proveEvent } from '#frame/ledger/prove.ts'
import { appendEvents, ledgerStand, someEvent, type LedgerStand } from '#frame/ledger/test-house.ts'
import { openHouse } from '#frame/open-house.ts'

const run = promisify(execFile)
let stand: LedgerStand
let house: House
let folder: string
before(async () => {
  stand = await ledgerStand()
  house = await stand.house()
  folder = await mkdtemp(path.join(tmpdir(), 'lianguan-proof-'))
  await appendEvents(house, 5)
  await settleLedger(house)
})
after(async () => {
  await stand.close()
  await rm(folder, { recursive: true, force: true })
})

/** Runs the tool as a person would. Out: what it printed and its exit code. */
async function tool(args: string[], env: NodeJS.ProcessEnv) {
  const script = path.join(import.meta.dirname, 'ledger-verify.ts')
  const options = { env: { ...process.env, INIT_CWD: folder, ...env } }
  return run(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', script, ...args],
    options,
  ).then(
    ({ stdout }) => ({ code: 0, text: stdout }),
    (e: { code: number; stdout: string; stderr: string }) => ({
      code: e.code,
      text: e.stdout + e.stderr,
    }),
  )
}
const here = () => ({ DATABASE_URL: stand.url, DATA_DIR: house.config.dataDir })

test('a whole ledger: the tool says so and ends with 0, and says that the owner serves', async () => {
  const { code, text } = await tool([], here())
  assert.equal(code, 0, text)
  assert.match(text, /✓ 留痕完好：5 叶/)
  assert.match(text, /The ledger is whole: 5 leaves/)
  assert.match(text, /没有强制“只增不改”/)
})

test('an altered event: the first bad leaf is named in one sentence, exit code 1', async () => {
  const altered = 'where id = (select event_id from audit_leaf where leaf_index = 3)'
  await house.pool.query(`update audit_event set act = act || 'x' ${altered}`)
  const { code, text } = await tool([], here())
  await house.pool.query(`update audit_event set act = left(act, -1) ${altered}`)
  assert.equal(code, 1)
  assert.match(text, /^✗ 第 3 叶：事件 .+ 的 act 列/)
  assert.match(text, /Leaf 3: column act/)
})

test('a head saved earlier is held against the ledger', async () => {
  await writeFile(path.join(folder, 'head.txt'), 'not a checkpoint')
  const bad = await tool(['--head', 'head.txt'], here())
  assert.equal(bad.code, 1)
  assert.match(bad.text, /head\.txt 中的检查点签名不成立/)
})

test('a proof file is checked without database: event, paper and key', async () => {
  const paper = Buffer.from('%PDF- 批件')
  const sha256 = createHash('sha256').update(paper).digest('hex')
  const event = someEvent({ act: 'papers.sign', body: { sha256 } })
  await house.db.transaction().execute((tx) => appendEvent(tx, event))
  await settleLedger(house)
  const { proof } = (await proveEvent(house, event.id, { withEvent: true }))!
  const bare = (await proveEvent(house, event.id, { withEvent: false }))!.proof
  const file = (name: string, bytes: string | Buffer) => writeFile(path.join(folder, name), bytes)
  await file('a.tlog-proof', proof)
  await file('bare.tlog-proof', bare)
  await file('paper.pdf', paper)
  await file('other.pdf', 'x')
  const offline = { DATABASE_URL: '', DATA_DIR: house.config.dataDir }
  const good = await tool(['proof', 'a.tlog-proof', '--file', 'paper.pdf'], offline)
  assert.equal(good.code, 0, good.text)
  assert.match(good.text, /✓ 证明成立：事件 .+的第 5 叶/)
  assert.match(good.text, /正是签发时的文件/)
  const otherPaper = await tool(['proof', 'a.tlog-proof', '--file', 'other.pdf'], offline)
  assert.equal(otherPaper.code, 1)
  assert.match(otherPaper.text, /没有记载这份文件/)
  const withoutEvent = await tool(['proof', 'bare.tlog-proof'], offline)
  assert.equal(withoutEvent.code, 1)
  assert.match(withoutEvent.text, /--event/)
  const { body } = await house.db
    .selectFrom('audit_event')
    .select('body')
    .where('id', '=', event.id)
    .executeTakeFirstOrThrow()
  await file('event.json', body)
  assert.equal((await tool(['proof', 'bare.tlog-proof', '--event', 'event.json'], offline)).code, 0)
  await file('event.json', body.toString().replace('papers', 'papersx'))
  const forged = await tool(['proof', 'bare.tlog-proof', '--event', 'event.json'], offline)
  assert.equal(forged.code, 1)
  assert.match(forged.text, /证明不成立/)
  const noKey = await tool(['proof', 'a.tlog-proof'], { DATABASE_URL: '', DATA_DIR: folder })
  assert.match(noKey.text, /没有可信的公钥/)
  const otherKey = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k'
  assert.equal((await tool(['proof', 'a.tlog-proof', '--vkey', otherKey], offline)).code, 1)
})

test('the embedded database is reached whether it runs or not', async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'lianguan-data-'))
  await chmod(dataDir, 0o755)
  const server = await startEmbedded({ dataDir: path.join(dataDir, 'db'), volatile: true })
  const admin = new Client({ connectionString: server.url('postgres') })
  await admin.connect()
  await admin.query("create database lianguan encoding 'UTF8' template template0")
  await admin.end()
  const owner = new Client({ connectionString: server.url('lianguan') })
  await owner.connect()
  await migrate(owner)
  await owner.end()
  const config = readConfig({ DATA_DIR: dataDir })
  const opened = openHouse({
    config,
    databaseUrl: server.url('lianguan'),
    log: pino({ level: 'silent' }),
  })
  await appendEvents(opened.house, 2)
  await settleLedger(opened.house)
  await opened.close()
  const env = { DATABASE_URL: '', DATA_DIR: dataDir }
  const running = await tool([], env)
  assert.match(running.text, /✓ 留痕完好：2 叶/)
  await server.stop()
  const started = await tool([], env)
  assert.match(started.text, /✓ 留痕完好：2 叶/)
  await rm(dataDir, { recursive: true, force: true })
})

test('a folder without a database is told in one sentence', async () => {
  const vkey = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k'
  const { code, text } = await tool(['--vkey', vkey], { DATABASE_URL: '', DATA_DIR: folder })
  assert.equal(code, 1)
  assert.match(text, /没有数据库/)
})
