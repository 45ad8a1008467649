// Plain JavaScript on purpose: it runs under whatever Node ≥ 20 the machine has, before anything is installed.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

export const root = path.resolve(
  import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname),
  '..',
)
const pinned = path.join(root, 'node_modules/.bin/node')
const mark = path.join(root, 'node_modules/.lianguan-installed')

/** Says one sentence and ends. */
export function fail(sentence) {
  console.error(`\n✗ ${sentence}`)
  process.exit(1)
}

export function say(sentence) {
  console.log(`· ${sentence}`)
}

/** Installs the pinned packages when they are missing or another lock file was installed. */
export function ensureInstalled() {
  const major = Number(process.versions.node.split('.')[0])
  if (major < 20) fail(`需要 Node 20 以上，现在是 ${process.versions.node}。请先升级 Node。`)
  const lock = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex')
  if (existsSync(mark) && readFileSync(mark, 'utf8') === lock && existsSync(pinned)) return
  say('正在安装依赖（首次约一分钟）……')
  // Not `npm ci`: it refuses a lock without the programs of other platforms, which not every registry has.
  const npm = spawnSync(
    'npm',
    ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: root,
      stdio: 'inherit',
    },
  )
  if (npm.status !== 0) fail('依赖没有装上。请检查网络和 npm 设置后重试，上面是 npm 的说明。')
  verifyBinaries()
  writeFileSync(mark, lock)
}

function verifyBinaries() {
  const node = spawnSync(pinned, ['--version'], { encoding: 'utf8' })
  if (node.status !== 0 || !node.stdout.startsWith('v24.'))
    fail('依赖中的 Node 24 不能运行。若 npm 禁止了安装脚本，请执行 npm rebuild node 后重试。')
}

/** Runs a program of the project under the pinned Node; its exit code is ours. */
export function runPinned(args, options = {}) {
  const env = {
    ...process.env,
    // compiled modules are kept: the next process does not compile them again
    NODE_COMPILE_CACHE: path.join(root, '.cache/compiled'),
    ...options.env,
    PATH: `${path.join(root, 'node_modules/.bin')}${path.delimiter}${process.env.PATH}`,
  }
  return spawn(pinned, ['--disable-warning=ExperimentalWarning', ...args], {
    cwd: options.cwd ?? root,
    env,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
}

/** Waits for a child while Ctrl-C and SIGTERM are its to handle; ends with its exit code. */
export function becomeChild(child) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => {
      // In a terminal the child has had Ctrl-C itself; a second one must not hurry it.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
    })
  // npm's shell may be ended without passing the signal on: with its parent gone, the child ends too.
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) child.kill('SIGTERM')
  }, 500).unref()
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
}
