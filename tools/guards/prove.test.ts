import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Guard } from './guard.ts'
import { prove, type Runner } from './prove.ts'
import type { TestRun } from './test-run.ts'

const guard = (name: string): Guard => ({
  file: name,
  start: 0,
  line: 1,
  duties: [],
  name,
  edit: { start: 0, end: 0, text: '' },
  asks: null,
})
const ended = (outcome: TestRun['outcome']): TestRun => ({
  outcome,
  failing: outcome === 'failed' ? 'a title' : null,
  seconds: 1,
})

/** Tests by name: how long they take, which guards they come by, how they end without them. */
function runnerOf(
  tests: Record<string, { seconds: number; by: Record<string, TestRun['outcome']> } | null>,
) {
  const runs: string[] = []
  const runner: Runner = {
    async watch(test) {
      const known = tests[test]
      runs.push(test)
      return known
        ? { test, seconds: known.seconds, cameBy: ({ file }) => known.by[file] !== undefined }
        : null
    },
    async disable({ name }, { test }) {
      runs.push(`${test} without ${name}`)
      return ended(tests[test]!.by[name]!)
    },
  }
  return { runner, runs }
}
const silent = () => {}
const none = () => []

test('the quickest test that comes by is asked first, one that fails ends the search, tests elsewhere rest', async () => {
  const { runner, runs } = runnerOf({
    slow: { seconds: 9, by: { rule: 'failed' } },
    quick: { seconds: 1, by: { rule: 'failed' } },
    passing: { seconds: 2, by: {} },
  })
  const rings = [() => ['slow', 'quick', 'passing'], () => ['far']]
  const [verdict] = await prove([guard('rule')], rings, none, runner, silent)
  assert.deepEqual(verdict?.noticed, { test: 'quick', title: 'a title' })
  assert.deepEqual(runs, ['slow', 'quick', 'passing', 'quick without rule'])
})

test('a test that saw the asked rule give a reason goes before a quicker one that did not', async () => {
  const { runner, runs } = runnerOf({
    blind: { seconds: 1, by: { rule: 'passed' } },
    seeing: { seconds: 9, by: { rule: 'failed', reason: 'passed' } },
  })
  const reasonsOf = () => [{ file: 'reason', start: 0 }]
  await prove([guard('rule')], [() => ['blind', 'seeing']], reasonsOf, runner, silent)
  assert.deepEqual(runs.slice(2), ['seeing without rule'])
})

test('tests elsewhere are asked when those beside the guard pass', async () => {
  const { runner } = runnerOf({
    near: { seconds: 1, by: { rule: 'passed' } },
    far: { seconds: 1, by: { rule: 'failed' } },
  })
  const [verdict] = await prove(
    [guard('rule')],
    [() => ['near'], () => ['far']],
    none,
    runner,
    silent,
  )
  assert.equal(verdict?.noticed?.test, 'far')
})

test('a run that is late or breaks down, or a test that fails anyway, proves nothing', async () => {
  const { runner } = runnerOf({
    late: { seconds: 1, by: { rule: 'late' } },
    broken: { seconds: 1, by: { rule: 'broken' } },
    blind: { seconds: 1, by: { rule: 'passed' } },
    red: null,
  })
  const told: string[] = []
  const rings = [() => ['late', 'broken', 'blind', 'red']]
  const [verdict] = await prove([guard('rule')], rings, none, runner, (v) =>
    told.push(v.guard.name),
  )
  assert.equal(verdict?.noticed, null)
  assert.deepEqual([verdict?.unclear, verdict?.passedBy], [['late', 'broken'], ['blind']])
  assert.deepEqual(told, ['rule'])
})
