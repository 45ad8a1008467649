import { edgeRoot, emptyEdge, emptyRoot, growEdge, spanRoot, type Span } from './merkle.ts'
import { readTile } from './tile-store.ts'
import { tileOfNode, tilePath, type Tile } from './tiles.ts'
import { LedgerTrouble } from './trouble.ts'

/** Reads the tree from its tile files. */
export interface TreeReader {
  /** Root over a span of leaves. Errors: {@link LedgerTrouble} when a tile is missing or short. */
  root: (span: Span) => Promise<Buffer>
}

/** A reader of the tree of one size; it keeps the tiles it has read. In: the tile folder and the size. */
export function treeReader(folder: string, size: number): TreeReader {
  const tiles = new Map<string, Promise<Buffer>>()
  const tileBytes = (tile: Tile) => {
    const name = tilePath(tile)
    const known = tiles.get(name) ?? wholeTile(folder, tile)
    tiles.set(name, known)
    return known
  }
  const node = async (level: number, index: number) => {
    const { tile, from, count } = tileOfNode(level, index, size)
    const bytes = await tileBytes(tile)
    return rootOf(bytes.subarray(from * 32, (from + count) * 32))
  }
  return {
    root: async (span) => (span.end === span.begin ? emptyRoot : spanRoot(span, node)),
  }
}

/** Root over the hashes of a tile, or of a power of two of them. */
export function rootOf(hashes: Buffer): Buffer {
  const list: Buffer[] = []
  for (let at = 0; at < hashes.length; at += 32) list.push(hashes.subarray(at, at + 32))
  return edgeRoot(growEdge(emptyEdge, list))
}

async function wholeTile(folder: string, tile: Tile): Promise<Buffer> {
  const bytes = await readTile(folder, tile)
  if (bytes?.length === tile.width * 32) return bytes
  throw new LedgerTrouble(
    `留痕的瓦片文件 ${tilePath(tile)} ${bytes ? '长度不对' : '不在'}。请重新启动，缺失的文件会自动补写；若仍如此，请运行 npm run ledger:verify。`,
  )
}
