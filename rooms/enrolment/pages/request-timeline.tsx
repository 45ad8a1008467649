import { useWord } from '#shell/language.tsx'
import { Timeline } from '#shell/parts/timeline.tsx'
import type { OwnView } from '../views.ts'

/** What happened to a request. */
export function RequestTimeline({ steps }: { steps: OwnView['steps'] }) {
  const word = useWord()
  return (
    <Timeline
      events={steps.map((step, i) => ({
        id: String(i),
        at: step.at,
        what: step.title,
        role: word(step.role),
        ...(step.name ? { who: step.name } : {}),
        ...(step.note ? { detail: <p>{word(step.note)}</p> } : {}),
      }))}
    />
  )
}
