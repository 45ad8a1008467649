import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Findings } from './findings.ts'
import { recordLength, readTile } from './tile-store.ts'
import { packEntries, parseTilePath, tilePath, tileWidth, type TileLevel } from './tiles.ts'
import { rootOf } from './tree-reader.ts'

/** Compares tile files with the tree as it is recomputed from the rows, leaf by leaf. */
export interface TileCheck {
  leaf(hash: Buffer, entry: Buffer): Promise<void>
  /** After the last leaf. Out: how many files were compared. */
  end(): Promise<number>
}

const keyOf = (level: TileLevel, index: number) => tilePath({ level, index, width: tileWidth })

/**
 * In: the tile folder, the files in it (listed before the rows were read, so that none can be newer than
 * they are), and the size of the head shown, whose tiles must be there.
 */
export function tileCheck(
  folder: string,
  files: readonly string[],
  shownSize: number,
  findings: Findings,
): TileCheck {
  const atHand = widthsByTile(files)
  const growing = new Map<TileLevel, { index: number; records: Buffer[] }>()
  let compared = 0

  const add = async (level: TileLevel, record: Buffer): Promise<void> => {
    const tile = growing.get(level) ?? { index: 0, records: [] }
    growing.set(level, tile)
    tile.records.push(record)
    if (tile.records.length < tileWidth) return
    await compare(level, tile.index, tile.records)
    growing.set(level, { index: tile.index + 1, records: [] })
    if (level !== 'entries') await add(level + 1, rootOf(Buffer.concat(tile.records)))
  }

  const compare = async (level: TileLevel, index: number, records: Buffer[]): Promise<void> => {
    const key = keyOf(level, index)
    const widths = [...(atHand.get(key) ?? [])]
    atHand.delete(key)
    const unit = level === 'entries' ? 1 : tileWidth ** level
    const needed = Math.min(records.length, Math.floor(shownSize / unit) - index * tileWidth)
    if (needed > 0 && !widths.some((w) => w >= needed)) {
      // A partial file may have given way to its full one between two looks into the folder.
      const there = await readTile(folder, { level, index, width: needed })
      if (there) widths.push(needed)
      else missing(level, index, needed, unit)
    }
    for (const width of widths) {
      compared += 1
      await compareFile(level, index, width, records, unit)
    }
  }

  const missing = (level: TileLevel, index: number, width: number, unit: number) =>
    findings.add(
      index * tileWidth * unit,
      `瓦片文件 ${tilePath({ level, index, width })} 不在。重新启动会自动补写。`,
      `tile file ${tilePath({ level, index, width })} is missing. A restart writes it again.`,
    )

  const compareFile = async (
    level: TileLevel,
    index: number,
    width: number,
    records: Buffer[],
    unit: number,
  ): Promise<void> => {
    const name = tilePath({ level, index, width })
    const first = index * tileWidth * unit
    if (width > records.length) return beyond(name, first + records.length * unit)
    const bytes = await fileBytes(folder, level, index, width)
    const length = recordLength(level)
    const differing = records
      .slice(0, width)
      .findIndex((r, n) => !bytes.subarray(n * length, (n + 1) * length).equals(r))
    if (differing < 0 && bytes.length === width * length) return
    findings.add(
      // A hash of a higher level is named by its last leaf: the leaf itself is found below, and stands first.
      first + (Math.max(differing, 0) + 1) * unit - 1,
      `瓦片文件 ${name} 与数据库重新算出的树不符：文件或数据库在此被改动。`,
      `tile file ${name} differs from the tree recomputed from the database: the file, or the database, was altered here.`,
    )
  }

  const beyond = (name: string, leaf: number) =>
    findings.add(
      leaf,
      `瓦片文件 ${name} 含有数据库中没有的叶：数据库的末尾被截断，或该文件是后放的。`,
      `tile file ${name} holds leaves that the database lacks: the end of the database was cut off, or the file was planted.`,
    )

  return {
    leaf: async (hash, entry) => {
      await add('entries', packEntries([entry]))
      await add(0, hash)
    },
    end: async () => {
      for (const [level, { index, records }] of growing)
        if (records.length > 0) await compare(level, index, records)
      for (const name of atHand.keys()) {
        const { level, index } = parseTilePath(name)!
        beyond(name, index * tileWidth * (level === 'entries' ? 1 : tileWidth ** level))
      }
      return compared
    },
  }
}

function widthsByTile(files: readonly string[]): Map<string, number[]> {
  const widths = new Map<string, number[]>()
  for (const file of files) {
    const tile = parseTilePath(file)
    if (!tile) continue
    const key = keyOf(tile.level, tile.index)
    widths.set(key, [...(widths.get(key) ?? []), tile.width])
  }
  return widths
}

async function fileBytes(folder: string, level: TileLevel, index: number, width: number) {
  const tile = { level, index, width }
  const whole = await readFile(path.join(folder, tilePath(tile))).catch(() => null)
  // A partial file goes when its full one comes; then its bytes are the beginning of that.
  return whole ?? (await readTile(folder, tile)) ?? Buffer.alloc(0)
}
