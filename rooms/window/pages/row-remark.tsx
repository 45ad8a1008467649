import { Input } from 'antd'
import { useId, useState } from 'react'
import { useWords } from '#shell/language.tsx'
import { PhraseBook } from './phrase-book.tsx'
import { visitWords } from './visit-words.ts'

/**
 * What is wanting at one row: typed or taken from the phrase book. Kept when one leaves it; Enter keeps it
 * and goes on, Escape goes back to the list. In: the text as it stands.
 */
export function RowRemark(props: {
  slot: string
  text: string
  keep: (text: string) => void
  next: () => void
  back: () => void
}) {
  const words = useWords(visitWords)
  const id = useId()
  const [text, setText] = useState(props.text)

  function keep(next = text) {
    if (next.trim() !== props.text) props.keep(next.trim())
  }

  function take(phrase: string) {
    const next = text.trim() ? `${text.trim()}${phrase}` : phrase
    setText(next)
    keep(next)
  }

  return (
    <div className="row-remark">
      <label htmlFor={id}>{words.remark}</label>
      <Input.TextArea
        id={id}
        autoSize={{ minRows: 2, maxRows: 6 }}
        maxLength={300}
        value={text}
        placeholder={words.remarkHint}
        onChange={(e) => setText(e.target.value)}
        onBlur={() => keep()}
        onKeyDown={(e) => {
          // a word being composed by an input method is not finished by its Enter
          if (e.nativeEvent.isComposing) return
          if (e.key === 'Enter' && !e.shiftKey) {
            e.preventDefault()
            keep()
            props.next()
          }
          if (e.key === 'Escape') props.back()
        }}
      />
      <PhraseBook slot={props.slot} text={text.trim()} take={take} />
    </div>
  )
}
