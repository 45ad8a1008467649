import { fill, useWords } from '#shell/language.tsx'
import type { CaseView } from '../views.ts'
import { pageWords } from './page-words.ts'

/** S2-159, S2-173 the pathogens with Chinese and Latin name, hazard class and the level they need. */
export function PathogenNames({ view }: { view: Pick<CaseView, 'pathogens'> }) {
  const words = useWords(pageWords)
  return (
    <ul className="plain-list">
      {view.pathogens.map((p) => (
        <li key={`${p.id}-${p.activity}`}>
          {p.zh} <i lang="la">{p.sci}</i>{' '}
          <span className="quiet small">
            {fill(words.hazard, { n: '一二三四'[p.hazardClass - 1] ?? '' })}
            {' · '}
            {p.level ? fill(words.level, { level: p.level }) : words.pathogenNone}
          </span>
        </li>
      ))}
    </ul>
  )
}
