import { BadNote, openNote, signNote, type Signer, type Verifier } from './note.ts'

/** The head of the log at one size (C2SP tlog-checkpoint). */
export interface Checkpoint {
  /** Name of the log, fixed when its key is made. */
  origin: string
  /** Leaves in the tree. */
  size: number
  /** Root of the tree, 32 bytes. */
  root: Buffer
}

/** The signed text of a head. The key's name is the log's origin. */
export function signCheckpoint(size: number, root: Buffer, signer: Signer): string {
  return signNote(`${signer.name}\n${size}\n${root.toString('base64')}\n`, [signer])
}

/**
 * Opens a signed head. In: the note and the keys that are believed; the origin must be the name of a key
 * that signed. Errors: {@link BadNote}.
 */
export function openCheckpoint(note: string, trusted: readonly Verifier[]): Checkpoint {
  const { text, by } = openNote(note, trusted)
  const checkpoint = parseCheckpoint(text)
  if (!by.some((v) => v.name === checkpoint.origin))
    throw new BadNote(`${checkpoint.origin} did not sign its own checkpoint`)
  return checkpoint
}

/** Reads the text of a head without looking at signatures. Errors: {@link BadNote} when it is malformed. */
export function parseCheckpoint(text: string): Checkpoint {
  const [origin, size, root, ...extensions] = text.slice(0, -1).split('\n')
  const hash = Buffer.from(root ?? '', 'base64')
  const sound =
    text.endsWith('\n') &&
    origin &&
    /^(0|[1-9]\d*)$/.test(size ?? '') &&
    Number.isSafeInteger(Number(size)) &&
    hash.length === 32 &&
    hash.toString('base64') === root &&
    extensions.every((line) => line !== '')
  if (!sound) throw new BadNote('not a checkpoint')
  return { origin, size: Number(size), root: hash }
}
