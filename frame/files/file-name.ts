const longest = 200

/**
 * A file's name out of a request header: percent-encoded UTF-8, with or without the `UTF-8''` of RFC 5987.
 * Folders before it, control characters and marks that turn the reading direction are taken out, because
 * a name must not pretend another ending. Out: null when no usable name is left.
 */
export function nameFromHeader(header: string | undefined): string | null {
  if (header === undefined || header.length > 2000) return null
  const encoded = header.trim().replace(/^utf-8'[^']*'/i, '')
  try {
    return cleanName(decodeURIComponent(encoded))
  } catch {
    return null
  }
}

/** The same cleaning for a name from a form. Out: null when no usable name is left. */
export function cleanName(name: string): string | null {
  const last = name.toWellFormed().split(/[\\/]/).at(-1) ?? ''
  const clean = last
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
  if (clean === '' || clean === '.' || clean === '..') return null
  return shortened(clean.normalize('NFC'))
}

// A long name is cut before its ending, which says how to open the file.
function shortened(name: string): string {
  if (name.length <= longest) return name
  const ending = /\.[^.]{1,10}$/.exec(name)?.[0] ?? ''
  return name.slice(0, longest - ending.length).toWellFormed() + ending
}
