/**
 * A fault as the log may keep it: where in the code it happened and what broke, without what somebody
 * typed. A database puts values into its messages in quotes; addresses and long numbers go too.
 */
export function faultForLog(error: Error & { code?: unknown }) {
  const [first = '', ...more] = (error.stack ?? `${error.name}: ${error.message}`).split('\n')
  const places = more.filter((line) => line.trimStart().startsWith('at '))
  return {
    message: masked(first),
    ...(typeof error.code === 'string' ? { code: error.code } : {}),
    stack: places.map((line) => line.trim()),
  }
}

function masked(text: string): string {
  return text
    .replaceAll(/"[^"]*"|“[^”]*”|'[^']*'/g, '"…"')
    .replaceAll(/\bhttps?:\/\/\S+/g, '…')
    .replaceAll(/[^\s<>(),;:]+@[^\s<>(),;:]+/g, '…@…')
    .replaceAll(/\d{7,}/g, '…')
    .slice(0, 300)
}
