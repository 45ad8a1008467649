import type { Database, Tx } from '#frame/db/connect.ts'
import { openCheckpoint, type Checkpoint } from './checkpoint.ts'
import type { Findings } from './findings.ts'
import { edgeRoot, packEdge, type Edge } from './merkle.ts'
import type { Verifier } from './note.ts'

/** A head kept outside the database: the one shown by this machine, or one remembered elsewhere. */
export interface KeptHead {
  /** Where it is kept, for the sentence: a path. */
  where: string
  note: string
}

/** Checks heads as the tree grows past their sizes. */
export interface HeadCheck {
  /** The tree has grown to this edge. */
  grown(edge: Edge): Promise<void>
  /** After the last leaf. Out: how many heads were checked. */
  end(size: number): Promise<number>
}

// A head is named by the last leaf it covers.
const lastLeaf = (size: number) => Math.max(size - 1, 0)

interface HeadRow {
  size: number
  previous: number | null
  root: Buffer
  edge: Buffer
  note: string
}

/** In: the rows' database, the keys believed, and heads kept outside. */
export async function headCheck(
  db: Database | Tx,
  trusted: readonly Verifier[],
  keptHeads: readonly KeptHead[],
  findings: Findings,
): Promise<HeadCheck> {
  const rows = headRows(db)
  let next = (await rows.next()).value
  let checked = 0
  let before: number | null = null
  // After the first wrong root every later one is wrong too and says nothing more.
  let broken = false
  const kept = openKept(keptHeads, trusted, findings)

  const checkRow = (row: HeadRow, edge: Edge) => {
    checked += 1
    checkNote(row, trusted, findings)
    if (row.previous !== before)
      findings.add(
        lastLeaf(row.size),
        `检查点 ${row.size} 之前应是 ${row.previous ?? '无'}，数据库中却是 ${before ?? '无'}：有检查点被删除或添加。`,
        `checkpoint ${row.size} follows ${row.previous ?? 'none'}, but the database has ${before ?? 'none'} before it: a checkpoint was deleted or added.`,
      )
    before = row.size
    const wrongRoot = !edgeRoot(edge).equals(row.root)
    if (!broken && wrongRoot)
      findings.add(
        // Where a leaf itself is seen to be wrong, that finding is the more exact and stands before this.
        lastLeaf(row.size),
        `从数据库算出的根与检查点 ${row.size} 不符：第 ${row.previous ?? 0} 至 ${row.size - 1} 叶之间，或检查点本身被改动。`,
        `the root recomputed from the database differs from checkpoint ${row.size}: a leaf from ${row.previous ?? 0} to ${row.size - 1}, or the checkpoint itself, was altered.`,
      )
    broken ||= wrongRoot
    if (!wrongRoot && !packEdge(edge).equals(row.edge))
      findings.add(
        lastLeaf(row.size),
        `检查点 ${row.size} 保存的右缘与树不符，该列被改动过。`,
        `the stored edge of checkpoint ${row.size} differs from the tree; the column was altered.`,
      )
  }

  return {
    grown: async (edge) => {
      if (next?.size === edge.size) {
        checkRow(next, edge)
        next = (await rows.next()).value
      }
      for (const { where, head } of kept)
        if (head.size === edge.size && !edgeRoot(edge).equals(head.root))
          findings.add(
            null,
            `${where} 中签过名的检查点 ${head.size} 与数据库的历史不符：第 ${head.size} 叶之前的留痕被改写。`,
            `the signed checkpoint ${head.size} in ${where} contradicts the database: the ledger before leaf ${head.size} was rewritten.`,
          )
    },
    end: async (size) => {
      for (; next; next = (await rows.next()).value)
        findings.add(
          lastLeaf(size),
          `数据库中有检查点 ${next.size}，而叶只有 ${size} 片：末尾的叶被删除。`,
          `the database has checkpoint ${next.size} but only ${size} leaves: leaves at the end were deleted.`,
        )
      if (before !== size)
        findings.add(
          before ?? 0,
          `自此叶起没有检查点，叶是绕过排序添加的，或最新的检查点被删除。`,
          `no checkpoint covers the leaves from here on; they were added around the sequencer, or the newest checkpoint was deleted.`,
        )
      for (const { where, head } of kept)
        if (head.size > size)
          findings.add(
            size,
            `${where} 中签过名的检查点有 ${head.size} 叶，数据库只有 ${size} 叶：最新的 ${head.size - size} 叶被截去。`,
            `the signed checkpoint in ${where} covers ${head.size} leaves, the database has ${size}: the newest ${head.size - size} were cut off.`,
          )
      return checked
    },
  }
}

async function* headRows(db: Database | Tx): AsyncGenerator<HeadRow, undefined> {
  let after = -1
  for (;;) {
    const page = await db
      .selectFrom('checkpoint')
      .selectAll()
      .where('size', '>', after)
      .orderBy('size')
      .limit(1000)
      .execute()
    if (page.length === 0) return
    yield* page
    after = page.at(-1)!.size
  }
}

function checkNote(row: HeadRow, trusted: readonly Verifier[], findings: Findings): void {
  let said: Checkpoint
  try {
    said = openCheckpoint(row.note, trusted)
  } catch (error) {
    findings.add(
      lastLeaf(row.size),
      `检查点 ${row.size} 的签名不成立（${(error as Error).message}）：检查点被改动或调换。`,
      `the signature of checkpoint ${row.size} does not hold (${(error as Error).message}): it was altered or swapped.`,
    )
    return
  }
  if (said.size !== row.size || !said.root.equals(row.root))
    findings.add(
      lastLeaf(row.size),
      `检查点 ${row.size} 的签名文本说的是 ${said.size} 叶、另一个根：检查点被改动或调换。`,
      `the signed text of checkpoint ${row.size} speaks of ${said.size} leaves or another root: it was altered or swapped.`,
    )
}

function openKept(
  heads: readonly KeptHead[],
  trusted: readonly Verifier[],
  findings: Findings,
): { where: string; head: Checkpoint }[] {
  return heads.flatMap(({ where, note }) => {
    try {
      return [{ where, head: openCheckpoint(note, trusted) }]
    } catch (error) {
      findings.add(
        null,
        `${where} 中的检查点签名不成立（${(error as Error).message}）。`,
        `the checkpoint in ${where} is not signed by the log (${(error as Error).message}).`,
      )
      return []
    }
  })
}
