import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { newSigner, signerFrom, verifierFrom, type Signer } from './note.ts'
import { LedgerTrouble } from './trouble.ts'

const folderOf = (dataDir: string) => path.join(dataDir, 'keys')
const keyFile = (dataDir: string) => path.join(folderOf(dataDir), 'ledger.key')

/** Where the public key of the log lies: one line, the vkey. */
export const vkeyFile = (dataDir: string) => path.join(folderOf(dataDir), 'ledger.vkey')

/**
 * The log's signing key, made on first use. In: the data folder, the name under which a new log signs,
 * and whether one may be made: not when the database was signed by some key already, for a second key
 * would be a second history.
 * Errors: {@link LedgerTrouble} when the key is missing, unreadable or not the one of its public file.
 */
export async function openLogKey(
  dataDir: string,
  origin: string,
  mayMake: () => Promise<boolean>,
): Promise<Signer> {
  const pem = await readFile(keyFile(dataDir), 'utf8').catch(absentOnly)
  if (pem !== null) return storedKey(dataDir, pem)
  if (!(await mayMake()))
    throw new LedgerTrouble(
      `留痕已由一把密钥签名，而本机没有这把密钥。请从备份取回 ${keyFile(dataDir)} 后重新启动；在此之前本机不排序、不签名。`,
    )
  return makeKey(dataDir, origin)
}

async function storedKey(dataDir: string, pem: string): Promise<Signer> {
  const vkey = await readFile(vkeyFile(dataDir), 'utf8').catch(absentOnly)
  try {
    // The name stands in the public file: the log keeps its name when the address of the house changes.
    const signer = signerFrom(verifierFrom((vkey ?? '').trim()).name, pem)
    if (signer.vkey === vkey?.trim()) return signer
  } catch {
    // told below
  }
  throw new LedgerTrouble(
    `留痕的签名密钥 ${keyFile(dataDir)} 与公钥 ${vkeyFile(dataDir)} 对不上。请从备份成对取回这两个文件后重新启动。`,
  )
}

async function makeKey(dataDir: string, origin: string): Promise<Signer> {
  const signer = newSigner(origin)
  await mkdir(folderOf(dataDir), { recursive: true, mode: 0o700 })
  // The public file first: a key without its name could not be used after a crash in between.
  await writeFile(vkeyFile(dataDir), `${signer.vkey}\n`, { mode: 0o644 })
  await writeFile(keyFile(dataDir), signer.pem, { mode: 0o600, flag: 'wx' })
  await chmod(keyFile(dataDir), 0o600)
  return signer
}

/** Name of a new log: the host of its public address. In: PUBLIC_URL. Source: C2SP tlog-tiles, "origin". */
export function originOf(publicUrl: string): string {
  return new URL(publicUrl).host
}

function absentOnly(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}
