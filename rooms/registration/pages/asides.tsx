import { paperHref } from '#frame/papers/doors.ts'
import { showDay } from '#shell/format.ts'
import { fill, useLanguage, useWords } from '#shell/language.tsx'
import { LinkButton } from '#shell/parts/link-button.tsx'
import { Note } from '#shell/parts/note.tsx'
import { PaperList } from '#shell/parts/paper-list.tsx'
import type { RegistrationView } from '../views.ts'
import { pageWords } from './page-words.ts'

/** Why it was returned, in sight while one mends it. */
export function Returned({ view }: { view: RegistrationView }) {
  const words = useWords(pageWords)
  if (view.status !== 'returned' || view.remarks.length === 0) return null
  return (
    <Note title={words.remarksTitle}>
      {view.viewer === 'unit' && <p className="small">{words.remarksHint}</p>}
      <ol>
        {view.remarks.map((remark) => (
          <li key={remark.at + remark.what}>
            <b>{remark.where}</b>
            {'：'}
            {remark.what}
          </li>
        ))}
      </ol>
    </Note>
  )
}

/** S2-024 until when the originals are to be shown, and how to come. */
export function HandIn({ view }: { view: RegistrationView }) {
  const words = useWords(pageWords)
  const { language } = useLanguage()
  if (view.status !== 'awaiting' || !view.handInBy) return null
  const text = view.overdue ? words.handInLate : words.handInText
  return (
    <Note title={words.handInTitle} tone={view.overdue ? 'danger' : 'calm'}>
      <p className="small">{fill(text, { day: showDay(view.handInBy, language) })}</p>
      {view.viewer === 'unit' && (
        <LinkButton to={`/window/book/${view.id}`}>{words.book}</LinkButton>
      )}
    </Note>
  )
}

/** The papers of the registration. */
export function Papers({ view }: { view: RegistrationView }) {
  const words = useWords(pageWords)
  return (
    <div className="card case-box">
      <h2>{words.papers}</h2>
      <PaperList papers={view.papers} href={paperHref} />
    </div>
  )
}
