import { keyHeader } from '#frame/people/key-header.ts'

let shown: string | null = null

/**
 * Shows the key of one request with every call of this window, for somebody who has no account yet. In: the
 * key, or null to put it away. Each window has its own.
 */
export function showKey(key: string | null): void {
  shown = key
}

/** Whether a key is being shown: then a plain link cannot fetch what only its holder may see. */
export function isKeyShown(): boolean {
  return shown !== null
}

/** The header that shows it; empty when there is none. */
export function keyMark(): Record<string, string> {
  return shown === null ? {} : { [keyHeader]: shown }
}
