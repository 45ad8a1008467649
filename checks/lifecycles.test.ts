import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lifecyclesPage } from '#tools/generate-lifecycles.ts'
import { allLifecycles, fullAct } from './lifecycles.ts'
import { filesOf, isForTests, readText, refuseBreaches } from './tree.ts'

test('every lifecycle stands in a states.ts and is exported', async () => {
  const declared = filesOf('{frame,rooms}/**/*.ts')
    .filter(({ path }) => !isForTests(path) && path !== 'frame/kernel/lifecycle.ts')
    .flatMap(({ path, text }) => Array.from(text.matchAll(/= lifecycle\(/g), () => path))
  const found = (await allLifecycles()).map(({ file }) => file)
  assert.deepEqual(declared.toSorted(), found.toSorted())
})

test('one subject has one lifecycle, and one act one row', async () => {
  const all = await allLifecycles()
  const subjects = all.map(({ life }) => life.subject)
  assert.equal(new Set(subjects).size, subjects.length)
  const acts = all.flatMap(({ life }) => life.moves.map((move) => fullAct(life, move)))
  assert.equal(new Set(acts).size, acts.length)
})

/** Statuses that come by themselves, as `subject.status`, with what brings them. */
const byItself: Record<string, string> = {
  'file.replaced': 'a newer version in the same slot replaces the older one',
}

test('every status can be reached, and every status but an end can be left', async () => {
  const wrong: string[] = []
  for (const { life } of await allLifecycles()) {
    const creates = life.moves.some((move) => move.from === null)
    const reached = new Set(life.moves.flatMap((move) => move.to))
    const left = new Set(life.moves.flatMap((move) => move.from ?? []))
    for (const [status, words] of Object.entries(life.statuses)) {
      if (creates && !reached.has(status) && !(`${life.subject}.${status}` in byItself))
        wrong.push(`${life.subject}: nothing leads to ${status}`)
      if (creates && !words.end && !left.has(status))
        wrong.push(`${life.subject}: nothing leads out of ${status}`)
    }
  }
  refuseBreaches('a dead end:', wrong)
})

test('docs/lifecycles.md is what `npm run docs` writes now', async () => {
  assert.ok(
    readText('docs/lifecycles.md') === (await lifecyclesPage()),
    'docs/lifecycles.md is stale: run `npm run docs` and commit it',
  )
})
