import { test } from 'node:test'
import { filesOf, isForTests, refuseBreaches } from './tree.ts'

/** Where the machine's own clock is meant, with the reason. */
const machineTime: Record<string, string> = {
  'frame/house.ts': 'the one place that reads the machine’s clock',
  'frame/db/embedded-process.ts': 'patience with a process, no business time',
  'frame/db/embedded.ts': 'patience with a process, no business time',
  'frame/files/content-store.ts': 'age of a file on this disk, compared with its own time stamp',
  'frame/files/sweep.ts': 'age of a file on this disk, compared with its own time stamp',
}

test('business time comes from the house, whose clock tests and walks set', () => {
  const wrong = filesOf('{frame,rooms}/**/*.{ts,tsx}')
    .filter(({ path }) => !isForTests(path) && !(path in machineTime))
    // A page only proposes a day to a person; what counts is the server's own.
    .filter(({ path }) => !path.includes('/pages/'))
    .flatMap(({ path, text }) =>
      text
        .split('\n')
        .map((line, i) => ({ line, at: `${path}:${i + 1}` }))
        .filter(({ line }) => /\bDate\.now\(\)|\bnew Date\(\)/.test(line))
        .map(({ at }) => at),
    )
  refuseBreaches('take `now` from house.clock:', wrong)
})

test('every exception to the rule of time is still needed', () => {
  const stale = filesOf('frame/**/*.ts')
    .filter(({ path }) => path in machineTime)
    .filter(({ text }) => !/\bDate\.now\(\)|\bnew Date\(\)/.test(text))
    .map(({ path }) => path)
  refuseBreaches('take it off the list in checks/time.test.ts:', stale)
})
