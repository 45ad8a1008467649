import { showDay } from '#shell/format.ts'
import { fill, useLanguage, useWords } from '#shell/language.tsx'
import { Note } from '#shell/parts/note.tsx'
import type { CaseView } from '../views.ts'
import { pageWords } from './page-words.ts'

/** What an officer asked to be corrected, and until when; in sight while one fills it in or waits for it. */
export function CorrectionAside({ view }: { view: CaseView }) {
  const words = useWords(pageWords)
  const { language } = useLanguage()
  if (!view.correction || view.status !== 'correcting') return null
  return (
    <Note title={words.correctionTitle}>
      <p className="small">
        {fill(view.viewer === 'unit' ? words.correctionHint : words.correctionAsked, {
          day: showDay(view.correction.answerBy, language),
        })}
      </p>
      <ol>
        {view.correction.items.map((item) => (
          <li key={item.at}>
            <b>{item.where}</b>
            {'：'}
            {item.what}
          </li>
        ))}
      </ol>
    </Note>
  )
}
