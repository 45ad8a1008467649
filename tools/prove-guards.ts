// npm run prove:guards [-- part of a path …]
// Disables every rule in turn, in memory only, and expects a test that comes by it to fail.
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { makeTemplate, startTemporaryServer } from '#checks/database.ts'
import { fillLaw } from '#checks/fill-law.ts'
import { filesOf, isForTests } from '#checks/tree.ts'
import { findGuards } from './guards/find-guards.ts'
import type { Guard } from './guards/guard.ts'
import { parseFile, type ParsedFile } from './guards/parsed-file.ts'
import { prove, type Verdict } from './guards/prove.ts'
import { reasonPlaces } from './guards/reason-places.ts'
import { runnerOn } from './guards/runner.ts'
import { testPlaces } from './guards/test-places.ts'

const say = (sentence: string) => console.log(sentence)
const wordsOf = ({ file, line, duties, name }: Guard) =>
  [`${file}:${line}`, ...duties, name].join(' ')

const stop = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => stop.abort(new Error('已停止。')))

/** Without a wish: the rooms, and the checks every act of theirs passes. */
const wished = (name: string, wishes: readonly string[]) =>
  wishes.length > 0
    ? wishes.some((part) => name.includes(part))
    : /^(rooms|frame\/kernel)\//.test(name)

/** In: the files of the house, and parts of the paths of those whose guards are disabled. */
async function proveAll(
  files: ReadonlyMap<string, ParsedFile>,
  wishes: readonly string[],
): Promise<Verdict[]> {
  const code = [...files.values()].filter(
    ({ path }) => /^(frame|rooms)\//.test(path) && !isForTests(path),
  )
  const all = findGuards(code)
  const guards = all.filter(({ file }) => wished(file, wishes))
  if (guards.length === 0) throw new Error('没有找到把关之处。请核对所给的路径。')
  say(`· 共有 ${guards.length} 处把关，逐一停用，每次运行走到它的测试`)
  const folder = await mkdtemp(path.join(tmpdir(), 'lianguan-guards-'))
  // the database runs as another user and must pass through
  await chmod(folder, 0o755)
  const server = await startTemporaryServer()
  try {
    const databaseUrl = server.url('postgres')
    await makeTemplate(databaseUrl, fillLaw)
    const runner = runnerOn({
      folder,
      databaseUrl,
      files,
      code: new Set(code.map(({ path }) => path)),
      signal: stop.signal,
      say,
    })
    const reasonsOf = (guard: Guard) => reasonPlaces(guard, all)
    let told = 0
    return await prove(guards, testPlaces(files), reasonsOf, runner, (verdict) => {
      told += 1
      const mark = verdict.noticed ? '✓' : '✗'
      say(`${mark} [${told}/${guards.length}] ${wordsOf(verdict.guard)} — ${saidOf(verdict)}`)
    })
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

function saidOf({ noticed, passedBy, unclear }: Verdict): string {
  if (noticed) return `${path.posix.basename(noticed.test)}“${noticed.title}”`
  const hung = unclear.length > 0 ? `；没有结论：${unclear.join('、')}` : ''
  if (passedBy.length === 0) return `没有测试走到这里${hung}`
  return `停用后测试仍通过：${passedBy.slice(0, 3).join('、')}${hung}`
}

/** Out: whether every guard was noticed missing. */
async function main(): Promise<boolean> {
  const began = Date.now()
  const files = new Map(
    filesOf('{frame,rooms,law,shell,checks,tools}/**/*.ts').map(({ path, text }) => [
      path,
      parseFile(path, text),
    ]),
  )
  const verdicts = await proveAll(files, process.argv.slice(2))
  const unnoticed = verdicts.filter((v) => !v.noticed)
  if (unnoticed.length > 0) say('\n停用后无人发现：')
  for (const { guard } of unnoticed) say(`  ${wordsOf(guard)}`)
  say(`\n· 用时 ${Math.round((Date.now() - began) / 1000)} 秒`)
  say(`${verdicts.length - unnoticed.length} passed, ${unnoticed.length} failed`)
  return unnoticed.length === 0
}

try {
  process.exitCode = (await main()) ? 0 : 1
} catch (error) {
  console.error(`✗ ${(error as Error).message}`)
  process.exitCode = 1
}
