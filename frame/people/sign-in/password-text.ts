// A password is a short text; longer input would only be a way to keep the machine busy.
export const longestPassword = 128

/** How many kinds of characters a text has: small letters, capitals, digits, signs and all others. */
export function classesOf(password: string): number {
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u]
  return kinds.filter((k) => k.test(password)).length
}
