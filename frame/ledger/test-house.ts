import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pino from 'pino'
import { readConfig } from '#frame/config.ts'
import { scratchDatabase } from '#checks/database.ts'
import type { House } from '#frame/house.ts'
import { newId } from '#frame/kernel/id.ts'
import { openHouse } from '#frame/open-house.ts'
import { appendEvent, type NewEvent } from './append.ts'

/** A database with one or more servers' houses on it, for the ledger's own tests. */
export interface LedgerStand {
  url: string
  /** Opens a house on the same database with a data folder of its own. */
  house(): Promise<House>
  /** A further house that shares the log key of another. */
  houseLike(other: House): Promise<House>
  close(): Promise<void>
}

const keysOf = ({ config }: House) => path.join(config.dataDir, 'keys')

/** Opens a scratch database. The test closes the stand. */
export async function ledgerStand(): Promise<LedgerStand> {
  const scratch = await scratchDatabase()
  const closes: (() => Promise<unknown>)[] = []
  const house = async () => {
    const dataDir = await mkdtemp(path.join(tmpdir(), 'lianguan-ledger-'))
    const opened = openHouse({
      config: { ...readConfig({ DATA_DIR: dataDir }), publicUrl: 'https://lianguan.example.cn' },
      databaseUrl: scratch.url,
      log: pino({ level: 'silent' }),
      connections: 10,
    })
    closes.push(
      () => opened.close(),
      () => rm(dataDir, { recursive: true, force: true }),
    )
    return opened.house
  }
  return {
    url: scratch.url,
    house,
    houseLike: async (other) => {
      const made = await house()
      await cp(keysOf(other), keysOf(made), { recursive: true })
      return made
    },
    close: async () => {
      for (const close of closes) await close()
      await scratch.drop()
    },
  }
}

/** An event for a test. In: what matters to it. */
export function someEvent(more: Partial<NewEvent> = {}): NewEvent {
  return {
    id: newId(),
    at: new Date('2026-03-02T01:02:03.004Z'),
    actor: { kind: 'person', accountId: newId() },
    act: 'licence.submit',
    subject: { kind: 'licence', id: newId() },
    unitId: newId(),
    body: { from: 'draft', to: 'submitted', version: 2 },
    ...more,
  }
}

/** Appends events, each in a transaction of its own. Out: their ids in order. */
export async function appendEvents(house: House, count: number): Promise<string[]> {
  const ids: string[] = []
  for (let n = 0; n < count; n += 1) {
    const event = someEvent({ body: { n } })
    await house.db.transaction().execute((tx) => appendEvent(tx, event))
    ids.push(event.id)
  }
  return ids
}
