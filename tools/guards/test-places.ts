import path from 'node:path'
import type { Guard } from './guard.ts'
import { reachOf } from './import-reach.ts'
import type { ParsedFile } from './parsed-file.ts'

const folderOf = (name: string) => path.posix.dirname(name)
const roomOf = (name: string) => name.split('/').slice(0, 2).join('/')

/** Where tests of a guard may stand, the likeliest place first. */
const places: ((test: string, guard: Guard) => boolean)[] = [
  (test, { file }) => folderOf(test) === folderOf(file),
  (test, { file }) => roomOf(test) === roomOf(file),
  (test) => /^(rooms|frame)\//.test(test),
  () => true,
]

/**
 * The tests that may come by a guard, by places: all that stand beside it, those elsewhere only when they
 * import its file, directly or through others.
 */
export function testPlaces(files: ReadonlyMap<string, ParsedFile>): ((guard: Guard) => string[])[] {
  const tests = [...files.keys()].filter((name) => name.endsWith('.test.ts'))
  const reached = new Map(tests.map((test) => [test, reachOf(test, files)]))
  const placeOf = (test: string, guard: Guard) => places.findIndex((fits) => fits(test, guard))
  return places.map(
    (_, n) => (guard) =>
      tests.filter(
        (test) => placeOf(test, guard) === n && (n === 0 || reached.get(test)?.has(guard.file)),
      ),
  )
}
