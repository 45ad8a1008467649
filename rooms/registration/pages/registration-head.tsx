import { useWord, useWords } from '#shell/language.tsx'
import { PageHead } from '#shell/parts/page-head.tsx'
import { StatusTag } from '#shell/parts/status-tag.tsx'
import { kindWords } from '../labels.ts'
import type { RegistrationStatus } from '../states.ts'
import type { RegistrationView } from '../views.ts'
import { pageWords } from './page-words.ts'
import { registrationTones } from './tones.ts'

/** The head of one registration: what it is, how far it is, and the three fields of the form that are the house's own. */
export function RegistrationHead({ view }: { view: RegistrationView }) {
  const words = useWords(pageWords)
  const word = useWord()
  const { unit } = view
  return (
    <PageHead
      title={[word(kindWords[view.kind]), view.number].filter(Boolean).join(' ')}
      tag={
        <StatusTag
          words={view.statusWords}
          tone={registrationTones[view.status as RegistrationStatus]}
        />
      }
      facts={[
        { label: words.unit, value: unit.nameZh },
        { label: word(unit.codeName), value: <span className="tabular">{unit.code}</span> },
        ...(unit.orgCode ? [{ label: words.orgCode, value: unit.orgCode }] : []),
        { label: words.unitStatus, value: word(unit.statusWords) },
        { label: words.branch, value: word(unit.branch.name) },
      ]}
    />
  )
}
