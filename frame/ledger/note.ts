import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
} from 'node:crypto'

// Signed notes (C2SP signed-note): a text, a blank line, one line per signature. Ed25519 only.
const ed25519 = 0x01

/** A key that checks: its public text form is `name+id+key` ("vkey"). */
export interface Verifier {
  name: string
  /** First four bytes of SHA-256(name ‖ LF ‖ type ‖ key), as a number. */
  id: number
  vkey: string
  checks(text: string, signature: Buffer): boolean
}

/** A key that signs. */
export interface Signer extends Verifier {
  /** Private key, PKCS#8 PEM. */
  pem: string
  signs(text: string): Buffer
}

/** A new Ed25519 key under a name. Errors: throws when the name has spaces or a plus sign. */
export function newSigner(name: string): Signer {
  const { privateKey } = generateKeyPairSync('ed25519')
  return signerFrom(name, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString())
}

/** The signer of a stored key. In: its name and PKCS#8 PEM. Errors: throws when it is not Ed25519. */
export function signerFrom(name: string, pem: string): Signer {
  const key = createPrivateKey(pem)
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('the key is not Ed25519')
  const { x } = createPublicKey(key).export({ format: 'jwk' })
  const verifier = verifierOf(name, Buffer.from(x ?? '', 'base64url'))
  return { ...verifier, pem, signs: (text) => sign(null, Buffer.from(text), key) }
}

/** The verifier that a vkey describes. Errors: throws when it is malformed, of another type, or its id is wrong. */
export function verifierFrom(vkey: string): Verifier {
  const match = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/.exec(vkey)
  const material = Buffer.from(match?.[3] ?? '', 'base64')
  if (!match || material.length !== 33 || material[0] !== ed25519)
    throw new Error('not an Ed25519 verifier key')
  const verifier = verifierOf(match[1]!, material.subarray(1))
  if (verifier.vkey !== vkey) throw new Error('the verifier key does not match its own id')
  return verifier
}

function verifierOf(name: string, publicKey: Buffer): Verifier {
  if (!/^[^\s+\p{Cc}]+$/u.test(name))
    throw new Error(`a key name has no spaces and no plus: ${name}`)
  const material = Buffer.concat([Buffer.of(ed25519), publicKey])
  const digest = createHash('sha256').update(`${name}\n`).update(material).digest()
  const key = createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: publicKey.toString('base64url') },
    format: 'jwk',
  })
  return {
    name,
    id: digest.readUInt32BE(0),
    vkey: `${name}+${digest.toString('hex', 0, 4)}+${material.toString('base64')}`,
    checks: (text, signature) => verify(null, Buffer.from(text), key, signature),
  }
}

/** Signs a text that ends with a newline. Out: the whole note. */
export function signNote(text: string, signers: readonly Signer[]): string {
  if (!text.endsWith('\n') || !isPlain(text))
    throw new Error('a note is plain text ending in a newline')
  const lines = signers.map((s) => {
    const id = Buffer.alloc(4)
    id.writeUInt32BE(s.id)
    return `— ${s.name} ${Buffer.concat([id, s.signs(text)]).toString('base64')}\n`
  })
  return `${text}\n${lines.join('')}`
}

/** Why a note is not to be believed. */
export class BadNote extends Error {}

// A bound on work for a note from outside; the format asks that at least 16 be accepted.
const mostSignatures = 100

/**
 * Opens a note: its text and those of the given keys that signed it.
 * Errors: {@link BadNote} when it is malformed, no given key signed it, or a given key's signature is wrong.
 */
export function openNote(
  note: string,
  trusted: readonly Verifier[],
): { text: string; by: Verifier[] } {
  const split = note.lastIndexOf('\n\n')
  if (split < 0 || !note.endsWith('\n') || !isPlain(note)) throw new BadNote('not a signed note')
  const text = note.slice(0, split + 1)
  const lines = note.slice(split + 2, -1).split('\n')
  if (lines.length > mostSignatures) throw new BadNote('too many signatures')
  const by: Verifier[] = []
  for (const line of lines) {
    const { name, id, signature } = signatureLine(line)
    const key = trusted.find((v) => v.name === name && v.id === id)
    // Signatures of unknown keys are ignored: that is how keys change and witnesses are added.
    if (!key || by.includes(key)) continue
    if (!key.checks(text, signature)) throw new BadNote(`the signature of ${name} is wrong`)
    by.push(key)
  }
  if (by.length === 0) throw new BadNote('not signed by a trusted key')
  return { text, by }
}

function signatureLine(line: string): { name: string; id: number; signature: Buffer } {
  const match = /^— ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/.exec(line)
  const bytes = Buffer.from(match?.[2] ?? '', 'base64')
  if (!match || bytes.length < 5 || bytes.toString('base64') !== match[2])
    throw new BadNote('a signature line is malformed')
  return { name: match[1]!, id: bytes.readUInt32BE(0), signature: bytes.subarray(4) }
}

function isPlain(text: string): boolean {
  // oxlint-disable-next-line no-control-regex -- the format forbids exactly these
  return !/[\u0000-\u0009\u000b-\u001f]/.test(text) && text.isWellFormed()
}
