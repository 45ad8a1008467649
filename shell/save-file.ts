import { errorOf, offlineError } from './call-error.ts'
import { ownMark } from './call.ts'
import { keyMark } from './shown-key.ts'

/**
 * Fetches a file that a plain link cannot, since it needs the key of a request, and hands it to the browser
 * to save. In: its address and the name to save it under. Errors: CallError.
 */
export async function saveFile(href: string, name: string): Promise<void> {
  const answer = await fetch(href, {
    headers: { ...ownMark, ...keyMark() },
    credentials: 'same-origin',
  }).catch(() => {
    throw offlineError()
  })
  if (!answer.ok) throw await errorOf(answer)
  const address = URL.createObjectURL(await answer.blob())
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // the browser has taken it over by then
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
