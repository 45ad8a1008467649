import { createHash, randomInt } from 'node:crypto'
import { canonicalJson } from '#frame/ledger/event.ts'
import type { FrozenPaper } from './sheet.ts'

/**
 * Everything that stands on a paper as one text, always spelt the same (RFC 8785); it travels inside the
 * file. The unguessable code in it keeps its hash, which the public ledger holds, from being tried out.
 */
export function frozenText(paper: FrozenPaper): string {
  const { id, kind, template, title, number, issuer, day, code, facts } = paper
  return canonicalJson({ v: 1, id, kind, template, title, number, issuer, day, code, facts })
}

/** SHA-256 in hex. */
export function sha256Hex(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

// No I, L, O, U, 0, 1: what is read aloud or typed from paper is not mistaken.
const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A new code to check a paper by: 20 letters out of 30, 98 bits. */
export function newCode(): string {
  const text = Array.from({ length: 20 }, () => letters[randomInt(letters.length)]).join('')
  return grouped(text)
}

/** A code as it is stored, from how it was typed. Out: null when it cannot be one. */
export function typedCode(text: string): string | null {
  const bare = text.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')
  return bare.length === 20 && Array.from(bare).every((c) => letters.includes(c))
    ? grouped(bare)
    : null
}

const grouped = (text: string) => (text.match(/.{5}/g) ?? []).join('-')
