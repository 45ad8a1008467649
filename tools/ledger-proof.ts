import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { eventLeaf, type WrittenEvent } from '#frame/ledger/event.ts'
import type { Verifier } from '#frame/ledger/note.ts'
import { checkProof, parseProof } from '#frame/ledger/proof.ts'

/** What a proof is checked with. Paths are absolute. */
export interface ProofAsked {
  proof: string
  /** The event's bytes; null when the proof carries them itself. */
  event: string | null
  /** A paper whose SHA-256 the event must name; null when only the event matters. */
  paper: string | null
  trusted: readonly Verifier[]
}

/**
 * Checks a `.tlog-proof` without network or database. Out: what it proves, in Chinese and English.
 * Errors: one sentence in both languages when it proves nothing.
 */
export async function provenBy(asked: ProofAsked): Promise<string[]> {
  const text = await readFile(asked.proof, 'utf8')
  const proof = held(() => parseProof(text))
  const bytes = asked.event === null ? proof.extra : await readFile(asked.event)
  if (!bytes)
    throw new Error(
      '证明文件中没有事件内容，请用 --event 给出事件文件。/ The proof does not carry its event: give it with --event FILE.',
    )
  const checkpoint = held(() => checkProof(proof, eventLeaf(bytes), asked.trusted))
  const event = JSON.parse(bytes.toString()) as WrittenEvent
  const subject = event.subject ? `${event.subject.kind} ${event.subject.id}` : '—'
  return [
    `✓ 证明成立：事件 ${event.id}（${event.act}，${event.at}，${subject}）在日志 ${checkpoint.origin} 的第 ${proof.index} 叶，由 ${checkpoint.size} 叶的检查点签名确认。`,
    `  The proof holds: event ${event.id} (${event.act}, ${event.at}, ${subject}) is leaf ${proof.index} of the log ${checkpoint.origin}, under the signed checkpoint of ${checkpoint.size} leaves.`,
    ...(asked.paper === null ? [] : await paperNamed(asked.paper, bytes)),
  ]
}

function held<T>(check: () => T): T {
  try {
    return check()
  } catch (error) {
    const why = (error as Error).message
    throw new Error(
      `证明不成立（${why}）：文件被改动，或不属于这个事件、这个日志。/ The proof does not hold: ${why}.`,
      { cause: error },
    )
  }
}

async function paperNamed(file: string, event: Buffer): Promise<string[]> {
  const hash = createHash('sha256')
    .update(await readFile(file))
    .digest('hex')
  if (!event.includes(`"${hash}"`))
    throw new Error(
      `事件没有记载这份文件：${file} 的 SHA-256 是 ${hash}。/ The event does not name this file: its SHA-256 is ${hash}.`,
    )
  return [
    `✓ 文件的 SHA-256（${hash}）记载在该事件中：这正是签发时的文件。`,
    `  The file's SHA-256 is named by the event: it is the file as issued.`,
  ]
}
