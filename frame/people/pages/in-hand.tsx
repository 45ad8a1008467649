import type { z } from 'zod'
import { dayOf } from '#shell/format.ts'
import { fill, useWord, useWords } from '#shell/language.tsx'
import type { taskLine } from '../tasks/views.ts'
import { HandOverButton } from './hand-over-button.tsx'
import { handOverWords } from './hand-over-words.ts'
import './in-hand.css'

type Task = z.output<typeof taskLine>

/**
 * Who has a subject in hand, per role, with the hand-over for whoever may. In: the subject, how people call
 * it, and its tasks as the server gives them to officers.
 */
export function InHand(props: {
  kind: string
  unitId: string
  id: string
  label: string
  tasks: readonly Task[]
}) {
  const words = useWords(handOverWords)
  const word = useWord()
  if (props.tasks.length === 0) return null
  const { kind, unitId, id, label } = props
  return (
    <div className="card case-box">
      <h2>{words.inHand}</h2>
      <dl className="in-hand">
        {props.tasks.map((task) => (
          <div key={task.role}>
            <dt>{word(task.roleWords)}</dt>
            <dd>
              <Holder task={task} />
              {task.acts.length > 0 && (
                <HandOverButton
                  kind={kind}
                  role={task.role}
                  tasks={[{ unitId, id, label, version: task.version }]}
                />
              )}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

function Holder({ task }: { task: Task }) {
  const words = useWords(handOverWords)
  const { holder, since, givenBy, reason } = task
  if (!holder || !since) return <span className="quiet">{words.nobody}</span>
  return (
    <div>
      <p>
        {holder.name} <span className="quiet small">{fill(words.since, { at: dayOf(since) })}</span>
      </p>
      {givenBy && (
        <p className="quiet small">
          {fill(words.givenBy, { name: givenBy, reason: reason ?? '' })}
        </p>
      )}
    </div>
  )
}
