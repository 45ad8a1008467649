import { createHash } from 'node:crypto'

// RFC 6962 §2.1: the prefix keeps a leaf from ever being taken for an inner node.
const leafPrefix = Buffer.of(0)
const nodePrefix = Buffer.of(1)

/** SHA-256 of the parts put together. Out: 32 bytes. */
export function sha256(...parts: Uint8Array[]): Buffer {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** Hash of one leaf of the tree. In: the entry's bytes. Source: RFC 6962 §2.1. */
export function leafHash(entry: Uint8Array): Buffer {
  return sha256(leafPrefix, entry)
}

/** Hash of an inner node. In: its two children, 32 bytes each. Source: RFC 6962 §2.1. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return sha256(nodePrefix, left, right)
}

/** Root of the tree without leaves. */
export const emptyRoot: Buffer = sha256()

/**
 * The right edge of a tree: roots of the complete subtrees it splits into, largest first. It is all that
 * is needed to append, so the sequencer never reads the tree.
 */
export interface Edge {
  size: number
  roots: readonly Buffer[]
}

export const emptyEdge: Edge = { size: 0, roots: [] }

/** The edge after appending leaves. In: leaf hashes in order. The given edge is not changed. */
export function growEdge(edge: Edge, leaves: Iterable<Buffer>): Edge {
  const roots = [...edge.roots]
  let size = edge.size
  for (const leaf of leaves) {
    roots.push(leaf)
    size += 1
    for (let rest = size; rest % 2 === 0; rest /= 2) {
      const right = roots.pop()!
      const left = roots.pop()!
      roots.push(nodeHash(left, right))
    }
  }
  return { size, roots }
}

/** Root of the whole tree with this edge. */
export function edgeRoot(edge: Edge): Buffer {
  let root: Buffer | undefined
  for (const subtree of edge.roots.toReversed()) root = root ? nodeHash(subtree, root) : subtree
  return root ?? emptyRoot
}

/** The edge as one row of hashes, for storing beside a checkpoint. */
export function packEdge(edge: Edge): Buffer {
  return Buffer.concat(edge.roots)
}

/** Reads {@link packEdge} back. Errors: throws when the number of hashes does not fit the size. */
export function unpackEdge(size: number, bytes: Buffer): Edge {
  if (bytes.length !== 32 * onesIn(size))
    throw new Error(`the stored edge of size ${size} has ${bytes.length} bytes`)
  const roots: Buffer[] = []
  for (let at = 0; at < bytes.length; at += 32) roots.push(bytes.subarray(at, at + 32))
  return { size, roots }
}

function onesIn(size: number): number {
  let ones = 0
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) ones += rest % 2
  return ones
}

/** A run of leaves [begin, end) whose subtree root is wanted. */
export interface Span {
  begin: number
  end: number
}

/**
 * Which subtree roots prove that a leaf is in a tree, the leaf's sibling first.
 * In: zero-based index and tree size. Errors: throws when the leaf is not in the tree.
 * Source: RFC 6962 §2.1.1 PATH(m, D[n]).
 */
export function inclusionSpans(index: number, size: number): Span[] {
  if (!wholeUpTo(index, size - 1)) throw new RangeError(`no leaf ${index} in a tree of ${size}`)
  const spans: Span[] = []
  let begin = 0
  let end = size
  while (end - begin > 1) {
    const middle = begin + splitOf(end - begin)
    if (index < middle) {
      spans.push({ begin: middle, end })
      end = middle
    } else {
      spans.push({ begin, end: middle })
      begin = middle
    }
  }
  return spans.reverse()
}

/**
 * Which subtree roots prove that the tree of `old` leaves is the beginning of the tree of `size` leaves.
 * Errors: throws for old = 0 (every tree begins with the empty one, a proof would say nothing) and for
 * old > size. Source: RFC 6962 §2.1.2 PROOF(m, D[n]).
 */
export function consistencySpans(old: number, size: number): Span[] {
  if (old === 0 || !wholeUpTo(old, size))
    throw new RangeError(`no consistency proof from ${old} to ${size}`)
  const spans: Span[] = []
  let begin = 0
  let end = size
  let oldIsSubtree = true
  while (end !== old) {
    const middle = begin + splitOf(end - begin)
    if (old <= middle) {
      spans.push({ begin: middle, end })
      end = middle
    } else {
      spans.push({ begin, end: middle })
      begin = middle
      oldIsSubtree = false
    }
  }
  // The verifier knows the old root itself; anything smaller has to be given.
  if (!oldIsSubtree) spans.push({ begin, end })
  return spans.reverse()
}

/**
 * Root over a span of leaves, put together from complete subtrees.
 * In: a reader of nodes: level 0 are leaves, a node of level l covers 2^l leaves.
 */
export async function spanRoot(
  span: Span,
  node: (level: number, index: number) => Promise<Buffer>,
): Promise<Buffer> {
  const width = span.end - span.begin
  const half = splitOf(width)
  if (width === 1 || half * 2 === width) return node(Math.log2(width), span.begin / width)
  const middle = span.begin + half
  const left = await spanRoot({ begin: span.begin, end: middle }, node)
  const right = await spanRoot({ begin: middle, end: span.end }, node)
  return nodeHash(left, right)
}

/** The largest power of two smaller than n (n ≥ 2); for 1 it is not used. */
function splitOf(n: number): number {
  let half = 1
  while (half * 2 < n) half *= 2
  return half
}

function wholeUpTo(value: number, most: number): boolean {
  return Number.isSafeInteger(value) && value >= 0 && value <= most
}
