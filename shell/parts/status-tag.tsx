import type { Words } from '#frame/kernel/lifecycle.ts'
import { useWord } from '#shell/language.tsx'
import './status-tag.css'

/**
 * How a status feels: a draft, waiting for somebody, under way, done well, needs care, refused, on hold,
 * or over. The shape differs with the tone, so that colour is never the only sign.
 */
export type Tone = 'draft' | 'wait' | 'progress' | 'ok' | 'warn' | 'danger' | 'hold' | 'end'

const shapes: Record<Tone, string> = {
  draft: 'M6 2a4 4 0 1 1 0 8 4 4 0 0 1 0-8Zm0 1.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5Z',
  wait: 'M6 2a4 4 0 1 1 0 8 4 4 0 0 1 0-8Zm0 1.5v5a2.5 2.5 0 0 0 0-5Z',
  progress: 'M6 2a4 4 0 1 1 0 8 4 4 0 0 1 0-8Z',
  ok: 'M4.9 9.6 1.9 6.6l1.1-1.1 1.9 1.9 4.1-4.1 1.1 1.1Z',
  warn: 'M6 1.2 11.2 10.4H.8Zm-.7 3.4v2.9h1.4V4.6Zm0 3.6v1.2h1.4V8.2Z',
  danger:
    'M3.2 2.1 6 4.9l2.8-2.8 1.1 1.1L7.1 6l2.8 2.8-1.1 1.1L6 7.1 3.2 9.9 2.1 8.8 4.9 6 2.1 3.2Z',
  hold: 'M2.8 2h2.2v8H2.8ZM7 2h2.2v8H7Z',
  end: 'M2 5.2h8v1.6H2Z',
}

/**
 * A status as a short word with a sign. In: the words and the tone. Put it where a person looks for
 * "how far is it": lists, page heads, time lines.
 */
export function StatusTag(props: { words: Words | string; tone: Tone; plain?: boolean }) {
  const word = useWord()
  return (
    <span className={`status-tag ${props.plain ? 'is-plain' : ''}`} data-tone={props.tone}>
      <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
        <path d={shapes[props.tone]} fill="currentColor" fillRule="evenodd" />
      </svg>
      {word(props.words)}
    </span>
  )
}
