import { spawnSync } from 'node:child_process'
import { glob } from 'node:fs/promises'
import path from 'node:path'
import { seed } from '#checks/sizes.ts'
import { makeTemplate, startTemporaryServer } from '#checks/database.ts'
import { fillLaw } from '#checks/fill-law.ts'
import { furnishOnce } from '#checks/furnished.ts'
import { startDebianPostgres } from './debian-postgres.ts'
import { ensureDebianTools } from './debian-tools.ts'
import { runTests, type Outcome } from './test-runs.ts'
import { buildWebIfStale } from './web-build.ts'

// node tools/run.mjs test|prove [suite…] [-- file…]; without names every suite runs.
const root = path.resolve(import.meta.dirname, '..')
const [mode = 'test', ...words] = process.argv.slice(2)
const split = words.indexOf('--')
const wanted = split < 0 ? words : words.slice(0, split)
const onlyFiles = split < 0 ? [] : words.slice(split + 1)
const env: NodeJS.ProcessEnv = { ...process.env, TZ: 'UTC' }
if (mode === 'prove') env['LIANGUAN_SIZES'] = 'prove'
env['LIANGUAN_SEED'] = String(seed)

const one = (ok: boolean): Outcome => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 })

function program(name: string, ...args: string[]): () => Promise<Outcome> {
  return async () => {
    const done = spawnSync(path.join(root, 'node_modules/.bin', name), args, {
      cwd: root,
      env,
      stdio: 'inherit',
    })
    return one(done.status === 0)
  }
}

async function testFiles(pattern: string): Promise<string[]> {
  const names: string[] = []
  for await (const name of glob(pattern, { cwd: root }))
    if (!name.startsWith('node_modules')) names.push(name)
  return names
    .filter((n) => onlyFiles.length === 0 || onlyFiles.some((f) => n.includes(f)))
    .toSorted()
}

// What starts servers and kills processes, or reads the whole tree, has a process to itself.
const alone = '{checks,tools}/**/*.test.ts'

/** Runs work on a PostgreSQL of its own in which the law is loaded and the demonstration furnished. */
async function onServer(
  server: { url(database: string): string; stop(): Promise<void> },
  work: (env: NodeJS.ProcessEnv) => Promise<Outcome>,
): Promise<Outcome> {
  try {
    const admin = server.url('postgres')
    await makeTemplate(admin, fillLaw)
    return await work({ ...env, TEST_PG_URL: admin })
  } finally {
    await server.stop()
  }
}

async function furnishedOn(
  given: NodeJS.ProcessEnv,
  work: (env: NodeJS.ProcessEnv) => Promise<Outcome>,
): Promise<Outcome> {
  const furnished = await furnishOnce(given['TEST_PG_URL']!)
  try {
    return await work({ ...given, ...furnished.env })
  } finally {
    await furnished.remove()
  }
}

async function unitAndRooms(): Promise<Outcome> {
  return onServer(await startTemporaryServer(), (given) =>
    furnishedOn(given, async (all) =>
      runTests(
        await testFiles(alone),
        await testFiles('{frame,rooms,law,shell}/**/*.test.ts'),
        all,
      ),
    ),
  )
}

// The rooms' tests once more on the oldest PostgreSQL we promise.
async function roomsOnDebian(): Promise<Outcome> {
  const server = await startDebianPostgres()
  if (!server) return one(!process.env['CI'])
  return onServer(server, async (given) =>
    runTests([], await testFiles('{frame,rooms}/**/*.room.test.ts'), given),
  )
}

async function walks(): Promise<Outcome> {
  await buildWebIfStale((sentence) => console.log(`· ${sentence}`))
  return onServer(await startTemporaryServer(), (given) =>
    furnishedOn(given, async (all) => runTests(await testFiles('walks/**/*.walk.ts'), [], all)),
  )
}

const suites: [string, string, () => Promise<Outcome>][] = [
  ['types', '类型', program('tsc', '-p', '.')],
  ['lint', '规范', program('oxlint', '--type-aware', '--deny-warnings')],
  ['format', '排版', program('oxfmt', '--check')],
  ['unused', '无用代码', program('knip')],
  ['tests', '规则与房间', unitAndRooms],
  ['debian', '房间（PostgreSQL 15）', roomsOnDebian],
  ['walks', '浏览器行走', walks],
]

const total: Outcome = { passed: 0, failed: 0, skipped: 0 }
console.log(`· 随机种子 ${seed}（LIANGUAN_SEED 可重现）；${mode === 'prove' ? '完整' : '小'}规模`)
ensureDebianTools()
for (const [name, title, run] of suites) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  const began = Date.now()
  console.log(`\n▶ ${title}`)
  const outcome = await run()
  total.passed += outcome.passed
  total.failed += outcome.failed
  total.skipped += outcome.skipped
  const seconds = ((Date.now() - began) / 1000).toFixed(1)
  console.log(
    `${outcome.failed ? '✗' : '✓'} ${title}：${outcome.passed} 通过 ${outcome.failed} 失败 ${outcome.skipped} 跳过（${seconds} 秒）`,
  )
}
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0)
