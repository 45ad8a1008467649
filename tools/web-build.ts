import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { glob, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')
const folder = path.join(root, 'dist/web')
const stampFile = path.join(folder, '.stamp')

/** Builds the web when its sources changed since the last build. Out: whether it built. */
export async function buildWebIfStale(say: (sentence: string) => void): Promise<boolean> {
  const stamp = await sourceStamp()
  const built = existsSync(stampFile) ? await readFile(stampFile, 'utf8') : ''
  if (built === stamp) return false
  say('正在生成网页……')
  // Built beside and then put in place: a running house and a second build must not see half of it.
  const fresh = `${folder}.${process.pid}`
  await buildAside(fresh)
  await writeFile(path.join(fresh, '.stamp'), stamp)
  await rm(folder, { recursive: true, force: true })
  await rename(fresh, folder)
  return true
}

// In a process of its own: the bundler's memory is not the server's.
function buildAside(into: string): Promise<void> {
  const vite = path.join(root, 'node_modules/vite/bin/vite.js')
  const args = [
    vite,
    'build',
    path.join(root, 'shell'),
    '--config',
    path.join(root, 'vite.config.ts'),
    '--outDir',
    into,
    '--emptyOutDir',
    '--logLevel',
    'warn',
  ]
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error('网页没有生成成功，原因见上面的说明。')),
    )
  })
}

/** Names, sizes and times of all sources: enough to see an edit, quick enough for every start. */
async function sourceStamp(): Promise<string> {
  const hash = createHash('sha256')
  const names: string[] = []
  for await (const name of glob(
    [
      '{frame,rooms,shell,law}/**/*.{ts,tsx,css,html,json,svg}',
      'vite.config.ts',
      'package-lock.json',
    ],
    { cwd: root },
  ))
    if (!name.endsWith('.test.ts')) names.push(name)
  for (const name of names.toSorted()) {
    const { size, mtimeMs } = await stat(path.join(root, name))
    hash.update(`${name} ${size} ${mtimeMs}\n`)
  }
  return hash.digest('hex')
}
