import { sql } from 'kysely'
import type { Database, Tx } from '#frame/db/connect.ts'
import { signCheckpoint, type Checkpoint } from './checkpoint.ts'
import { leafHash, edgeRoot, growEdge, packEdge, unpackEdge, type Edge } from './merkle.ts'
import type { Signer } from './note.ts'
import { LedgerTrouble } from './trouble.ts'

/** What one round of the sequencer did. */
export type Round =
  | { kind: 'idle' }
  /** Another server was quicker; nothing was changed. */
  | { kind: 'lost' }
  | { kind: 'added'; size: number; root: Buffer; note: string; count: number }

/** Most events given their place in one transaction. */
export const batchSize = 1000

class LostRace extends Error {}

/**
 * Takes waiting events, gives them the next places in the tree and signs the new head, in one transaction.
 * Any number of servers may do it at once: the head is inserted only if it is still the one seen, and a
 * place in the tree can be taken once.
 * In: the database, the key, and the newest head this machine signed or showed. Errors:
 * {@link LedgerTrouble} when the stored head is damaged or does not continue that one.
 */
export async function sequenceBatch(
  db: Database,
  signer: Signer,
  known: Checkpoint | null,
): Promise<Round> {
  // Most rounds find nothing: one question answers them.
  const any = await db.selectFrom('audit_queue').select('seq').limit(1).executeTakeFirst()
  if (!any) return { kind: 'idle' }
  try {
    return await db.transaction().execute((tx) => round(tx, signer, known))
  } catch (error) {
    if (error instanceof LostRace || (error as { code?: string }).code === uniqueViolation)
      return { kind: 'lost' }
    throw error
  }
}

const uniqueViolation = '23505'

async function round(tx: Tx, signer: Signer, known: Checkpoint | null): Promise<Round> {
  const waiting = await tx
    .selectFrom('audit_queue')
    .innerJoin('audit_event', 'audit_event.id', 'audit_queue.event_id')
    .select(['seq', 'event_id', sql<Buffer>`sha256(body)`.as('entry')])
    .orderBy('seq')
    .limit(batchSize)
    .execute()
  if (waiting.length === 0) return { kind: 'idle' }
  if (known) await refuseOlderDatabase(tx, known)
  const before = await storedEdge(tx)
  const hashes = waiting.map((w) => leafHash(w.entry))
  const edge = growEdge(before, hashes)
  const root = edgeRoot(edge)
  const note = signCheckpoint(edge.size, root, signer)
  await insertHead(tx, before.size, edge, note)
  await sql`insert into audit_leaf (leaf_index, event_id, leaf_hash)
    select ${before.size}::bigint + n - 1, event_id, leaf_hash
      from unnest(${waiting.map((w) => w.event_id)}::uuid[], ${hashes}::bytea[])
           with ordinality as leaf (event_id, leaf_hash, n)`.execute(tx)
  const gone = await tx
    .deleteFrom('audit_queue')
    .where('seq', '=', sql<number>`any(${waiting.map((w) => w.seq)}::bigint[])`)
    .executeTakeFirst()
  if (Number(gone.numDeletedRows) !== waiting.length) throw new LostRace()
  return { kind: 'added', size: edge.size, root, note, count: waiting.length }
}

/** The right edge of the tree so far. Errors: {@link LedgerTrouble} when it does not give the head's root. */
async function storedEdge(tx: Tx): Promise<Edge> {
  const head = await tx
    .selectFrom('checkpoint')
    .select(['size', 'root', 'edge'])
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  const edge = unpackEdge(head.size, head.edge)
  if (edgeRoot(edge).equals(head.root)) return edge
  throw new LedgerTrouble(
    `留痕第 ${head.size} 号检查点的根与其右缘不符，数据库被改动过。排序已停，请立即运行 npm run ledger:verify。`,
  )
}

/**
 * A log never signs two histories: a database that lacks a head once signed or shown is not continued.
 * Errors: {@link LedgerTrouble}.
 */
export async function refuseOlderDatabase(db: Database | Tx, known: Checkpoint): Promise<void> {
  const row = await db
    .selectFrom('checkpoint')
    .select('root')
    .where('size', '=', known.size)
    .executeTakeFirst()
  if (row?.root.equals(known.root)) return
  throw new LedgerTrouble(
    `本机公布过第 ${known.size} 号检查点，而数据库中没有它：数据库被截断、改动，或恢复成了更早的备份。排序已停。请连同瓦片文件夹一起恢复，或运行 npm run ledger:verify 查看。`,
  )
}

async function insertHead(tx: Tx, seen: number, edge: Edge, note: string): Promise<void> {
  const { numAffectedRows } = await sql`
    insert into checkpoint (size, previous, root, edge, note)
    select ${edge.size}::bigint, ${seen}::bigint, ${edgeRoot(edge)}::bytea, ${packEdge(edge)}::bytea, ${note}::text
     where (select max(size) from checkpoint) = ${seen}::bigint`.execute(tx)
  if (numAffectedRows !== 1n) throw new LostRace()
}

/** Writes the head of the empty tree when there is no head yet. */
export async function ensureFirstHead(db: Database, signer: Signer): Promise<void> {
  const edge: Edge = { size: 0, roots: [] }
  const root = edgeRoot(edge)
  await db
    .insertInto('checkpoint')
    .values({
      size: 0,
      previous: null,
      root,
      edge: packEdge(edge),
      note: signCheckpoint(0, root, signer),
    })
    .onConflict((c) => c.column('size').doNothing())
    .execute()
}
