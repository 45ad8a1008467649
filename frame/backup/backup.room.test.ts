import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { openDatabase, openPool } from '#frame/db/connect.ts'
import { contentPath, keepContent, incomingPath } from '#frame/files/content-store.ts'
import { recordContent } from '#frame/files/stored-content.ts'
import type { House } from '#frame/house.ts'
import { newId } from '#frame/kernel/id.ts'
import { advance, settleLedger } from '#frame/ledger/ledger.ts'
import { appendEvents, ledgerStand, type LedgerStand } from '#frame/ledger/test-house.ts'
import { checkArchive } from './archive-reader.ts'
import { makeBackup, type BackupReport } from './make-backup.ts'
import {
  mendTiles,
  refuseFilledDatabase,
  refuseFilledFolder,
  restoreBackup,
} from './restore-backup.ts'
import { connect, emptyPlaces, type EmptyPlace, type EmptyPlaces } from './test-places.ts'
import { verifyRestored } from './verify-restored.ts'

let stand: LedgerStand
let house: House
let folder = ''
let places: EmptyPlaces
before(async () => {
  stand = await ledgerStand()
  house = await stand.house()
  folder = await mkdtemp(path.join(tmpdir(), 'lianguan-backup-'))
  places = emptyPlaces(stand.url, folder)
  await appendEvents(house, 300)
  await settleLedger(house)
  for (let i = 0; i < 5; i++) await someFile()
})
after(async () => {
  await places.close()
  await stand.close()
  await rm(folder, { recursive: true, force: true })
})

/** A content with its row, as an upload leaves them. */
async function someFile(): Promise<string> {
  const { dataDir } = house.config
  const bytes = randomBytes(50_000)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const at = await incomingPath(dataDir)
  await writeFile(at, bytes)
  await keepContent(dataDir, at, sha256)
  await rm(at)
  const content = { sha256, size: bytes.length, kind: 'pdf' as const, facts: {} }
  await recordContent(
    house.db,
    newId(),
    content,
    { scan: 'unscanned', note: null },
    house.clock.now(),
  )
  return sha256
}

async function backup(name: string): Promise<BackupReport> {
  const client = await connect(stand.url)
  try {
    return await makeBackup({ client, config: house.config }, path.join(folder, name))
  } finally {
    await client.end()
  }
}

async function restore(file: string, place: EmptyPlace) {
  const manifest = await checkArchive(file)
  await refuseFilledFolder(place.dataDir, [])
  await refuseFilledDatabase(place.client)
  await restoreBackup(place, file, manifest)
  const pool = openPool(place.url, 2)
  const db = openDatabase(pool)
  try {
    await mendTiles(db, place.dataDir, manifest)
    return { manifest, compared: await verifyRestored({ ...place, db }, file, manifest) }
  } finally {
    await pool.end()
  }
}

test('a backup made while acts run comes back equal: rows, ledger head, every file', async () => {
  const running = new AbortController()
  let acts = 0
  const work = Array.from({ length: 4 }, async () => {
    while (!running.signal.aborted) {
      await appendEvents(house, 3)
      await someFile()
      acts += 3
    }
  })
  const sequencing = (async () => {
    while (!running.signal.aborted) await advance(house, 'sequence')
  })()
  const report = await backup('busy.tar')
  const during = acts
  running.abort()
  await Promise.all([...work, sequencing])
  await settleLedger(house)
  assert.ok(during > 0, 'no act ran meanwhile')
  assert.deepEqual(report.manifest.lost, [])
  assert.ok(report.manifest.ledger!.size >= 300)
  const place = await places.make()
  const { manifest, compared } = await restore(report.file, place)
  assert.deepEqual(
    compared.filter((c) => !c.equal),
    [],
  )
  assert.ok(
    compared.some((c) => c.what === '留痕树头' && c.here.startsWith(`${manifest.ledger!.size} `)),
  )
  // The archive of the restored house says the same of every table, byte for byte.
  const client = await connect(place.url)
  const config = { dataDir: place.dataDir, publicUrl: house.config.publicUrl }
  const again = await makeBackup({ client, config }, path.join(folder, 'again.tar'))
  await client.end()
  const without = (m: typeof manifest) => m.tables.filter((t) => t.name !== 'schema_migration')
  assert.deepEqual(without(again.manifest), without(manifest))
  assert.deepEqual(again.manifest.ledger, manifest.ledger)
  assert.deepEqual(again.manifest.sequences, manifest.sequences)
  assert.deepEqual(again.manifest.files, manifest.files)
  const key = await stat(path.join(place.dataDir, 'keys/ledger.key'))
  assert.equal(key.mode & 0o777, 0o600)
})

