import { readFileSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** A free loopback port, chosen by the system. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address && typeof address === 'object'
          ? resolve(address.port)
          : reject(new Error('no port')),
      )
    })
  })
}

/** Whether a process with this id lives (ours or another user's); one that only waits to be reaped does not. */
export function lives(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  return processState(pid) !== 'Z'
}

function processState(pid: number): string | null {
  try {
    return /\) (\w)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1] ?? null
  } catch {
    return null
  }
}

/**
 * The id of the PostgreSQL still running on a data folder, or null. A pid file left by a killed server
 * whose number was given to another program since is recognised by that program's command line.
 */
export async function readPostmaster(dataDir: string): Promise<number | null> {
  const text = await readFile(path.join(dataDir, 'postmaster.pid'), 'utf8').catch(() => '')
  const pid = Number(text.split('\n')[0])
  if (!Number.isInteger(pid) || pid <= 1 || !lives(pid)) return null
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => null)
  if (command !== null && !command.includes(dataDir)) {
    await rm(path.join(dataDir, 'postmaster.pid'), { force: true })
    return null
  }
  return pid
}

/** Stops an orphaned server: first in order, then at once (its log brings the data back), then for good. */
export async function stopPostmaster(dataDir: string, pid: number): Promise<void> {
  for (const [signal, patience] of [
    ['SIGINT', 8000],
    ['SIGQUIT', 5000],
    ['SIGKILL', 5000],
  ] as const) {
    try {
      process.kill(pid, signal)
    } catch {
      return
    }
    const until = Date.now() + patience
    while (Date.now() < until) {
      if (!lives(pid)) return
      await wait(50)
    }
  }
  throw new Error(
    `数据文件夹 ${dataDir} 上的旧数据库（进程 ${pid}）停不下来，请手工结束它后再启动。`,
  )
}
