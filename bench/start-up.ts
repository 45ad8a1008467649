// Start-up of the whole house: first on an empty data folder, then again. Prints figures; asserts nothing.
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { freePort } from '#frame/db/embedded-process.ts'

const root = path.resolve(import.meta.dirname, '..')
const folder = await mkdtemp(path.join(tmpdir(), 'lianguan-bench-'))

async function start(): Promise<number> {
  const port = await freePort()
  const began = performance.now()
  const child = spawn('node', ['tools/start.mjs'], {
    cwd: root,
    env: { ...process.env, DATA_DIR: folder, PORT: String(port) },
    stdio: 'ignore',
  })
  for (;;) {
    const up = await fetch(`http://127.0.0.1:${port}/readyz`).then(
      (r) => r.ok,
      () => false,
    )
    if (up) break
    if (child.exitCode !== null) throw new Error('the house did not start')
    await new Promise((go) => setTimeout(go, 20))
  }
  const took = performance.now() - began
  child.kill('SIGTERM')
  await new Promise((gone) => child.once('exit', gone))
  return took
}

const first = await start()
const later = [await start(), await start(), await start()].toSorted((a, b) => a - b)
console.log(
  `start-up until ready: first ${(first / 1000).toFixed(1)} s (demonstration filled), later median ${(later[1]! / 1000).toFixed(2)} s`,
)
await rm(folder, { recursive: true, force: true })
