import { Alert } from 'antd'
import { useWords } from '#shell/language.tsx'
import { WhyNot } from '#shell/parts/why-not.tsx'
import type { CaseView } from '../views.ts'
import { FormShown } from './form-shown.tsx'
import { LinesShown } from './lines-shown.tsx'
import { pageWords } from './page-words.ts'
import './licence.css'

/** The last step: what is still missing, what the law forbids, and everything as it will be filed. */
export function CheckStep({ view }: { view: CaseView }) {
  const words = useWords(pageWords)
  return (
    <div className="case-check">
      {view.warnings.length > 0 && <WhyNot reasons={view.warnings} title={words.warnings} />}
      {view.problems.length > 0 ? (
        <WhyNot reasons={view.problems} title={words.notReady} />
      ) : (
        <Alert type="success" showIcon title={words.ready} />
      )}
      <FormShown view={view} title={words.form} />
      <div>
        <h3 className="case-check-title">{words.lines}</h3>
        <LinesShown lines={view.lines} />
      </div>
    </div>
  )
}
