/** A fresh key for one intention of a person. `randomUUID` exists only over https, so it is made by hand. */
function newIntent(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return [...bytes].map((b) => b.toString(16).padStart(2, '0')).join('')
}

/**
 * Keeps one key per intention: the same content pressed again after a failure carries the same key, so
 * that it is one effect however often it arrives; other content, or a success, begins a new intention.
 */
export interface IntentKeeper {
  keyFor: (content: unknown) => string
  done: () => void
}

/** A keeper for one button. */
export function intentKeeper(): IntentKeeper {
  let kept: { content: string; key: string } | null = null
  return {
    keyFor(content) {
      const text = JSON.stringify(content) ?? ''
      if (kept?.content !== text) kept = { content: text, key: newIntent() }
      return kept.key
    },
    done() {
      kept = null
    },
  }
}
