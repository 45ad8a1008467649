import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findGuards } from './find-guards.ts'
import { parseFile } from './parsed-file.ts'
import { reasonPlaces } from './reason-places.ts'

const kernel = parseFile(
  'frame/kernel/reason.ts',
  'export function reason(code: string): Reason { return { code } }',
)
const rules = parseFile(
  'rooms/sample/rules.ts',
  `import { reason } from '#frame/kernel/reason.ts'
   export function whole(n: number): Reason[] { return [...half(n), ...(n > 9 ? [reason('many')] : [])] }
   function half(n: number): Reason[] { return n % 2 ? [...whole(n - 1), reason('odd')] : [] }
   function other(): Reason[] { return [reason('other')] }`,
)
const act = parseFile(
  'rooms/sample/act.ts',
  `import { whole } from './rules.ts'
   export const ready = (n: number) => [...whole(n)]`,
)

test('the reasons of an asked rule are its own and those of the rules it asks, however they turn', () => {
  const guards = findGuards([kernel, rules, act])
  const asking = guards.find(({ file }) => file === 'rooms/sample/act.ts')!
  const names = reasonPlaces(asking, guards).map((place) => guards.find((g) => g === place)?.name)
  assert.deepEqual(new Set(names), new Set(["reason('many')", "reason('odd')"]))
  const given = guards.find(({ name }) => name === "reason('odd')")!
  assert.deepEqual(reasonPlaces(given, guards), [])
})
