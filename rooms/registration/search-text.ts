/** A part of a word as LIKE takes it: its own wildcards stand for themselves. */
export const containing = (text: string) =>
  `%${text.trim().replaceAll(/[\\%_]/g, (c) => `\\${c}`)}%`

/** Several values of one filter, with a comma between. */
export const listed = (text: string | undefined) => text?.split(',').filter(Boolean) ?? []
