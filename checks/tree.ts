import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** The folder of the project. */
export const root = path.resolve(import.meta.dirname, '..')

/** The folders that hold our own files. */
export const ownFolders = [
  'frame',
  'rooms',
  'shell',
  'law',
  'migrations',
  'walks',
  'checks',
  'bench',
  'tools',
  'docs',
]

/** One file of ours as text; `path` is relative to the project with forward slashes. */
export interface SourceFile {
  path: string
  text: string
}

/** Our files that match a pattern, sorted. In: a glob relative to the project. */
export function pathsOf(pattern: string | string[]): string[] {
  return globSync(pattern, { cwd: root })
    .map((name) => name.split(path.sep).join('/'))
    .filter((name) => !/(^|\/)(node_modules|dist)\//.test(name))
    .toSorted()
}

/** The same with their texts. */
export function filesOf(pattern: string | string[]): SourceFile[] {
  return pathsOf(pattern)
    .filter((name) => /\.[a-z0-9]+$/.test(name))
    .map((name) => ({ path: name, text: readText(name) }))
}

/** One file of ours. In: its path relative to the project. */
export function readText(name: string): string {
  return readFileSync(path.join(root, name), 'utf8')
}

/** Whether a path of code is test code or made for tests only. */
export function isForTests(name: string): boolean {
  return (
    /\.(test|walk)\.tsx?$/.test(name) ||
    /^(checks|walks|bench)\//.test(name) ||
    /\/(test-[a-z-]+|[a-z-]*samples?|sample-[a-z-]+|[a-z-]+-stand)\.tsx?$/.test(name) ||
    /\/(corpus|examples)\//.test(name)
  )
}

/** A file of the papers the project was specified by, where a machine has them; null elsewhere. */
export function sharedText(name: string): string | null {
  const file = path.join(root, '..', 'shared', name)
  return existsSync(file) ? readFileSync(file, 'utf8') : null
}

/** Fails with one line per breach, so that all are mended at once. In: what was broken, and where. */
export function refuseBreaches(rule: string, breaches: readonly string[]): void {
  if (breaches.length > 0)
    throw new Error(`${rule}\n${breaches.map((breach) => `  ${breach}`).join('\n')}`)
}
