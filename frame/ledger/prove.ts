import type { House } from '#frame/house.ts'
import { openCheckpoint } from './checkpoint.ts'
import { ledgerOf } from './ledger.ts'
import { consistencySpans, inclusionSpans } from './merkle.ts'
import { formatProof } from './proof.ts'
import { readCheckpoint } from './tile-store.ts'
import { treeReader } from './tree-reader.ts'

/** A proof file with what it is about. */
export interface MadeProof {
  leafIndex: number
  /** Leaves in the tree of the checkpoint inside. */
  size: number
  /** Text of the `.tlog-proof` file. */
  proof: string
}

async function shownHead(house: House) {
  const { folder, signer } = await ledgerOf(house)
  const note = await readCheckpoint(folder)
  return note === null ? null : { note, folder, size: openCheckpoint(note, [signer]).size }
}

/**
 * Proof that a leaf is under the head shown now. In: its place, and the event's bytes when the file is to
 * explain itself. Out: null when the head shown does not cover the leaf (yet).
 */
export async function proveLeaf(
  house: House,
  leafIndex: number,
  extra: Buffer | null = null,
): Promise<MadeProof | null> {
  const head = await shownHead(house)
  if (!head || leafIndex >= head.size) return null
  const { root } = treeReader(head.folder, head.size)
  const path = await Promise.all(inclusionSpans(leafIndex, head.size).map(root))
  const proof = formatProof({ extra, index: leafIndex, path, checkpoint: head.note })
  return { leafIndex, size: head.size, proof }
}

/**
 * Proof of an event by its id. With `withEvent` the file carries the event's bytes, so that who holds a
 * paper and the file needs nothing else: only for readers who may see the event's content.
 * Out: null while the event waits for its place (a fraction of a second), or when there is none.
 */
export async function proveEvent(
  house: House,
  eventId: string,
  { withEvent }: { withEvent: boolean },
): Promise<MadeProof | null> {
  const row = await house.db
    .selectFrom('audit_leaf')
    .innerJoin('audit_event', 'audit_event.id', 'audit_leaf.event_id')
    .select(['leaf_index', 'body'])
    .where('event_id', '=', eventId)
    .executeTakeFirst()
  return row ? proveLeaf(house, row.leaf_index, withEvent ? row.body : null) : null
}

/**
 * Hashes that prove that the tree of `old` leaves is the beginning of the one shown now.
 * Out: null when that tree is newer than what is shown, or empty.
 */
export async function proveConsistency(
  house: House,
  old: number,
): Promise<{ size: number; path: Buffer[]; checkpoint: string } | null> {
  const head = await shownHead(house)
  if (!head || old < 1 || old > head.size) return null
  const { root } = treeReader(head.folder, head.size)
  const path = await Promise.all(consistencySpans(old, head.size).map(root))
  return { size: head.size, path, checkpoint: head.note }
}
