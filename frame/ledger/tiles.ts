/** Hashes, or entries, in a full tile. Source: C2SP tlog-tiles. */
export const tileWidth = 256

/** Which kind of tile: hashes of a level (0 = leaves), or the entries themselves. */
export type TileLevel = number | 'entries'

/** One tile file; a width below 256 is a partial tile at the right edge of some tree. */
export interface Tile {
  level: TileLevel
  index: number
  width: number
}

/** Path of a tile below the log's prefix, e.g. `tile/0/x001/234` or `tile/entries/000.p/17`. */
export function tilePath({ level, index, width }: Tile): string {
  const digits = String(index)
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, '0')
  const groups = padded.match(/\d{3}/g) ?? []
  const name = groups.map((g, i) => (i < groups.length - 1 ? `x${g}` : g)).join('/')
  return `tile/${level}/${name}${width < tileWidth ? `.p/${width}` : ''}`
}

const shape = /^tile\/(entries|0|[1-9]\d?)\/((?:x\d{3}\/)*\d{3})(?:\.p\/([1-9]\d{0,2}))?$/

/** Reads {@link tilePath} back. Out: null for anything that is not the one right spelling of a tile. */
export function parseTilePath(path: string): Tile | null {
  const match = shape.exec(path)
  if (!match) return null
  const [, level, name, partial] = match
  const tile: Tile = {
    level: level === 'entries' ? 'entries' : Number(level),
    index: Number(name!.replaceAll(/[x/]/g, '')),
    width: partial === undefined ? tileWidth : Number(partial),
  }
  const sane = tile.level === 'entries' || tile.level <= 63
  // One tile, one name: x000/001 or .p/256 would be second names of the same bytes.
  return sane && Number.isSafeInteger(tile.index) && tilePath(tile) === path ? tile : null
}

/** How many leaves one hash of a level covers. */
const leavesPerHash = (level: TileLevel) => (level === 'entries' ? 1 : tileWidth ** level)

/**
 * The tiles of a tree that a smaller tree did not have yet, lowest level first: full tiles that were
 * completed in between and the partial tiles at the new edge. In: sizes in leaves.
 */
export function tilesBetween(oldSize: number, size: number): Tile[] {
  const tiles: Tile[] = []
  for (const level of levelsOf(size)) {
    const before = Math.floor(oldSize / leavesPerHash(level))
    const hashes = Math.floor(size / leavesPerHash(level))
    if (hashes === before) continue
    const full = Math.floor(hashes / tileWidth)
    for (let index = Math.floor(before / tileWidth); index < full; index += 1)
      tiles.push({ level, index, width: tileWidth })
    const rest = hashes % tileWidth
    if (rest > 0) tiles.push({ level, index: full, width: rest })
  }
  return tiles
}

function levelsOf(size: number): TileLevel[] {
  const levels: TileLevel[] = ['entries']
  for (let level = 0; tileWidth ** level <= size; level += 1) levels.push(level)
  return levels
}

/** Where the tree's node lies: a hash tile and the run of its hashes that lie below the node. */
export function tileOfNode(
  level: number,
  index: number,
  size: number,
): { tile: Tile; from: number; count: number } {
  const tileLevel = Math.floor(level / 8)
  const count = 2 ** (level % 8)
  const first = index * count
  const tileIndex = Math.floor(first / tileWidth)
  const hashes = Math.floor(size / leavesPerHash(tileLevel))
  const width = Math.min(tileWidth, hashes - tileIndex * tileWidth)
  return { tile: { level: tileLevel, index: tileIndex, width }, from: first % tileWidth, count }
}

/** Entries as an entry bundle: each with its length in two bytes. Errors: throws above 65,535 bytes. */
export function packEntries(entries: readonly Uint8Array[]): Buffer {
  return Buffer.concat(
    entries.flatMap((entry) => {
      const length = Buffer.alloc(2)
      length.writeUInt16BE(entry.length)
      return [length, entry]
    }),
  )
}

/** Reads {@link packEntries} back. Errors: throws when the bundle ends inside an entry. */
export function unpackEntries(bundle: Buffer): Buffer[] {
  const entries: Buffer[] = []
  for (let at = 0; at < bundle.length;) {
    const begin = at + 2
    const end = begin + bundle.readUInt16BE(at)
    if (end > bundle.length) throw new RangeError('the bundle ends inside an entry')
    entries.push(bundle.subarray(begin, end))
    at = end
  }
  return entries
}
