import { open, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { lives } from '#frame/db/embedded-process.ts'

/**
 * Takes a data folder for this process: two servers on one folder would tear it apart.
 * In: the folder. Out: how to give it back. Errors: one sentence naming the process that has it.
 */
export async function lockDataFolder(dataDir: string): Promise<() => Promise<void>> {
  const file = path.join(dataDir, 'server.lock')
  for (let attempt = 0; attempt < 5; attempt += 1) {
    try {
      const handle = await open(file, 'wx', 0o600)
      await handle.writeFile(`${process.pid} ${await startOf(process.pid)}\n`)
      await handle.close()
      return () => rm(file, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const holder = await holderOf(file)
    if (holder)
      throw new Error(
        `数据文件夹 ${dataDir} 正由另一个联管使用（进程 ${holder}）。请先停止它，或用 DATA_DIR 指定另一个文件夹。`,
      )
    await rm(file, { force: true })
  }
  throw new Error(`数据文件夹 ${dataDir} 一直被占用，请稍后再试。`)
}

async function holderOf(file: string): Promise<number | null> {
  const [pid, started] = (await readFile(file, 'utf8').catch(() => '')).trim().split(' ')
  const number = Number(pid)
  if (!Number.isInteger(number) || number <= 1 || number === process.pid || !lives(number))
    return null
  // The number may belong to another program since; where the system tells, its start decides.
  const now = await startOf(number)
  return now !== '?' && started !== '?' && now !== started ? null : number
}

/** When a process started, in ticks since boot; '?' where the system does not tell. */
async function startOf(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '?'
}
