import { useWord, useWords } from '#shell/language.tsx'
import { Note } from '#shell/parts/note.tsx'
import { fieldsOf } from '../forms.ts'
import { slotOf } from '../slots.ts'
import type { OwnView } from '../views.ts'
import { pageWords } from './page-words.ts'

/** S2-066 why a request came back or was refused, in sight while one mends it. */
export function Remarks({ view }: { view: Pick<OwnView, 'kind' | 'status' | 'remarks'> }) {
  const words = useWords(pageWords)
  const word = useWord()
  const refused = view.status === 'refused'
  if (view.remarks.length === 0 || (!refused && view.status !== 'returned')) return null
  const slot = slotOf[view.kind]
  const titleOf = (at: string) =>
    at === `slot.${slot.code}`
      ? word(slot.title)
      : word(fieldsOf(view.kind).find((f) => f.name === at)?.title ?? words.wholeForm)
  return (
    <Note
      title={refused ? words.refusedTitle : words.returnedTitle}
      tone={refused ? 'danger' : 'warn'}
    >
      {!refused && <p className="small">{words.returnedHint}</p>}
      <ol>
        {view.remarks.map(({ at, what }) => (
          <li key={at + what}>
            {!refused && (
              <>
                <b>{titleOf(at)}</b>
                {'：'}
              </>
            )}
            {what}
          </li>
        ))}
      </ol>
    </Note>
  )
}
