import type { Reason } from '#frame/kernel/reason.ts'
import { useWords } from '#shell/language.tsx'
import { DutyChip } from './duty-chip.tsx'
import { whyWords } from './labels.ts'
import { usePlaceGuide } from './place-guide.ts'
import { goToPlace, hasPlace } from './place.ts'
import './why-not.css'

/**
 * All the reasons against something, each with its duty and, where it names a place on this page, a way
 * to go there. In: the reasons as the server gave them; `title` replaces the usual heading; `tone` is
 * `calm` for a disabled act and `refused` for an answer that said no.
 */
export function WhyNot(props: {
  reasons: readonly Reason[]
  title?: string | null
  tone?: 'calm' | 'refused'
  live?: boolean
}) {
  const words = useWords(whyWords)
  if (props.reasons.length === 0) return null
  const title = props.title === undefined ? words.title : props.title
  return (
    <div
      className="why-not"
      data-mood={props.tone ?? 'calm'}
      {...(props.live ? { role: 'alert' as const } : {})}
    >
      {title && <p className="why-not-title">{title}</p>}
      <ol>
        {props.reasons.map((reason) => (
          <li key={`${reason.code}-${reason.at ?? ''}-${reason.message}`}>
            <span>{reason.message}</span>
            {reason.at && <GoTo at={reason.at} label={words.goTo} />}
            {reason.duty && <DutyChip duty={reason.duty} />}
          </li>
        ))}
      </ol>
    </div>
  )
}

function GoTo({ at, label }: { at: string; label: string }) {
  const guide = usePlaceGuide()
  return (
    <button
      type="button"
      className="plain why-not-go"
      // whether there is such a place is known when the page stands
      ref={(button) => {
        if (button) button.hidden = !hasPlace(at) && !guide?.leads(at)
      }}
      onClick={() => (hasPlace(at) ? goToPlace(at) : guide?.go(at))}
    >
      {label}
    </button>
  )
}
