import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import path from 'node:path'

/** What a suite found. */
export interface Outcome {
  passed: number
  failed: number
  skipped: number
}

const root = path.resolve(import.meta.dirname, '..')

/** With TEST_ONLY set, only tests whose name matches. */
const only = process.env['TEST_ONLY']

/** Files in one process: enough that loading the house hardly counts, few enough to spread over the cores. */
const together = 10

/**
 * Runs test files under node's test runner, as many processes at once as there are cores. In: files that need
 * a process of their own, files that may share one, the environment. Out: the sums; what a file says is
 * printed when its process ends, so that two never mix.
 */
export async function runTests(
  alone: readonly string[],
  shared: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<Outcome> {
  const runs = [...alone.map((file) => [file]), ...batches(shared)]
  const sum: Outcome = { passed: 0, failed: 0, skipped: 0 }
  const work = async () => {
    for (let files = runs.shift(); files; files = runs.shift()) {
      const found = await runTogether(files, env)
      sum.passed += found.passed
      sum.failed += found.failed
      sum.skipped += found.skipped
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, work))
  return sum
}

/** Neighbours go to different batches: a room's slow files are next to each other. */
function batches(files: readonly string[]): string[][] {
  const count = Math.ceil(files.length / together)
  const dealt = Array.from({ length: count }, (): string[] => [])
  for (const [n, file] of files.entries()) dealt[n % count]!.push(file)
  return dealt
}

function runTogether(files: readonly string[], env: NodeJS.ProcessEnv): Promise<Outcome> {
  const args = [
    '--disable-warning=ExperimentalWarning',
    // many short-lived houses in one process: fewer, larger sweeps
    '--max-semi-space-size=64',
    '--single-threaded-gc',
    ...(only ? [`--test-name-pattern=${only}`] : []),
    '--test-reporter=./tools/quiet-reporter.ts',
    '--test-reporter-destination=stdout',
    'tools/test-batch.ts',
    ...files,
  ]
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => void (said += chunk.toString('utf8')))
  return new Promise((resolve) => {
    child.on('close', (code) => {
      const sums = /(\d+) 项通过，(\d+) 项失败，(\d+) 项跳过\n/.exec(said)
      const [passed = 0, failed = 0, skipped = 0] = (sums ?? []).slice(1).map(Number)
      process.stdout.write(said.replace(sums?.[0] ?? '', ''))
      const broken = code !== 0 && failed === 0
      if (broken) console.log(`  ✗ 没有正常结束（${code ?? '被终止'}）：${files.join(' ')}`)
      resolve({ passed, failed: broken ? 1 : failed, skipped })
    })
  })
}
