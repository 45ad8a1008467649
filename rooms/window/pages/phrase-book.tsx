import { CloseOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { fill, useWords } from '#shell/language.tsx'
import { Refusal } from '#shell/parts/refusal.tsx'
import { useAct, useRead } from '#shell/query.ts'
import { addPhraseDoor, phrasesDoor, retirePhraseDoor } from '../doors.ts'
import type { Phrase } from '../views.ts'
import { visitWords } from './visit-words.ts'

const inSight = 5

/** Sentences for this row and for any, the most used first; one's own are kept and retired here. */
export function PhraseBook(props: { slot: string; text: string; take: (text: string) => void }) {
  const words = useWords(visitWords)
  const { data } = useRead(phrasesDoor, {})
  const add = useAct(addPhraseDoor, [phrasesDoor])
  const { slot, text, take } = props
  const all = data?.rows ?? []
  const own = all.filter((p) => p.at === bookFor(slot))
  const fitting = [...own, ...all.filter((p) => p.at === null)]
  const known = all.some((p) => p.text === text)
  return (
    <div className="phrase-book">
      <p className="small quiet">{words.phrases}</p>
      <Phrases phrases={fitting.slice(0, inSight)} take={take} />
      {fitting.length > inSight && (
        <details>
          <summary>{fill(words.morePhrases, { n: fitting.length - inSight })}</summary>
          <Phrases phrases={fitting.slice(inSight)} take={take} />
        </details>
      )}
      {text.length >= 4 && !known && (
        <Button
          size="small"
          loading={add.busy}
          // the refusal is shown below
          onClick={() => void add.run({ body: { at: bookFor(slot), text } }).catch(() => undefined)}
        >
          {words.keepPhrase}
        </Button>
      )}
      {add.error && <Refusal error={add.error} />}
    </div>
  )
}

/** All fields of the form share their sentences. */
const bookFor = (slot: string) => (slot.startsWith('field.') ? 'form' : slot)

function Phrases({ phrases, take }: { phrases: readonly Phrase[]; take: (text: string) => void }) {
  const words = useWords(visitWords)
  const retire = useAct(retirePhraseDoor, [phrasesDoor])
  return (
    <ul>
      {phrases.map((phrase) => (
        <li key={phrase.id}>
          <button type="button" className="plain phrase" onClick={() => take(phrase.text)}>
            {phrase.text}
          </button>
          {phrase.own && (
            <Button
              type="text"
              size="small"
              icon={<CloseOutlined />}
              aria-label={fill(words.retirePhrase, { text: phrase.text })}
              title={fill(words.retirePhrase, { text: phrase.text })}
              // only one's own are offered, so there is nothing to refuse
              onClick={() =>
                void retire.run({ params: { id: phrase.id }, body: {} }).catch(() => undefined)
              }
            />
          )}
        </li>
      ))}
    </ul>
  )
}
