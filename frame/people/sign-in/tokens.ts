import { createHash, randomBytes } from 'node:crypto'

/** A secret text nobody can guess: 256 bits, in characters a link and a cookie carry as they are. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/**
 * What is kept of a token: its SHA-256 in hex. The token has full entropy, so neither salt nor slow hash
 * would add anything.
 */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
