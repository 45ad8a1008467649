import { Button, Input, Select } from 'antd'
import type { Words } from '#frame/kernel/lifecycle.ts'
import { useWord, useWords } from '#shell/language.tsx'
import type { ControlProps } from './form-field.ts'
import './place-notes.css'

const noteWords = {
  where: { zh: '位置', en: 'Where' },
  addLine: { zh: '再加一项', en: 'Add' },
  drop: { zh: '去掉这一项', en: 'Remove' },
} as const

/** One thing that is wanted: where in the form, and what. */
export interface PlaceNote {
  at: string
  what: string
}

/** A list of notes, each at a place of a form: what to correct, why it was returned. */
export function PlaceNotes(
  props: ControlProps & {
    places: readonly { value: string; label: Words | string }[]
    /** What is asked at a place. */
    what: Words
  },
) {
  const words = useWords(noteWords)
  const word = useWord()
  const what = word(props.what)
  const items = (props.value as PlaceNote[] | undefined) ?? []
  const set = (n: number, part: Partial<PlaceNote>) =>
    props.change(items.map((item, i) => (i === n ? { ...item, ...part } : item)))
  return (
    <div className="place-notes" id={props.id}>
      {items.map((item, n) => (
        // oxlint-disable-next-line react/no-array-index-key -- lines have no identity of their own
        <div key={n} className="place-note">
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            aria-label={words.where}
            placeholder={words.where}
            value={item.at || null}
            options={props.places.map((p) => ({ value: p.value, label: word(p.label) }))}
            onChange={(at: string | null) => set(n, { at: at ?? '' })}
          />
          <Input.TextArea
            autoSize
            aria-label={what}
            placeholder={what}
            value={item.what}
            onChange={(e) => set(n, { what: e.target.value })}
          />
          {items.length > 1 && (
            <Button
              type="text"
              aria-label={words.drop}
              onClick={() => props.change(items.filter((_, i) => i !== n))}
            >
              ✕
            </Button>
          )}
        </div>
      ))}
      <Button size="small" onClick={() => props.change([...items, { at: '', what: '' }])}>
        {words.addLine}
      </Button>
    </div>
  )
}
