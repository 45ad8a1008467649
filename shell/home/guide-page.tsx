import { useWord } from '#shell/language.tsx'
import { DutyChip } from '#shell/parts/duty-chip.tsx'
import { PageHead } from '#shell/parts/page-head.tsx'
import { guide } from './guide-words.ts'
import './guide-page.css'

/** How to use the product, by what one wants to do; every answer stands open, so that Ctrl-F finds it. */
export function GuidePage() {
  const word = useWord()
  return (
    <div className="guide">
      <PageHead
        title={word({ zh: '使用指南', en: 'Guide' })}
        hint={word({
          zh: '按想办的事查找；灰色编号指向依据的条文。',
          en: 'By what you want to do; the grey numbers point to the source.',
        })}
      />
      <nav className="guide-contents no-print" aria-label={word({ zh: '目录', en: 'Contents' })}>
        <ol>
          {guide.map((chapter) => (
            <li key={chapter.key}>
              <a href={`#${chapter.key}`}>{word(chapter.title)}</a>
            </li>
          ))}
        </ol>
      </nav>
      <div className="guide-body">
        {guide.map((chapter) => (
          <section key={chapter.key} id={chapter.key} className="card">
            <h2>{word(chapter.title)}</h2>
            <dl>
              {chapter.answers.map((answer) => (
                <div key={answer.ask.zh}>
                  <dt>{word(answer.ask)}</dt>
                  <dd>
                    {word(answer.say)} {answer.duty && <DutyChip duty={answer.duty} />}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </div>
  )
}
