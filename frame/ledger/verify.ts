import { sql } from 'kysely'
import type { Database, Tx } from '#frame/db/connect.ts'
import type { Words } from '#frame/kernel/lifecycle.ts'
import { checkBusiness } from './check-business.ts'
import { checkEvent, type EventRow } from './check-event.ts'
import { headCheck, type KeptHead } from './check-heads.ts'
import { tileCheck } from './check-tiles.ts'
import { checkPersonal, checkWaiting } from './check-waiting.ts'
import { openCheckpoint } from './checkpoint.ts'
import { entryOf } from './event.ts'
import { Findings, type Finding } from './findings.ts'
import { emptyEdge, growEdge, leafHash } from './merkle.ts'
import type { Verifier } from './note.ts'
import { longestWait } from './sequencer.ts'
import { readCheckpoint, tileFiles } from './tile-store.ts'

/** Against what the database is checked. */
export interface VerifyAgainst {
  /** Keys whose signatures count. They never come from the database. */
  trusted: readonly Verifier[]
  /** Folder of the tile files; null when only the database is checked. */
  folder: string | null
  /** Heads remembered elsewhere: an older checkpoint, a proof's, a printed one. */
  remembered?: readonly KeptHead[]
  /** Told now and then how many leaves were checked. */
  progress?: (leaves: number) => void
  /** What other parts hold against their own leaves. */
  further?: readonly FurtherCheck[]
}

/** A part's own things held against what its events say of them: papers and their files, for one. */
export interface FurtherCheck {
  /** What is counted, as in “12 份文书”. */
  words: Words
  /** Adds what does not agree. Out: how many things were checked. */
  check(tx: Tx, findings: Findings): Promise<number>
}

/** What a check of the whole ledger found. */
export interface VerifyReport {
  leaves: number
  checkpoints: number
  tiles: number
  waiting: number
  personal: number
  businessRows: number
  /** What other parts checked, in the order given. */
  further: { words: Words; count: number }[]
  /** Exact number of findings; `findings` lists the first ones, the first bad leaf first. */
  count: number
  findings: Finding[]
}

/** What lies in the tile folder, read before the rows so that nothing in it can be newer than they are. */
export interface FolderView {
  folder: string
  files: string[]
  shown: string | null
}

/** Reads the tile folder. */
export async function viewFolder(folder: string): Promise<FolderView> {
  return { folder, shown: await readCheckpoint(folder), files: await tileFiles(folder) }
}

/**
 * Recomputes the whole ledger and compares it with everything kept: bytes → leaves → roots → signatures →
 * tile files → business rows. It may run while the house works. Errors: only those of the database.
 */
export async function verifyLedger(db: Database, against: VerifyAgainst): Promise<VerifyReport> {
  const view = against.folder === null ? null : await viewFolder(against.folder)
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      // A ledger of millions of leaves takes longer than any request may.
      await sql`set local statement_timeout = 0`.execute(tx)
      return verifyRows(tx, against, view)
    })
}

/** The same over one state of the rows. In: a transaction that sees one state, and the folder as viewed. */
export async function verifyRows(
  tx: Tx,
  { trusted, remembered = [], progress, further = [] }: Omit<VerifyAgainst, 'folder'>,
  view: FolderView | null,
): Promise<VerifyReport> {
  const findings = new Findings()
  const shown = view?.shown ? [{ where: 'tiles/checkpoint', note: view.shown }] : []
  const heads = await headCheck(tx, trusted, [...shown, ...remembered], findings)
  const shownSize = sizeOf(view?.shown ?? null, trusted)
  const tiles = view && tileCheck(view.folder, view.files, shownSize, findings)
  let edge = emptyEdge
  await heads.grown(edge)
  for await (const { entry, hash } of recomputedLeaves(tx, findings)) {
    edge = growEdge(edge, [hash])
    await tiles?.leaf(hash, entry)
    await heads.grown(edge)
    if (edge.size % 100_000 === 0) progress?.(edge.size)
  }
  return {
    leaves: edge.size,
    checkpoints: await heads.end(edge.size),
    tiles: (await tiles?.end()) ?? 0,
    waiting: await checkWaiting(tx, longestWait, findings),
    personal: await checkPersonal(tx, findings),
    businessRows: await checkBusiness(tx, findings),
    further: await checkFurther(tx, further, findings),
    count: findings.count,
    findings: findings.list,
  }
}

async function checkFurther(tx: Tx, checks: readonly FurtherCheck[], findings: Findings) {
  const counts: VerifyReport['further'] = []
  for (const one of checks) counts.push({ words: one.words, count: await one.check(tx, findings) })
  return counts
}

function sizeOf(note: string | null, trusted: readonly Verifier[]): number {
  try {
    return openCheckpoint(note ?? '', trusted).size
  } catch {
    // Told by the check of heads; no tile is demanded on the word of a forged head.
    return 0
  }
}

type LeafRow = { leaf_index: number; event_id: string; leaf_hash: Buffer } & (
  | EventRow
  | { [K in keyof EventRow]: null }
)

/** Every leaf in order, recomputed from its event's bytes; what does not fit is added to the findings. */
async function* recomputedLeaves(tx: Tx, findings: Findings) {
  let expected = 0
  for await (const row of leafRows(tx)) {
    const place = row.leaf_index
    if (place !== expected)
      findings.add(
        expected,
        `缺失，其后是第 ${place} 叶，叶被删除或调换。`,
        `missing, leaf ${place} follows; a leaf was deleted or moved.`,
      )
    expected = place + 1
    if (row.body === null) {
      findings.add(
        place,
        `事件 ${row.event_id} 不在，事件被删除。`,
        `event ${row.event_id} is gone; it was deleted.`,
      )
      yield { entry: Buffer.alloc(32), hash: row.leaf_hash }
      continue
    }
    checkEvent(row, place, findings)
    const entry = entryOf(row.body)
    const hash = leafHash(entry)
    if (!hash.equals(row.leaf_hash))
      findings.add(
        place,
        `事件 ${row.event_id} 的字节与其叶哈希不符，事件被改动或叶被调换。`,
        `the bytes of event ${row.event_id} do not give its leaf hash; the event was altered or the leaf swapped.`,
      )
    yield { entry, hash }
  }
}

async function* leafRows(tx: Tx): AsyncGenerator<LeafRow> {
  let after = -1
  for (;;) {
    const page = await tx
      .selectFrom('audit_leaf')
      .leftJoin('audit_event', 'audit_event.id', 'audit_leaf.event_id')
      .selectAll('audit_event')
      .select(['leaf_index', 'event_id', 'leaf_hash'])
      .where('leaf_index', '>', after)
      .orderBy('leaf_index')
      .limit(2000)
      .execute()
    if (page.length === 0) return
    yield* page as LeafRow[]
    after = page.at(-1)!.leaf_index
  }
}
