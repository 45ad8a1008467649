import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import type { House } from '#frame/house.ts'
import { advance } from './ledger.ts'
import { batchSize } from './sequence.ts'
import { LedgerTrouble } from './trouble.ts'

/** Milliseconds between rounds, and after a round lost to another server or a failed one. */
const every = 100
const standBy = 1000

/** Seconds an event may wait for its place before the house says so. */
export const longestWait = 5

const troubles = new WeakMap<House, string>()

/**
 * Starts giving events their places, ten times a second, until stopped. Any number of servers may run it;
 * one that loses a race stands by for a second. Out: how to stop it; the round under way is finished.
 */
export function startSequencer(house: House): () => Promise<void> {
  const stopped = new AbortController()
  const running = rounds(house, stopped.signal)
  return async () => {
    stopped.abort()
    await running
  }
}

async function rounds(house: House, signal: AbortSignal): Promise<void> {
  let sequenceFrom = 0
  while (!signal.aborted) {
    let pause = every
    try {
      const leading = performance.now() >= sequenceFrom
      const round = await advance(house, leading ? 'sequence' : 'publish')
      // The tiles still follow the other server's work while this one stands by.
      if (round.kind === 'lost') sequenceFrom = performance.now() + standBy
      if (round.kind === 'added' && round.count === batchSize) pause = 0
      troubles.delete(house)
    } catch (error) {
      tell(house, error as Error)
      pause = standBy
    }
    await wait(pause, undefined, { signal }).catch(() => {})
  }
}

/** Says each trouble once, not ten times a second. */
function tell(house: House, error: Error): void {
  const sentence =
    error instanceof LedgerTrouble ? error.message : `留痕排序出错，正在重试：${error.message}`
  if (troubles.get(house) === sentence) return
  troubles.set(house, sentence)
  house.log.error({ err: { message: error.message, stack: error.stack } }, 'ledger')
}

/** Events waiting for their place, and for how many seconds the oldest has. */
export async function waitingEvents(house: House): Promise<{ count: number; seconds: number }> {
  const { rows } = await sql<{ count: number; seconds: number | null }>`
    select count(*) as count,
           extract(epoch from clock_timestamp() - min(queued_at))::float8 as seconds
      from audit_queue`.execute(house.db)
  return { count: rows[0]?.count ?? 0, seconds: rows[0]?.seconds ?? 0 }
}

/** What is wrong with the ledger now, as a sentence for /readyz and the status page; null when nothing. */
export async function ledgerTrouble(house: House): Promise<string | null> {
  const known = troubles.get(house)
  if (known) return known
  const { count, seconds } = await waitingEvents(house)
  if (seconds <= longestWait) return null
  return `有 ${count} 条留痕已等待排序 ${Math.floor(seconds)} 秒。请查看日志中 ledger 的报错；若没有服务器在排序，请重新启动。`
}
