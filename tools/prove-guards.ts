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
import { reachOf } from './guards/import-reach.ts'
import { parseFile } from './guards/parsed-file.ts'
import { prove, type Verdict } from './guards/prove.ts'
import { runnerOn } from './guards/runner.ts'

const began = Date.now()
const asked = process.argv.slice(2)
const files = new Map(
  filesOf('{frame,rooms,law,shell,checks,tools}/**/*.ts').map(({ path, text }) => [
    path,
    parseFile(path, text),
  ]),
)
const tests = [...files.keys()].filter((name) => name.endsWith('.test.ts'))
const reached = new Map(tests.map((test) => [test, reachOf(test, files)]))
const code = [...files.values()].filter(
  ({ path }) => /^(frame|rooms)\//.test(path) && !isForTests(path),
)
// Without a wish: the rooms, and the checks every act of theirs passes.
const wanted = code.filter(({ path }) =>
  asked.length > 0
    ? asked.some((part) => path.includes(part))
    : /^(rooms|frame\/kernel)\//.test(path),
)
const guards = findGuards(wanted, code)
const guarded = new Set(guards.map(({ file }) => file))

const folderOf = (name: string) => path.posix.dirname(name)
const roomOf = (name: string) => name.split('/').slice(0, 2).join('/')
/** Where tests of a guard may stand, the likeliest place first; the next is asked when none here notices. */
const places: ((test: string, { file }: Guard) => boolean)[] = [
  (test, { file }) => folderOf(test) === folderOf(file),
  (test, { file }) => roomOf(test) === roomOf(file),
  (test) => /^(rooms|frame)\//.test(test),
  () => true,
]
const placeOf = (test: string, guard: Guard) => places.findIndex((fits) => fits(test, guard))
const rings = places.map(
  (_, n) => (guard: Guard) =>
    tests.filter(
      (test) => placeOf(test, guard) === n && (n === 0 || reached.get(test)?.has(guard.file)),
    ),
)

const stop = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => stop.abort(new Error('已停止。')))

let told = 0
const wordsOf = ({ file, line, duties, name }: Guard) =>
  [`${file}:${line}`, ...duties, name].join(' ')

function tell(verdict: Verdict): void {
  told += 1
  const { guard, noticed } = verdict
  const said = noticed
    ? `${path.posix.basename(noticed.test)}“${noticed.title}”`
    : whyUnnoticed(verdict)
  console.log(`${noticed ? '✓' : '✗'} [${told}/${guards.length}] ${wordsOf(guard)} — ${said}`)
}

function whyUnnoticed({ guard, passedBy, unclear }: Verdict): string {
  if (guard.edit === null) return '不知道怎样停用它：请把理由放进数组，或给函数标明返回类型'
  const hung = unclear.length > 0 ? `；没有结论：${unclear.join('、')}` : ''
  if (passedBy.length === 0) return `没有测试走到这里${hung}`
  return `停用后测试仍通过：${passedBy.slice(0, 3).join('、')}${hung}`
}

async function proveAll(): Promise<Verdict[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lianguan-guards-'))
  // the database runs as another user and must pass through
  await chmod(folder, 0o755)
  const server = await startTemporaryServer()
  try {
    await makeTemplate(server.url('postgres'), fillLaw)
    const runner = runnerOn({
      folder,
      databaseUrl: server.url('postgres'),
      files,
      guarded,
      signal: stop.signal,
      say: (sentence) => console.log(sentence),
    })
    return await prove(guards, rings, runner, tell)
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

console.log(`· ${guarded.size} 个文件中有 ${guards.length} 处把关，逐一停用，每次运行走到它的测试`)
try {
  const verdicts = guards.length > 0 ? await proveAll() : []
  const unnoticed = verdicts.filter((v) => !v.noticed)
  if (unnoticed.length > 0) console.log('\n停用后无人发现：')
  for (const { guard } of unnoticed) console.log(`  ${wordsOf(guard)}`)
  if (guards.length === 0) console.error('✗ 没有找到把关之处。请核对所给的路径。')
  console.log(`\n· 用时 ${Math.round((Date.now() - began) / 1000)} 秒`)
  console.log(`${verdicts.length - unnoticed.length} passed, ${unnoticed.length} failed`)
  process.exitCode = unnoticed.length > 0 || guards.length === 0 ? 1 : 0
} catch (error) {
  console.error(`✗ ${(error as Error).message}`)
  process.exitCode = 1
}
