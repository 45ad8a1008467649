/**
 * Whether a text may stand as a link: an https address of a public name without a login in it, or nothing.
 * Other schemes (javascript:, data:) would run in the reader's window.
 */
export function isSafePage(text: string): boolean {
  if (text === '') return true
  if (!/^https:\/\/\S+$/i.test(text)) return false
  const url = URL.parse(text)
  return (
    url !== null &&
    url.protocol === 'https:' &&
    url.username === '' &&
    url.password === '' &&
    url.hostname.includes('.')
  )
}
