import { createHash } from 'node:crypto'
import { emptyEdge, growEdge, leafHash, spanRoot, type Span } from './merkle.ts'

// For tests: RFC 6962 §2.1 as it is written, over the entries themselves, slow and with nothing shared.
const hash = (...parts: Buffer[]) => createHash('sha256').update(Buffer.concat(parts)).digest()

/** MTH(D[n]): root over entries. */
export function mth(d: Buffer[]): Buffer {
  if (d.length === 0) return hash()
  if (d.length === 1) return hash(Buffer.from('00', 'hex'), d[0]!)
  const k = below(d.length)
  return hash(Buffer.from('01', 'hex'), mth(d.slice(0, k)), mth(d.slice(k)))
}

function below(n: number): number {
  let k = 1
  while (2 * k < n) k *= 2
  return k
}

/** PATH(m, D[n]). */
export function pathTo(m: number, d: Buffer[]): Buffer[] {
  if (d.length === 1) return []
  const k = below(d.length)
  return m < k
    ? [...pathTo(m, d.slice(0, k)), mth(d.slice(k))]
    : [...pathTo(m - k, d.slice(k)), mth(d.slice(0, k))]
}

/** SUBPROOF(m, D[n], b). */
export function subproof(m: number, d: Buffer[], known: boolean): Buffer[] {
  if (m === d.length) return known ? [] : [mth(d)]
  const k = below(d.length)
  return m <= k
    ? [...subproof(m, d.slice(0, k), known), mth(d.slice(k))]
    : [...subproof(m - k, d.slice(k), false), mth(d.slice(0, k))]
}

/** Entries for a test. */
export const entriesOf = (n: number) =>
  Array.from({ length: n }, (_, i) => Buffer.from(`entry ${i}`))
/** The tree over entries, by the product. */
export const treeOf = (entries: Buffer[]) => growEdge(emptyEdge, entries.map(leafHash))
/** The hashes of spans, by the reference. */
export const resolve = (entries: Buffer[], spans: Span[]) =>
  Promise.all(
    spans.map((s) =>
      spanRoot(s, async (level, index) =>
        mth(entries.slice(index * 2 ** level, (index + 1) * 2 ** level)),
      ),
    ),
  )
/** Bytes from hex. */
export const hex = (text: string) => Buffer.from(text, 'hex')

/** The test vector that certificate transparency implementations share. */
export const known = {
  entries: [
    '',
    '00',
    '10',
    '2021',
    '3031',
    '40414243',
    '5051525354555657',
    '606162636465666768696a6b6c6d6e6f',
  ].map(hex),
  roots: [
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
    '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
    'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
    '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
  ].map(hex),
  inclusion: [
    { index: 0, size: 1, path: [] },
    {
      index: 0,
      size: 8,
      path: [
        '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
      ],
    },
    {
      index: 5,
      size: 8,
      path: [
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
        'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
        'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      ],
    },
    {
      index: 2,
      size: 3,
      path: ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
    },
    {
      index: 1,
      size: 5,
      path: [
        '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      ],
    },
  ],
  consistency: [
    { old: 1, size: 1, path: [] },
    {
      old: 1,
      size: 8,
      path: [
        '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
      ],
    },
    {
      old: 6,
      size: 8,
      path: [
        '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
        'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
        'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      ],
    },
    {
      old: 2,
      size: 5,
      path: [
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      ],
    },
  ],
}
