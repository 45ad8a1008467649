import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { readCoverage, cameBy } from './coverage.ts'
import { failedTitle, runTest } from './test-run.ts'

let folder = ''
const write = (name: string, text: string) => writeFile(path.join(folder, name), text)
before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lianguan-guards-'))
  await write('package.json', '{"type":"module"}')
  await write(
    'rule.ts',
    `export function against(n: number): string[] {
  if (n < 3) return []
  return ['过多']
}
export const never = (): string => '无人'
`,
  )
  await write(
    'rule.test.ts',
    `import assert from 'node:assert/strict'
import { test } from 'node:test'
import { against } from './rule.ts'
test('few pass', () => assert.deepEqual(against(2), []))
test('many do not, #1', () => assert.equal(against(3).length, 1))
`,
  )
})
after(() => rm(folder, { recursive: true }))

const run = (file: string, env: NodeJS.ProcessEnv = {}, limitSeconds = 60) =>
  runTest(file, {
    root: folder,
    env: { ...process.env, ...env },
    limitSeconds,
    signal: AbortSignal.timeout(60_000),
    untilFailure: true,
  })

test('a run tells where it came by, by the offsets of the text as written', async () => {
  const written = path.join(folder, 'written')
  const { outcome } = await run('rule.test.ts', { NODE_V8_COVERAGE: written })
  assert.equal(outcome, 'passed')
  const found = await readCoverage(written, folder, new Set(['rule.ts']))
  const text = `export function against(n: number): string[] {
  if (n < 3) return []
  return ['过多']
}
export const never = (): string => '无人'
`
  const at = (words: string) => cameBy(found.get('rule.ts') ?? [], text.indexOf(words))
  assert.deepEqual([at("['过多']"), at("'无人'")], [true, false])
})

test('with another source for one file the test fails by its title; the file itself stays as it is', async () => {
  await write('mutant.ts', 'export function against(n: number): string[] { return n ? [] : [] }')
  const hook = pathToFileURL(path.join(import.meta.dirname, '../mutant-source.ts')).href
  const { outcome, failing } = await run('rule.test.ts', {
    NODE_OPTIONS: `--import=${hook}`,
    LIANGUAN_MUTANT_URL: pathToFileURL(path.join(folder, 'rule.ts')).href,
    LIANGUAN_MUTANT_SOURCE: path.join(folder, 'mutant.ts'),
  })
  assert.deepEqual([outcome, failing], ['failed', 'many do not, #1'])
  assert.equal((await run('rule.test.ts')).outcome, 'passed')
})

test('a file that cannot be loaded, or hangs, is no failing test', async () => {
  await write('gone.test.ts', `import './nothing.ts'\n`)
  assert.equal((await run('gone.test.ts')).outcome, 'broken')
  await write('hang.test.ts', `setInterval(() => {}, 1000)\n`)
  assert.equal((await run('hang.test.ts', {}, 1)).outcome, 'late')
})

test('a failing line of TAP is read with its title, others are not', () => {
  assert.equal(failedTitle('not ok 2 - S2-033 too late'), 'S2-033 too late')
  assert.equal(failedTitle('    not ok 1 - inner \\#1'), 'inner #1')
  assert.equal(failedTitle('ok 1 - it is not ok 2 - really'), null)
})
