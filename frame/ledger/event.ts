import canonicalize from 'canonicalize'
import { leafHash, sha256 } from './merkle.ts'

/** What an event says, before personal data is lifted out and the bytes are fixed. */
export interface EventFacts {
  id: string
  /** Instant of the act. */
  at: Date
  actor: { kind: string; accountId: string | null }
  act: string
  subject: { kind: string; id: string } | null
  unitId: string | null
  body: unknown
  /** Unguessable, so that the public hash of an event tells nothing to who tries out contents. */
  salt: Buffer
}

/** The event as its bytes spell it. */
export interface WrittenEvent {
  v: 1
  id: string
  at: string
  actor: { kind: string; account: string | null }
  act: string
  subject: { kind: string; id: string } | null
  unit: string | null
  body: unknown
  salt: string
}

/** JSON in the one spelling of RFC 8785. Errors: throws for what JSON cannot say. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('nothing to write')
  return text
}

/** The exact bytes of an event; they are stored, hashed and never written anew. */
export function eventBytes(facts: EventFacts): Buffer {
  const written: WrittenEvent = {
    v: 1,
    id: facts.id,
    at: facts.at.toISOString(),
    actor: { kind: facts.actor.kind, account: facts.actor.accountId },
    act: facts.act,
    subject: facts.subject && { kind: facts.subject.kind, id: facts.subject.id },
    unit: facts.unitId,
    body: facts.body,
    salt: facts.salt.toString('base64url'),
  }
  return Buffer.from(canonicalJson(written))
}

/**
 * The entry of the log for an event: SHA-256 of its bytes. The entries are public and of one length; the
 * events are not public and may be longer than the 65,535 bytes an entry bundle can hold.
 */
export function entryOf(bytes: Uint8Array): Buffer {
  return sha256(bytes)
}

/** Hash of the event's leaf: SHA-256(0x00 ‖ SHA-256(event bytes)). */
export function eventLeaf(bytes: Uint8Array): Buffer {
  return leafHash(entryOf(bytes))
}
