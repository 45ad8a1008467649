import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { seed, sizes } from '#checks/sizes.ts'
import type { House } from '#frame/house.ts'
import { ledgerOf, settleLedger } from './ledger.ts'
import { ledgerStand, type LedgerStand } from './test-house.ts'
import { tileFolder } from './tile-store.ts'
import { verifyLedger } from './verify.ts'

let stand: LedgerStand
before(async () => void (stand = await ledgerStand()))
after(() => stand.close())

/** Runs a server on the house's data folder and kills it some time after its first event. Out: told events. */
async function runAndKill(house: House, ms: number): Promise<string[]> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', path.join(import.meta.dirname, 'kill-child.ts')],
    {
      env: { ...process.env, DATABASE_URL: stand.url, DATA_DIR: house.config.dataDir },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  let told = ''
  child.stdout.on('data', (chunk: Buffer) => (told += chunk.toString()))
  await once(child.stdout, 'data')
  await wait(ms)
  child.kill('SIGKILL')
  await once(child, 'close')
  // the last line may be cut
  return told.split('\n').slice(0, -1)
}

test('a server killed at any moment loses no committed event, and the next start mends its tiles', async () => {
  const house = await stand.house()
  const told: string[] = []
  for (let n = 0; n < sizes.kills + 1; n += 1) {
    told.push(...(await runAndKill(house, ((seed + n * 7919) % 997) / 2)))
    // a fresh house on the same folder, as the next start would be
    const next = { ...(await stand.house()), config: house.config }
    await settleLedger(next)
    const { signer } = await ledgerOf(next)
    const folder = tileFolder(house.config.dataDir)
    const report = await verifyLedger(next.db, { trusted: [signer], folder })
    assert.deepEqual(report.findings, [])
    assert.ok(report.leaves >= told.length)
  }
  const placed = await house.db.selectFrom('audit_leaf').select('event_id').execute()
  const ids = new Set(placed.map((p) => p.event_id))
  assert.ok(told.length > 0)
  assert.deepEqual(
    told.filter((id) => !ids.has(id)),
    [],
  )
})
