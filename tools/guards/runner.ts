import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { seed } from '#checks/sizes.ts'
import { root } from '#checks/tree.ts'
import { cameBy, readCoverage } from './coverage.ts'
import { edited } from './guard.ts'
import type { ParsedFile } from './parsed-file.ts'
import type { Runner } from './prove.ts'
import { runTest } from './test-run.ts'

/** What the runs stand on. */
export interface RunnerOptions {
  /** Everything the runs write is left here. */
  folder: string
  /** The test server, as its superuser. */
  databaseUrl: string
  files: ReadonlyMap<string, ParsedFile>
  /** The files whose places are asked for. */
  code: ReadonlySet<string>
  signal: AbortSignal
  say: (sentence: string) => void
}

const preload = pathToFileURL(path.join(import.meta.dirname, '../mutant-source.ts')).href

/** Runs tests on one database server, each in a process of its own; the tree is never written to. */
export function runnerOn({ folder, databaseUrl, files, code, signal, say }: RunnerOptions): Runner {
  let runs = 0
  const own = {
    TEST_PG_URL: databaseUrl,
    TMPDIR: folder,
    TZ: 'UTC',
    LIANGUAN_SEED: String(seed),
  }
  const run = async (
    test: string,
    env: Record<string, string>,
    limitSeconds: number,
    untilFailure: boolean,
  ) => {
    signal.throwIfAborted()
    const all = { ...process.env, ...own, ...env }
    const done = await runTest(test, { root, env: all, limitSeconds, signal, untilFailure })
    signal.throwIfAborted()
    return done
  }
  return {
    async watch(test) {
      const written = path.join(folder, `came-by-${(runs += 1)}`)
      await mkdir(written)
      const { outcome, failing, seconds } = await run(
        test,
        { NODE_V8_COVERAGE: written },
        600,
        false,
      )
      const scripts = await readCoverage(written, root, code)
      await rm(written, { recursive: true })
      if (outcome !== 'passed') {
        say(`! ${test} 在代码未改动时就不通过，不能作证：${failing ?? outcome}`)
        return null
      }
      say(`· 看过 ${test}（${Math.round(seconds)} 秒）`)
      return { test, seconds, cameBy: ({ file, start }) => cameBy(scripts.get(file) ?? [], start) }
    },
    async disable({ file, edit }, { test, seconds }) {
      const source = path.join(folder, `mutant-${(runs += 1)}.ts`)
      await writeFile(source, edited(files.get(file)!.text, edit))
      const env = {
        NODE_OPTIONS: `${process.env['NODE_OPTIONS'] ?? ''} --import=${preload}`.trim(),
        LIANGUAN_MUTANT_URL: pathToFileURL(path.join(root, file)).href,
        LIANGUAN_MUTANT_SOURCE: source,
      }
      return run(test, env, 60 + 4 * seconds, true)
    },
  }
}
