import { nodeHash } from './merkle.ts'

const half = (n: number) => Math.floor(n / 2)
const odd = (n: number) => n % 2 === 1
const isHash = (bytes: Uint8Array) => bytes.length === 32

/** What is needed to check that a leaf is in a tree. Hashes are 32 bytes each. */
export interface Inclusion {
  index: number
  size: number
  leaf: Buffer
  path: readonly Buffer[]
  root: Buffer
}

/** Whether the leaf is in the tree. Never throws. Source: RFC 9162 §2.1.3.2. */
export function includes({ index, size, leaf, path, root }: Inclusion): boolean {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size)) return false
  if (index < 0 || index >= size || ![leaf, root, ...path].every(isHash)) return false
  let fn = index
  let sn = size - 1
  let hash = leaf
  for (const sibling of path) {
    if (sn === 0) return false
    if (odd(fn) || fn === sn) {
      hash = nodeHash(sibling, hash)
      while (!odd(fn) && fn !== 0) [fn, sn] = [half(fn), half(sn)]
    } else hash = nodeHash(hash, sibling)
    ;[fn, sn] = [half(fn), half(sn)]
  }
  return sn === 0 && hash.equals(root)
}

/** What is needed to check that an older tree is the beginning of a newer one. */
export interface Consistency {
  oldSize: number
  oldRoot: Buffer
  size: number
  root: Buffer
  path: readonly Buffer[]
}

/**
 * Whether the older tree is the beginning of the newer one. A proof from the empty tree is refused: it
 * would say nothing. Never throws. Source: RFC 9162 §2.1.4.2.
 */
export function isConsistent({ oldSize, oldRoot, size, root, path }: Consistency): boolean {
  if (!Number.isSafeInteger(oldSize) || !Number.isSafeInteger(size)) return false
  if (oldSize < 1 || oldSize > size) return false
  if (oldSize === size) return path.length === 0 && oldRoot.equals(root)
  if (path.length === 0 || ![oldRoot, root, ...path].every(isHash)) return false
  let fn = oldSize - 1
  let sn = size - 1
  while (odd(fn)) [fn, sn] = [half(fn), half(sn)]
  // fn is 0 here exactly when the old size is a power of two: the old root itself begins the path.
  const [first, ...rest] = fn === 0 ? [oldRoot, ...path] : path
  let oldHash = first!
  let hash = first!
  for (const sibling of rest) {
    if (sn === 0) return false
    if (odd(fn) || fn === sn) {
      oldHash = nodeHash(sibling, oldHash)
      hash = nodeHash(sibling, hash)
      while (!odd(fn) && fn !== 0) [fn, sn] = [half(fn), half(sn)]
    } else hash = nodeHash(hash, sibling)
    ;[fn, sn] = [half(fn), half(sn)]
  }
  return sn === 0 && oldHash.equals(oldRoot) && hash.equals(root)
}
