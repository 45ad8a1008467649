import type { House } from '#frame/house.ts'
import { builtInRanges } from './built-in-font.ts'
import { coverageOf, everyCharacter, type Coverage } from './coverage.ts'
import { mappedRanges, type CodeRange } from './font-cmap.ts'
import { readFaces } from './font-tables.ts'
import { fontsOf, type Fonts } from './fonts.ts'
import { fontFolder } from './press.ts'

// How soon an added font counts, in milliseconds; to look for one is to list a folder.
const lookEvery = 10_000

// An act loads its facts with nothing but the transaction in hand, and files are not read inside one. So
// what the fonts draw is held in the process, which serves one house.
let held: { mark: string; coverage: Coverage } | null = null

/** What papers can be set in at this moment; everything as long as no fonts have been read. */
export const coverageNow = (): Coverage => held?.coverage ?? everyCharacter

/**
 * Reads what the fonts of a house draw, its own and those an administrator added; does nothing when they
 * are those that were read last. Errors: those of the file system.
 */
export async function readCoverage(house: House): Promise<void> {
  const fonts = await fontsOf(fontFolder(house))
  if (held?.mark === fonts.mark) return
  held = { mark: fonts.mark, coverage: await coverageIn(fonts) }
}

/** What the given fonts draw together with the one built into the typesetter. */
export async function coverageIn(fonts: Pick<Fonts, 'files'>): Promise<Coverage> {
  const ranges: CodeRange[] = [...builtInRanges]
  for (const file of fonts.files)
    for (const face of await readFaces(file, 'cmap', (table) => [...mappedRanges(table)]))
      for (const range of face) ranges.push(range)
  return coverageOf(ranges)
}

/** Looks for added fonts while the house is open. Out: how to stop. */
export function keepCoverage(house: House): () => void {
  const timer = setInterval(() => void tryCoverage(house), lookEvery)
  timer.unref()
  return () => clearInterval(timer)
}

/** Reads the coverage; a folder that cannot be read is logged, and what was known before stays. */
export async function tryCoverage(house: House): Promise<void> {
  await readCoverage(house).catch((error: unknown) =>
    house.log.error({ err: { message: (error as Error).message } }, 'papers'),
  )
}
