/** PDF white space. In: a byte. */
export const isSpace = (c: number) =>
  c === 32 || c === 10 || c === 13 || c === 9 || c === 0 || c === 12
/** A decimal digit. In: a byte. */
export const isDigit = (c: number) => c >= 48 && c <= 57
// ( ) < > [ ] { } / %
const isDelimiter = (c: number) =>
  c === 40 ||
  c === 41 ||
  c === 60 ||
  c === 62 ||
  c === 91 ||
  c === 93 ||
  c === 123 ||
  c === 125 ||
  c === 47 ||
  c === 37

/** A byte that can be part of a name, number or word. */
export const isRegular = (c: number) => !isSpace(c) && !isDelimiter(c)

/** Bytes as text, one character each. In: from and to; what lies beyond the end is left out. */
export function latin(bytes: Uint8Array, from: number, to: number): string {
  let text = ''
  for (let i = from; i < to && i < bytes.length; i++) text += String.fromCharCode(bytes[i]!)
  return text
}
