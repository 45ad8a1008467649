import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { fill, useWords } from '#shell/language.tsx'
import { editWords } from '../labels.ts'
import { readNoticeText, type ReadNotice } from '../notice-text.ts'
import type { YearNotice } from '../year-notice.ts'

/** Takes the text of a notice and fills the form from it; the person checks every line. */
export function PasteNotice(props: { year: number; take: (next: Partial<YearNotice>) => void }) {
  const words = useWords(editWords)
  const id = useId()
  const [text, setText] = useState('')
  const [read, setRead] = useState<ReadNotice | null>(null)

  function take() {
    const found = readNoticeText(text)
    setRead(found)
    const { title, number, issuedOn, holidays } = found
    props.take({
      ...(title === null ? {} : { title }),
      ...(number === null ? {} : { number }),
      ...(issuedOn === null ? {} : { issuedOn }),
      ...(holidays.length === 0 ? {} : { holidays }),
    })
  }

  return (
    <section className="card calendar-card">
      <h2>
        <label htmlFor={id}>{words.paste}</label>
      </h2>
      <p className="quiet" id={`${id}-hint`}>
        {words.pasteHint}
      </p>
      <Input.TextArea
        id={id}
        aria-describedby={`${id}-hint`}
        autoSize={{ minRows: 4, maxRows: 14 }}
        maxLength={20_000}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button disabled={text.trim() === ''} onClick={take}>
        {words.read}
      </Button>
      <output>
        {read &&
          (read.holidays.length > 0
            ? fill(words.readDone, { n: read.holidays.length })
            : words.readNone)}
      </output>
      {read && read.unread.length > 0 && (
        <>
          <p className="calendar-note">{words.unread}</p>
          <ul className="calendar-unread">
            {read.unread.map((paragraph) => (
              <li key={paragraph}>{paragraph}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