test('tiles that were not written yet at the moment of the backup are made from its rows', async () => {
  await appendEvents(house, 10)
  await settleLedger(house)
  const { dataDir } = house.config
  await rm(path.join(dataDir, 'tiles'), { recursive: true })
  const report = await backup('no-tiles.tar')
  const { compared } = await restore(report.file, await places.make())
  assert.deepEqual(
    compared.filter((c) => !c.equal),
    [],
  )
})

test('a restored house goes on: new events find their place behind the old ones', async () => {
  const report = await backup('goes-on.tar')
  const place = await places.make()
  await restore(report.file, place)
  const pool = openPool(place.url, 4)
  const restored: House = {
    ...house,
    db: openDatabase(pool),
    pool,
    config: { ...house.config, dataDir: place.dataDir },
  }
  try {
    await appendEvents(restored, 5)
    await settleLedger(restored)
    const { rows } = await place.client.query('select max(size)::int as size from checkpoint')
    assert.ok(rows[0].size >= report.manifest.ledger!.size + 5)
  } finally {
    await pool.end()
  }
})

test('an archive with one byte altered, cut off or with something added is refused before anything is touched', async () => {
  const report = await backup('whole.tar')
  const bytes = await readFile(report.file)
  const bad = path.join(folder, 'bad.tar')
  // in an entry's name, in its content, in the manifest, in the sums
  const sums = bytes.lastIndexOf('  manifest.json')
  for (const at of [bytes.indexOf('files/'), 513, bytes.indexOf('"format"'), sums - 5]) {
    const altered = Buffer.from(bytes)
    altered[at]! ^= 1
    await writeFile(bad, altered)
    await assert.rejects(checkArchive(bad), /备份文件有误.*请换一份备份/)
  }
  await writeFile(bad, bytes.subarray(0, bytes.length / 2))
  await assert.rejects(checkArchive(bad), /备份文件有误/)
  await writeFile(bad, 'no archive at all')
  await assert.rejects(checkArchive(bad), /备份文件有误/)
})

test('a folder or a database that holds anything is refused', async () => {
  const place = await places.make()
  await writeFile(path.join(place.dataDir, 'x'), '')
  await assert.rejects(refuseFilledFolder(place.dataDir, []), /不是空的/)
  await refuseFilledFolder(place.dataDir, ['x'])
  await refuseFilledFolder(path.join(folder, 'not-there'), [])
  const filled = await connect(stand.url)
  await assert.rejects(refuseFilledDatabase(filled), /不是空的/)
  await filled.end()
})

test('a backup of another schema is refused, and what was written is taken away', async () => {
  const report = await backup('other.tar')
  const place = await places.make()
  const later = {
    ...report.manifest,
    migrations: [{ name: '9999_later.sql', sha256: 'a'.repeat(64) }],
  }
  await assert.rejects(restoreBackup(place, report.file, later), /更新的版本/)
  const fewer = {
    ...report.manifest,
    tables: report.manifest.tables.map((t) =>
      t.name === 'checkpoint' ? { ...t, rows: t.rows + 1 } : t,
    ),
  }
  await assert.rejects(restoreBackup(place, report.file, fewer), /checkpoint 恢复了/)
  await refuseFilledFolder(place.dataDir, [])
})

test('a content the database names and the disk lost or altered is named; the rest is saved', async () => {
  const [lost, altered] = [await someFile(), await someFile()]
  const { dataDir } = house.config
  await rm(contentPath(dataDir, lost))
  await writeFile(contentPath(dataDir, altered), 'something else')
  const report = await backup('lost.tar')
  const names = report.manifest.lost.map((name) => name.slice(-64)).toSorted()
  assert.deepEqual(names, [lost, altered].toSorted())
  await checkArchive(report.file)
})

test('an archive is its owner’s alone, has its name only when whole, and replaces nothing', async () => {
  const report = await backup('once.tar')
  assert.equal((await stat(report.file)).mode & 0o777, 0o600)
  await assert.rejects(backup('once.tar'), /已经存在/)
  await assert.rejects(stat(`${report.file}.part`))
})
