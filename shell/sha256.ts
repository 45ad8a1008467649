/**
 * SHA-256 of a file in the browser. WebCrypto takes it in one piece, so it serves smaller files over https;
 * larger ones, and pages served over plain http where WebCrypto is missing, go piece by piece through
 * {@link Sha256}.
 */
const onePiece = 32 * 1024 * 1024
const piece = 1024 * 1024

/** The fingerprint of a file, as hexadecimal text. In: what to call with the share done, 0 to 1. */
export async function sha256Of(file: Blob, progress?: (share: number) => void): Promise<string> {
  // missing over plain http, whatever the types say
  const crypto = globalThis.crypto.subtle as SubtleCrypto | undefined
  if (crypto && file.size <= onePiece) {
    const digest = await crypto.digest('SHA-256', await file.arrayBuffer())
    progress?.(1)
    return hex(new Uint8Array(digest))
  }
  const hash = new Sha256()
  for (let at = 0; at < file.size; at += piece) {
    hash.update(new Uint8Array(await file.slice(at, at + piece).arrayBuffer()))
    progress?.(Math.min(1, (at + piece) / file.size))
  }
  return hash.digest()
}

const hex = (bytes: Uint8Array) => [...bytes].map((b) => b.toString(16).padStart(2, '0')).join('')

const constants = roundConstants()

/** SHA-256 (FIPS 180-4) fed piece by piece. */
export class Sha256 {
  private readonly state = initialState()
  private readonly block = new Uint8Array(64)
  private readonly words = new Uint32Array(64)
  private filled = 0
  private length = 0

  /** Takes the next bytes. */
  update(bytes: Uint8Array): void {
    this.length += bytes.length
    let at = 0
    while (at < bytes.length) {
      const take = Math.min(64 - this.filled, bytes.length - at)
      this.block.set(bytes.subarray(at, at + take), this.filled)
      this.filled += take
      at += take
      if (this.filled === 64) {
        this.compress()
        this.filled = 0
      }
    }
  }

  /** Ends it. Out: 64 hexadecimal digits. */
  digest(): string {
    const bits = this.length * 8
    const padding = new Uint8Array((this.filled < 56 ? 56 : 120) - this.filled + 8)
    padding[0] = 0x80
    const end = new DataView(padding.buffer)
    end.setUint32(padding.length - 8, Math.floor(bits / 2 ** 32))
    end.setUint32(padding.length - 4, bits >>> 0)
    this.update(padding)
    const out = new DataView(new ArrayBuffer(32))
    this.state.forEach((word, i) => out.setUint32(i * 4, word))
    return hex(new Uint8Array(out.buffer))
  }

  private compress(): void {
    const { words: w, state } = this
    const view = new DataView(this.block.buffer)
    for (let i = 0; i < 16; i += 1) w[i] = view.getUint32(i * 4)
    for (let i = 16; i < 64; i += 1) {
      const a = w[i - 15]!
      const b = w[i - 2]!
      const s0 = turn(a, 7) ^ turn(a, 18) ^ (a >>> 3)
      const s1 = turn(b, 17) ^ turn(b, 19) ^ (b >>> 10)
      w[i] = (w[i - 16]! + s0 + w[i - 7]! + s1) | 0
    }
    let [a, b, c, d, e, f, g, h] = state as unknown as number[] as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ]
    for (let i = 0; i < 64; i += 1) {
      const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)
      const t1 = (h + s1 + ((e & f) ^ (~e & g)) + constants[i]! + w[i]!) | 0
      const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
      h = g
      g = f
      f = e
      e = (d + t1) | 0
      d = c
      c = b
      b = a
      a = (t1 + t2) | 0
    }
    ;[a, b, c, d, e, f, g, h].forEach((word, i) => {
      state[i] = (state[i]! + word) | 0
    })
  }
}

const turn = (word: number, by: number) => (word >>> by) | (word << (32 - by))

function* primes() {
  const found: number[] = []
  for (let n = 2; ; n += 1)
    if (found.every((p) => n % p !== 0)) {
      found.push(n)
      yield n
    }
}

/** The first 32 bits of the fraction of a root of each of the first primes. */
function fractions(count: number, root: (n: number) => number): Uint32Array {
  const out = new Uint32Array(count)
  let i = 0
  for (const prime of primes()) {
    if (i === count) break
    const value = root(prime)
    out[i] = Math.floor((value - Math.floor(value)) * 2 ** 32)
    i += 1
  }
  return out
}

function initialState(): Uint32Array {
  return fractions(8, Math.sqrt)
}

function roundConstants(): Uint32Array {
  return fractions(64, Math.cbrt)
}
