import assert from 'node:assert/strict'
import { test } from 'node:test'
import duties from '#law/duties.json' with { type: 'json' }
import { dutiesPage } from '#tools/generate-duties.ts'
import { dutiesIn, rangesIn, scanDuties, testedDuties, testFiles, titlesOf } from './duty-scan.ts'
import { finishedSubjects } from './finished-duties.ts'
import { filesOf, readText, refuseBreaches } from './tree.ts'

const places = scanDuties()
const tests = testFiles()

test('a finished duty has code and a test, or an honest reason', () => {
  const wrong = finishedSubjects.flatMap(({ folder, duties: listed, reasons }) =>
    listed.flatMap((duty) => {
      const found = places.get(duty)
      if (!found) return [`${folder}: ${duty} is no duty`]
      const lacks = [
        ...(found.code.length > 0 ? [] : ['code']),
        ...(found.tests.length > 0 ? [] : ['test']),
      ]
      return lacks.length > 0 && !reasons[duty]
        ? [`${folder}: ${duty} has no ${lacks.join(' and no ')}`]
        : []
    }),
  )
  refuseBreaches('finished, but:', wrong)
})

test('a reason is given only where code or test is missing', () => {
  const idle = finishedSubjects.flatMap(({ folder, duties: listed, reasons }) =>
    Object.keys(reasons)
      .filter((duty) => {
        const found = places.get(duty)
        return !listed.includes(duty) || (found?.code.length && found.tests.length)
      })
      .map((duty) => `${folder}: ${duty}`),
  )
  refuseBreaches('take the reason away:', idle)
  const all = finishedSubjects.flatMap((subject) => subject.duties)
  assert.equal(new Set(all).size, all.length, 'a duty is finished in one place')
})

test('every duty that code or a test names exists', () => {
  const known = new Set(duties.duties.map((duty) => duty.id))
  const files = [
    ...filesOf(['{frame,rooms,shell,tools}/**/*.{ts,tsx,typ}', 'migrations/*.sql']),
    ...tests,
  ].filter(({ path }) => !path.startsWith('checks/'))
  const wrong = files.flatMap(({ path, text }) =>
    dutiesIn(text)
      .filter((duty) => !known.has(duty))
      .map((duty) => `${path}: ${duty}`),
  )
  refuseBreaches('no such duty:', [...new Set(wrong)])
})

test("a test's title names at most three duties, and no range of them", () => {
  const wrong = tests.flatMap(({ path, text }) =>
    titlesOf(text)
      .filter((title) => dutiesIn(title).length > 3 || rangesIn(title).length > 0)
      .map((title) => `${path}: ${title}`),
  )
  refuseBreaches('one test, one thing:', wrong)
})

test('a range of duties counts for nothing, single numbers and rows of a table count', () => {
  assert.deepEqual(dutiesIn('// S2-160…189 each slot'), [])
  assert.deepEqual(dutiesIn('S1-023–041, S1-025 to S1-040, S2-028..S2-034, S2-028-034'), [])
  assert.deepEqual(dutiesIn("duty: 'S2-151' and S2-152、S2-153"), ['S2-151', 'S2-152', 'S2-153'])
  assert.deepEqual(testedDuties("test('S2-033 a notice', () => {})"), ['S2-033'])
  assert.deepEqual(testedDuties('// S2-033\ntest("a notice", run)'), [])
  const table =
    "const rows = [['S2-073', 'x']]\nfor (const { duty } of rows) test(`${duty} is asked`, run)"
  assert.deepEqual(testedDuties(table), ['S2-073'])
})

test('docs/duties.md is what `npm run docs` writes now', () => {
  assert.ok(
    readText('docs/duties.md') === dutiesPage(),
    'docs/duties.md is stale: run `npm run docs` and commit it',
  )
})
