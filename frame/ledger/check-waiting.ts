import { sql } from 'kysely'
import type { Database, Tx } from '#frame/db/connect.ts'
import { checkEvent } from './check-event.ts'
import type { WrittenEvent } from './event.ts'
import type { Findings } from './findings.ts'
import { hashAt, personalHash } from './personal.ts'

/**
 * Events without a place must be waiting, and not for long; no event may both wait and have a place.
 * In: most seconds an event may wait. Out: how many wait.
 */
export async function checkWaiting(
  db: Database | Tx,
  longestSeconds: number,
  findings: Findings,
): Promise<number> {
  await checkSuppressed(db, findings)
  const waiting = await db
    .selectFrom('audit_queue')
    .innerJoin('audit_event', 'audit_event.id', 'audit_queue.event_id')
    .leftJoin('audit_leaf', 'audit_leaf.event_id', 'audit_queue.event_id')
    .selectAll('audit_event')
    .select([
      'leaf_index',
      sql<number>`extract(epoch from clock_timestamp() - queued_at)::float8`.as('seconds'),
    ])
    .orderBy('seq')
    .execute()
  for (const row of waiting) {
    checkEvent(row, null, findings)
    if (row.leaf_index !== null)
      findings.add(
        row.leaf_index,
        `事件 ${row.id} 已在第 ${row.leaf_index} 叶，却又在排队：队列被添加过。`,
        `event ${row.id} stands at leaf ${row.leaf_index} and waits again: the queue was added to.`,
      )
    else if (row.seconds > longestSeconds || row.seconds < -1)
      findings.add(
        null,
        `事件 ${row.id}（${row.act}）已排队 ${Math.round(row.seconds)} 秒，超过 ${longestSeconds} 秒：排序停顿，或排队时间被改动。`,
        `event ${row.id} (${row.act}) has waited ${Math.round(row.seconds)} s, more than ${longestSeconds} s: sequencing stands still, or the time was altered.`,
      )
  }
  return waiting.length
}

/** An event that neither waits nor has a place was taken out of the queue, or its leaf was deleted. */
async function checkSuppressed(db: Database | Tx, findings: Findings): Promise<void> {
  const rows = await db
    .selectFrom('audit_event')
    .leftJoin('audit_leaf', 'audit_leaf.event_id', 'audit_event.id')
    .leftJoin('audit_queue', 'audit_queue.event_id', 'audit_event.id')
    .select(['audit_event.id', 'act', 'at'])
    .where('leaf_index', 'is', null)
    .where('seq', 'is', null)
    .orderBy('at')
    .execute()
  for (const row of rows)
    findings.add(
      null,
      `事件 ${row.id}（${row.act}，${row.at.toISOString()}）既不在树中也不在排队：其队列行或叶被删除，或该事件是绕过程序添加的。`,
      `event ${row.id} (${row.act}, ${row.at.toISOString()}) is neither in the tree nor waiting: its queue row or leaf was deleted, or it was added around the program.`,
    )
}

/** Personal values that are still there must be the ones whose hashes the events hold. Out: how many there are. */
export async function checkPersonal(db: Database | Tx, findings: Findings): Promise<number> {
  let count = 0
  let after: { event_id: string; pointer: string } = { event_id: nil, pointer: '' }
  for (;;) {
    const page = await db
      .selectFrom('audit_personal')
      .leftJoin('audit_event', 'audit_event.id', 'audit_personal.event_id')
      .leftJoin('audit_leaf', 'audit_leaf.event_id', 'audit_personal.event_id')
      .select(['audit_personal.event_id', 'pointer', 'salt', 'value', 'body', 'leaf_index'])
      .where(
        sql<boolean>`(audit_personal.event_id, pointer) > (${after.event_id}::uuid, ${after.pointer}::text)`,
      )
      .orderBy('audit_personal.event_id')
      .orderBy('pointer')
      .limit(1000)
      .execute()
    for (const row of page)
      if (hashIn(row.body, row.pointer) !== personalHash(row.salt, row.value))
        findings.add(
          row.leaf_index,
          `事件 ${row.event_id} 中 ${row.pointer} 的个人信息与事件所载的加盐哈希不符：值、盐或位置被改动。`,
          `the personal value of event ${row.event_id} at ${row.pointer} does not give the salted hash in the event: value, salt or place was altered.`,
        )
    count += page.length
    const last = page.at(-1)
    if (!last) return count
    after = last
  }
}

const nil = '00000000-0000-0000-0000-000000000000'

function hashIn(body: Buffer | null, pointer: string): string | undefined {
  try {
    return hashAt(JSON.parse(body?.toString() ?? 'null') as WrittenEvent, pointer)
  } catch {
    return undefined
  }
}
