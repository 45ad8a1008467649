/**
 * The answer of every code check: the code in its normal form, or a Chinese reason that says what
 * is wrong, where, and how to mend it. The expected check character is never told: it would turn a
 * misread code into a wrong but valid one.
 */
export type CodeCheck = { ok: true; value: string } | { ok: false; code: string; message: string }

/** A code in its normal form. */
export const good = (value: string): CodeCheck => ({ ok: true, value })

/** A refusal. `code` is stable and for machines, `message` is for people. */
export const bad = (code: string, message: string): CodeCheck => ({ ok: false, code, message })

/**
 * What people paste: full-width characters, spaces, non-breaking and zero-width spaces, lower case.
 * Returns the same code without them; nothing else is changed.
 */
export const tidy = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\u200B-\u200D\uFEFF]/g, '')
    .toUpperCase()

/**
 * First place (counted from 1) whose character is not in `alphabet`, or null.
 * Counts characters, not UTF-16 halves, so that a rare character is one place.
 */
export const illegalPlace = (
  text: string,
  alphabet: string,
): { place: number; char: string } | null => {
  const chars = Array.from(text)
  const index = chars.findIndex((char) => !alphabet.includes(char))
  return index < 0 ? null : { place: index + 1, char: chars[index]! }
}
