import { openCheckpoint, type Checkpoint } from './checkpoint.ts'
import { includes } from './merkle-check.ts'
import type { Verifier } from './note.ts'

const firstLine = 'c2sp.org/tlog-proof@v1'

/** A proof that one leaf is in the log, in one text file (C2SP tlog-proof, `.tlog-proof`). */
export interface TlogProof {
  /** The event's own bytes, so that the file explains itself; null when the reader has them elsewhere. */
  extra: Buffer | null
  /** Zero-based place of the leaf. */
  index: number
  /** Sibling hashes, the leaf's own first. */
  path: readonly Buffer[]
  /** The signed checkpoint, verbatim. */
  checkpoint: string
}

/** Writes the proof file. */
export function formatProof({ extra, index, path, checkpoint }: TlogProof): string {
  const lines = [firstLine]
  if (extra) lines.push(`extra ${extra.toString('base64')}`)
  lines.push(`index ${index}`, ...path.map((h) => h.toString('base64')))
  return `${lines.join('\n')}\n\n${checkpoint}`
}

/** Why a proof file proves nothing. */
export class BadProof extends Error {}

/** Reads a proof file. Errors: {@link BadProof} when it is not of the format. */
export function parseProof(text: string): TlogProof {
  const split = text.indexOf('\n\n')
  const [first, ...lines] = text.slice(0, Math.max(split, 0)).split('\n')
  if (first !== firstLine) throw new BadProof(`the first line is not ${firstLine}`)
  const extra = lines[0]?.startsWith('extra ') ? base64(lines.shift()!.slice(6)) : null
  const index = /^index (0|[1-9]\d*)$/.exec(lines.shift() ?? '')?.[1]
  if (index === undefined || !Number.isSafeInteger(Number(index)))
    throw new BadProof('the index line is missing or malformed')
  const path = lines.map(base64)
  if (path.some((h) => h.length !== 32)) throw new BadProof('a hash is not 32 bytes long')
  return { extra, index: Number(index), path, checkpoint: text.slice(split + 2) }
}

function base64(text: string): Buffer {
  const bytes = Buffer.from(text, 'base64')
  if (text === '' || bytes.toString('base64') !== text) throw new BadProof('a line is not base64')
  return bytes
}

/**
 * Checks a proof without network or database. In: the proof, the hash of the leaf, the keys believed.
 * Out: the checkpoint that covers the leaf.
 * Errors: BadNote when no believed key signed the checkpoint, {@link BadProof} when the leaf is not in it.
 */
export function checkProof(
  proof: TlogProof,
  leaf: Buffer,
  trusted: readonly Verifier[],
): Checkpoint {
  const checkpoint = openCheckpoint(proof.checkpoint, trusted)
  const { size, root } = checkpoint
  if (!includes({ index: proof.index, size, leaf, path: proof.path, root }))
    throw new BadProof('the leaf is not in the tree of the checkpoint')
  return checkpoint
}
