import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { tilePath, tileWidth, type Tile, type TileLevel } from './tiles.ts'

// The folder is the log as static files: any web server could serve it as it is.

/** Folder of the tile files in a data folder. */
export const tileFolder = (dataDir: string) => path.join(dataDir, 'tiles')

/** Bytes of one hash, or of one entry with its length, in a tile file. */
export const recordLength = (level: TileLevel) => (level === 'entries' ? 2 + 32 : 32)

const fileOf = (folder: string, tile: Tile) => path.join(folder, tilePath(tile))

/** Whether a tile's file is there. */
export async function hasTile(folder: string, tile: Tile): Promise<boolean> {
  return stat(fileOf(folder, tile)).then(
    (s) => s.isFile(),
    () => false,
  )
}

/**
 * Writes a tile once; a file that is there is never touched again. When a tile is full, its partial
 * forerunners go: they are its beginning.
 */
export async function writeTile(folder: string, tile: Tile, bytes: Buffer): Promise<void> {
  if (!(await hasTile(folder, tile))) await writeWhole(fileOf(folder, tile), bytes)
  if (tile.width === tileWidth)
    await rm(`${fileOf(folder, tile)}.p`, { recursive: true, force: true })
}

/**
 * Reads a tile of at least this width and cuts it: a narrower tile is the beginning of a wider one.
 * Out: null when no file holds it.
 */
export async function readTile(folder: string, tile: Tile): Promise<Buffer | null> {
  for (const width of await widthsAtHand(folder, tile)) {
    const bytes = await readFile(fileOf(folder, { ...tile, width })).catch(absentOnly)
    if (bytes) return bytes.subarray(0, tile.width * recordLength(tile.level))
  }
  return null
}

async function widthsAtHand(folder: string, tile: Tile): Promise<number[]> {
  if (tile.width === tileWidth) return [tileWidth]
  const partials = await readdir(`${fileOf(folder, { ...tile, width: tileWidth })}.p`).catch(
    absentOnly,
  )
  const wider = (partials ?? []).map(Number).filter((w) => w > tile.width)
  return [tile.width, tileWidth, ...wider]
}

/** The longest beginning of a tile that is at hand: the bytes of its widest partial file, or none. */
export async function beginningOf(folder: string, tile: Tile): Promise<Buffer> {
  const whole = { ...tile, width: tileWidth }
  const partials = await readdir(`${fileOf(folder, whole)}.p`).catch(absentOnly)
  const width = Math.max(0, ...(partials ?? []).map(Number).filter((w) => w <= tile.width))
  return width === 0 ? Buffer.alloc(0) : readFile(fileOf(folder, { ...tile, width }))
}

const checkpointFile = (folder: string) => path.join(folder, 'checkpoint')

/** Publishes a head: from now on `/checkpoint` answers with it. */
export function writeCheckpoint(folder: string, note: string): Promise<void> {
  return writeWhole(checkpointFile(folder), Buffer.from(note))
}

/** The head published last by this machine; null when none was. */
export function readCheckpoint(folder: string): Promise<string | null> {
  return readFile(checkpointFile(folder), 'utf8').catch(absentOnly)
}

/** All tile paths in the folder, e.g. `tile/0/000.p/17`; unfinished writes are left out. */
export async function tileFiles(folder: string): Promise<string[]> {
  const root = path.join(folder, 'tile')
  for (;;) {
    const exists = await stat(root).catch(absentOnly)
    if (!exists) return []
    // Partial tiles go while somebody looks: then the look is taken again.
    const names = await readdir(root, { recursive: true, withFileTypes: true }).catch(absentOnly)
    if (names)
      return names
        .filter((n) => n.isFile() && !n.name.endsWith('.new'))
        .map((n) => path.relative(folder, path.join(n.parentPath, n.name)))
  }
}

// Whole or not at all, and on the disk before the name shows it: a cut of power leaves no half tile.
async function writeWhole(file: string, bytes: Buffer): Promise<void> {
  const unfinished = `${file}.${process.pid}.new`
  await mkdir(path.dirname(file), { recursive: true })
  const handle = await open(unfinished, 'w', 0o644)
  try {
    await handle.writeFile(bytes)
    await handle.datasync()
  } finally {
    await handle.close()
  }
  await rename(unfinished, file)
}

function absentOnly(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null
  throw error
}
