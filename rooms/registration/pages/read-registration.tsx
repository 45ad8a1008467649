import { useWord, useWords } from '#shell/language.tsx'
import { ActBar } from '#shell/parts/act-bar.tsx'
import { CaseFrame, type CaseSection } from '#shell/parts/case-frame.tsx'
import { Timeline } from '#shell/parts/timeline.tsx'
import { WhyNot } from '#shell/parts/why-not.tsx'
import type { RegistrationView } from '../views.ts'
import { HandIn, Papers, Returned } from './asides.tsx'
import { ChangeItems } from './change-items.tsx'
import { DatesShown, RegistrationDocuments } from './documents.tsx'
import { FormShown } from './form-shown.tsx'
import { pageWords } from './page-words.ts'
import { useRegistrationActs } from './registration-acts.ts'
import { RegistrationHead } from './registration-head.tsx'
import './registration.css'

/** One registration as submitted: review, form with what differs, documents, acts and history. */
export function ReadRegistration({ view }: { view: RegistrationView }) {
  const words = useWords(pageWords)
  const word = useWord()
  const acts = useRegistrationActs(view)
  const asked = view.status === 'asked' || view.status === 'declined'
  const sections: CaseSection[] = [
    { key: 'form', title: words.form, body: <FormShown view={view} /> },
    {
      key: 'documents',
      title: words.documents,
      body: (
        <>
          <RegistrationDocuments view={view} />
          <DatesShown view={view} />
        </>
      ),
    },
  ]
  if (view.kind === 'change')
    sections.unshift({ key: 'changes', title: words.changes, body: <ChangeItems view={view} /> })
  if (view.viewer === 'officer' && !asked)
    sections.unshift({
      key: 'review',
      title: words.review,
      marks: view.warnings.length,
      body: (
        <div className="registration-review">
          {view.warnings.length > 0 ? (
            <WhyNot reasons={view.warnings} title={words.warnings} />
          ) : (
            <p className="quiet">{words.noWarnings}</p>
          )}
        </div>
      ),
    })
  return (
    <CaseFrame
      head={<RegistrationHead view={view} />}
      sections={sections}
      acts={<ActBar {...acts} />}
      aside={
        <>
          <Returned view={view} />
          <HandIn view={view} />
          <Papers view={view} />
        </>
      }
      timeline={
        <Timeline
          events={view.steps.map((step, i) => ({
            id: String(i),
            at: step.at,
            what: step.title,
            role: step.role,
            ...(step.name ? { who: step.name } : {}),
            detail: (
              <>
                {step.notePublic && <p>{word(step.notePublic)}</p>}
                {step.noteInner && <p className="quiet">{word(step.noteInner)}</p>}
              </>
            ),
          }))}
        />
      }
    />
  )
}
