import type { ParsedFile } from './parsed-file.ts'

/** Through the list of all rooms everything reaches everything, which says nothing. */
const listOfRooms = 'rooms/house-parts.ts'

/** Every file that one file imports, directly or through others, the list of rooms aside. */
export function reachOf(start: string, files: ReadonlyMap<string, ParsedFile>): Set<string> {
  const reached = new Set<string>()
  const waiting = [start]
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop())
    for (const next of files.get(file)?.imports ?? []) {
      if (next === listOfRooms || reached.has(next)) continue
      reached.add(next)
      waiting.push(next)
    }
  return reached
}
