import { spawn } from 'node:child_process'

/**
 * How one test file ended. `broken`: it ended in failure without a failing test, so it says nothing of a rule.
 * `late`: it was still running at the limit, which may be the machine's fault as well as the mutant's.
 */
export interface TestRun {
  outcome: 'passed' | 'failed' | 'late' | 'broken'
  /** Title of the first test that failed. */
  failing: string | null
  seconds: number
}

/** What a run needs. */
export interface TestRunOptions {
  root: string
  env: NodeJS.ProcessEnv
  limitSeconds: number
  signal: AbortSignal
  /** Ends the run at the first failing test: more of them would prove no more. */
  untilFailure: boolean
}

/** Runs one test file in a process of its own. In: the file, relative to the project. */
export function runTest(file: string, options: TestRunOptions): Promise<TestRun> {
  const began = Date.now()
  const args = ['--disable-warning=ExperimentalWarning', '--test-reporter=tap', file]
  const child = spawn(process.execPath, args, {
    cwd: options.root,
    // a run of its own, also when a test starts it
    env: { ...options.env, NODE_TEST_CONTEXT: undefined },
    stdio: ['ignore', 'pipe', 'ignore'],
    // a group of its own, so that what it started ends with it
    detached: true,
  })
  const end = () => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
    } catch {
      // it has ended by itself
    }
  }
  let late = false
  let failing: string | null = null
  let line = ''
  const limit = setTimeout(() => {
    late = true
    end()
  }, options.limitSeconds * 1000)
  options.signal.addEventListener('abort', end)
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    const lines = (line + chunk).split('\n')
    line = lines.pop() ?? ''
    failing ??= lines.map(failedTitle).find((title) => title !== null) ?? null
    if (failing !== null && options.untilFailure) end()
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      clearTimeout(limit)
      options.signal.removeEventListener('abort', end)
      const seconds = (Date.now() - began) / 1000
      if (failing !== null) resolve({ outcome: 'failed', failing, seconds })
      else if (late) resolve({ outcome: 'late', failing, seconds })
      else resolve({ outcome: code === 0 ? 'passed' : 'broken', failing, seconds })
    })
  })
}

/** The title of a test that a line of TAP says has failed. */
export function failedTitle(line: string): string | null {
  const title = /^\s*not ok \d+ - (.*)$/.exec(line)?.[1]
  return title?.replaceAll(/\\([\\#])/g, '$1') ?? null
}
