import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

/** A second server's workers in a process of their own, so that a test can end it without warning. */
export interface WorkerProcess {
  /** kill -9, and waits until it is gone. */
  kill(): Promise<void>
}

const program = `
  const { default: pino } = await import('pino')
  const { readConfig } = await import('#frame/config.ts')
  const { openHouse } = await import('#frame/open-house.ts')
  const { startWorkers } = await import('#frame/jobs/worker.ts')
  await import('#frame/notify/part.ts')
  const { house } = openHouse({
    config: readConfig(process.env),
    databaseUrl: process.env.DATABASE_URL,
    log: pino({ level: 'silent' }),
    connections: 6,
  })
  await startWorkers(house)
  process.send('ready')
`

/** Starts the workers of the product on a database. In: variables such as DATABASE_URL and SMTP_URL. */
export async function startWorkerProcess(env: Record<string, string>): Promise<WorkerProcess> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    cwd: path.resolve(import.meta.dirname, '..'),
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  await once(child, 'message')
  return {
    async kill() {
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}
