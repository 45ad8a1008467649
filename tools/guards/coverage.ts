import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

interface Range {
  startOffset: number
  endOffset: number
  count: number
}

/** What V8 writes of one script of one process. */
export interface ScriptCoverage {
  url: string
  functions: { ranges: Range[] }[]
}

const width = (range: Range) => range.endOffset - range.startOffset

/** Whether a run came by a place. In: what it wrote of the file, and the place's offset in the text. */
export function cameBy(scripts: readonly ScriptCoverage[], offset: number): boolean {
  return scripts.some(({ functions }) => {
    const around = functions
      .flatMap(({ ranges }) => ranges)
      .filter((r) => r.startOffset <= offset && offset < r.endOffset)
    // The narrowest range says how often its own stretch was run.
    const [narrowest] = around.toSorted((a, b) => width(a) - width(b))
    return (narrowest?.count ?? 0) > 0
  })
}

/**
 * Reads what a run and its children wrote into NODE_V8_COVERAGE.
 * In: that folder, the project's folder, and the files of interest. Out: by file, relative to the project.
 * Types are blanked out before V8 sees a file, so its offsets are those of the text.
 */
export async function readCoverage(
  folder: string,
  root: string,
  wanted: ReadonlySet<string>,
): Promise<Map<string, ScriptCoverage[]>> {
  const found = new Map<string, ScriptCoverage[]>()
  for (const name of await readdir(folder)) {
    const text = await readFile(path.join(folder, name), 'utf8')
    const { result } = JSON.parse(text) as { result: ScriptCoverage[] }
    for (const script of result) {
      if (!script.url.startsWith('file://')) continue
      const file = path.relative(root, fileURLToPath(script.url)).split(path.sep).join('/')
      if (wanted.has(file)) found.set(file, [...(found.get(file) ?? []), script])
    }
  }
  return found
}
