import type { CodeRange } from './font-cmap.ts'

/** The code points that some font of the papers can draw. */
export interface Coverage {
  has(codePoint: number): boolean
}

/** Nothing is known of the fonts: everything counts as drawn, and the typesetter has the last word. */
export const everyCharacter: Coverage = { has: () => true }

/** The coverage of fonts together. In: the ranges of each. */
export function coverageOf(ranges: Iterable<CodeRange>): Coverage {
  const bits = new Uint8Array(0x110000 / 8)
  for (const [first, last] of ranges)
    for (let code = first; code <= last; code++)
      bits[code >> 3] = (bits[code >> 3] ?? 0) | (1 << (code & 7))
  return { has: (code) => ((bits[code >> 3] ?? 0) & (1 << (code & 7))) !== 0 }
}

// Ends of lines are set as space, and what Unicode calls default-ignorable has no drawing by nature
// (joiners, selectors of a variant); the typesetter asks no font for either.
const needsNoDrawing = /[\t-\r\u0085\u2028\u2029\u205f\p{Default_Ignorable_Code_Point}]/u

// a letter with the marks upon it
const letters = /\P{M}\p{M}*|\p{M}+/gu

/**
 * The characters of a text for which no font of the papers has a drawing, each once. In: the text as it
 * will be printed. As for the typesetter, a letter with its marks counts when the fonts have either these
 * or the composed letter, and a compatibility ideograph when they have the one it stands for.
 */
export function charactersWithout(coverage: Coverage, text: string): string[] {
  const undrawn = (character: string) =>
    !coverage.has(character.codePointAt(0) ?? 0) && !needsNoDrawing.test(character)
  // an item list has tens of thousands of texts, and nearly all are in order
  if (!Array.from(text).some(undrawn)) return []
  const missing = (text.match(letters) ?? [])
    .filter((letter) => Array.from(letter).some(undrawn))
    .flatMap((letter) => Array.from(letter.normalize('NFC')).filter(undrawn))
  return [...new Set(missing)]
}

/** A character by its number, as code charts write it: U+20BB7. */
export function codePointOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
