import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, stat } from 'node:fs/promises'
import path from 'node:path'
import { sha256Hex } from './frozen.ts'

const folderOf = (dataDir: string, sha256: string) =>
  path.join(dataDir, 'papers', sha256.slice(0, 2))
const fileOf = (dataDir: string, sha256: string) =>
  path.join(folderOf(dataDir, sha256), `${sha256}.pdf`)

/** Keeps a signed file under its own hash, on disk before it returns. Out: SHA-256 in hex. */
export async function keepPaper(dataDir: string, pdf: Buffer): Promise<string> {
  const sha256 = sha256Hex(pdf)
  const file = fileOf(dataDir, sha256)
  if (await stat(file).catch(() => null)) return sha256
  const folder = folderOf(dataDir, sha256)
  await mkdir(folder, { recursive: true })
  const draft = path.join(folder, `.${randomUUID()}`)
  await onDisk(draft, 'wx', (handle) => handle.writeFile(pdf))
  await rename(draft, file)
  // the name, too, must survive a power cut: the row that follows speaks of it
  await onDisk(folder, 'r', async () => {})
  return sha256
}

async function onDisk(
  at: string,
  flags: string,
  work: (handle: Awaited<ReturnType<typeof open>>) => Promise<void>,
): Promise<void> {
  const handle = await open(at, flags, 0o640)
  try {
    await work(handle)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Why a kept paper cannot be handed out; for the log. */
export class PaperLost extends Error {}

/** Whether a file is kept as it was. In: the hash it was kept under. */
export async function onDiskAs(
  dataDir: string,
  sha256: string,
): Promise<'kept' | 'altered' | 'gone'> {
  const pdf = await bytesOf(dataDir, sha256)
  if (!pdf) return 'gone'
  return sha256Hex(pdf) === sha256 ? 'kept' : 'altered'
}

const bytesOf = (dataDir: string, sha256: string) =>
  readFile(fileOf(dataDir, sha256)).catch(() => null)

/** A kept file, checked against its hash. Errors: {@link PaperLost} when it is gone or not what it was. */
export async function keptPaper(dataDir: string, sha256: string): Promise<Buffer> {
  const pdf = await bytesOf(dataDir, sha256)
  if (!pdf) throw new PaperLost(`paper ${sha256} is not on disk`)
  if (sha256Hex(pdf) !== sha256) throw new PaperLost(`paper ${sha256} was altered on disk`)
  return pdf
}
