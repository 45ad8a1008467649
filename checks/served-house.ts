import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from '#frame/db/embedded-process.ts'

/** The product served as `npm start` serves it, in a process of its own on a data folder of its own. */
export interface ServedHouse {
  base: string
  dataDir: string
  /** Starts the server and waits until it answers. Out: how long that took, in milliseconds. */
  start(): Promise<number>
  /** Waits until a first start has played the whole demonstration, which goes on while it serves. */
  furnished(): Promise<void>
  /** kill -9 of the server alone; its database goes on without it. */
  kill(): Promise<void>
  /** kill -9 of the embedded PostgreSQL. */
  killDatabase(): Promise<void>
  /** Ends in order, as Ctrl-C does. Out: the exit code. */
  stop(): Promise<number | null>
  pid(): number | undefined
  /** What the server printed so far. */
  said(): string
  /** Stops whatever still runs and removes the folder. */
  remove(): Promise<void>
}

const root = path.resolve(import.meta.dirname, '..')

/** A data folder and a port; nothing runs yet. In: more variables of the environment. */
export async function servedHouse(env: Record<string, string> = {}): Promise<ServedHouse> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'lianguan-served-'))
  await chmod(dataDir, 0o755)
  const port = await freePort()
  let child: ChildProcess | undefined
  let said = ''
  const gone = async () => {
    if (child && child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  }
  const postmaster = async () => {
    const text = await readFile(path.join(dataDir, 'db/postmaster.pid'), 'utf8').catch(() => '')
    return Number(text.split('\n')[0]) || null
  }
  const house: ServedHouse = {
    base: `http://127.0.0.1:${port}`,
    dataDir,
    async start() {
      const began = performance.now()
      said = ''
      child = spawnServer({ ...env, DATA_DIR: dataDir, PORT: String(port) })
      const ready = new Promise<void>((resolve, reject) => {
        for (const stream of [child!.stdout, child!.stderr])
          stream?.on('data', (chunk: Buffer) => {
            said += chunk.toString('utf8')
            if (said.includes('联管已就绪')) resolve()
          })
        child!.once('exit', () => reject(new Error(said)))
      })
      await ready
      return performance.now() - began
    },
    async furnished() {
      while (!said.includes('演示办件已全部备齐')) await wait(100)
    },
    async kill() {
      child?.kill('SIGKILL')
      await gone()
    },
    async killDatabase() {
      const pid = await postmaster()
      if (pid) process.kill(pid, 'SIGKILL')
    },
    async stop() {
      child?.kill('SIGTERM')
      await gone()
      return child?.exitCode ?? null
    },
    pid: () => child?.pid,
    said: () => said,
    async remove() {
      await house.kill()
      const pid = await postmaster()
      if (pid) process.kill(pid, 'SIGKILL')
      await rm(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
    },
  }
  return house
}

function spawnServer(env: Record<string, string>): ChildProcess {
  const args = ['--disable-warning=ExperimentalWarning', path.join(root, 'tools/serve.ts')]
  return spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, DATABASE_URL: '', PUBLIC_URL: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}
