import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

// Time-based one-time codes: RFC 6238 with SHA-1, six digits, 30 seconds, as every phone app knows them.
const stepSeconds = 30
const digits = 6
/** A code of the step before or after counts too: phones' clocks differ, and typing takes time. */
const drift = 1

/** A new secret: 160 bits, the length RFC 4226 asks for. */
export function newSecret(): Buffer {
  return randomBytes(20)
}

/** The 30-second step an instant lies in, counted from 1970. */
export function stepAt(now: Date): number {
  return Math.floor(now.getTime() / 1000 / stepSeconds)
}

/** The code of a step. In: secret and step. Out: six digits. Source: RFC 4226 5.3. */
export function codeOf(secret: Buffer, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', secret).update(counter).digest()
  const offset = mac[mac.length - 1]! & 0x0f
  const number = (mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** digits
  return String(number).padStart(digits, '0')
}

/** The step whose code this is, among now and its neighbours. Out: null when it is none of them. */
export function stepOf(secret: Buffer, code: string, now: Date): number | null {
  const typed = Buffer.from(code.replace(/\s/g, ''))
  let found: number | null = null
  for (let step = stepAt(now) - drift; step <= stepAt(now) + drift; step += 1) {
    const right = Buffer.from(codeOf(secret, step))
    if (typed.length === right.length && timingSafeEqual(typed, right)) found ??= step
  }
  return found
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Base32 without padding (RFC 4648 6), as a phone app takes a secret typed by hand. */
export function base32(bytes: Buffer): string {
  let bits = 0
  let held = 0
  let text = ''
  for (const byte of bytes) {
    held = (held << 8) | byte
    bits += 8
    for (; bits >= 5; bits -= 5) text += alphabet[(held >>> (bits - 5)) & 31]
    held &= (1 << bits) - 1
  }
  return bits > 0 ? text + alphabet[(held << (5 - bits)) & 31] : text
}

/** The address a phone app reads from the QR code. In: secret, name of the house, sign-in name. */
export function enrolmentUri(secret: Buffer, issuer: string, login: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(login)}`
  const query = new URLSearchParams({
    secret: base32(secret),
    issuer,
    algorithm: 'SHA1',
    digits: String(digits),
    period: String(stepSeconds),
  })
  return `otpauth://totp/${label}?${query.toString().replaceAll('+', '%20')}`
}
