import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Guard } from './guard.ts'
import { parseFile } from './parsed-file.ts'
import { testPlaces } from './test-places.ts'

const texts: Record<string, string> = {
  'rooms/sample/rules.ts': 'export const rule = 1',
  'rooms/sample/rules.test.ts': '',
  'rooms/sample/papers/paper.test.ts': "import '../rules.ts'",
  'rooms/sample/papers/other.test.ts': '',
  'rooms/house-parts.ts': "import './sample/rules.ts'",
  'frame/kernel/perform.test.ts': "import '#checks/stand.ts'",
  'frame/kernel/house.test.ts': "import '#rooms/house-parts.ts'",
  'frame/kernel/types.test.ts': "import type { Rule } from '#rooms/sample/rules.ts'",
  'checks/stand.ts': "import { rule } from '#rooms/sample/rules.ts'",
  'checks/doors.test.ts': "const stand = await import('./stand.ts')",
}
const files = new Map(Object.entries(texts).map(([name, text]) => [name, parseFile(name, text)]))
const guard = { file: 'rooms/sample/rules.ts' } as Guard

test('tests stand beside a guard, in its room, in the house, or elsewhere; the further must import it', () => {
  assert.deepEqual(
    testPlaces(files).map((testsOf) => testsOf(guard)),
    [
      ['rooms/sample/rules.test.ts'],
      ['rooms/sample/papers/paper.test.ts'],
      ['frame/kernel/perform.test.ts'],
      ['checks/doors.test.ts'],
    ],
  )
})
