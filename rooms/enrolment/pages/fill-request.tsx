import { useWord, useWords } from '#shell/language.tsx'
import { SubjectFiles } from '#frame/files/pages/subject-files.tsx'
import { showInstant } from '#shell/format.ts'
import { ActBar } from '#shell/parts/act-bar.tsx'
import { Clashes } from '#shell/parts/clashes.tsx'
import { ConfirmLeave } from '#shell/parts/confirm-leave.tsx'
import { DraftSaved } from '#shell/parts/draft-saved.tsx'
import { PageHead } from '#shell/parts/page-head.tsx'
import { WhyNot } from '#shell/parts/why-not.tsx'
import { WizardFrame, type WizardStep } from '#shell/parts/wizard-frame.tsx'
import { fieldsOf, type EnrolmentFieldName } from '../forms.ts'
import { kindWords, valueWords } from '../labels.ts'
import { slotOf } from '../slots.ts'
import type { OwnView } from '../views.ts'
import { DownloadForm } from './download-form.tsx'
import { FormShown } from './form-shown.tsx'
import { OwnFields } from './own-fields.tsx'
import { pageWords } from './page-words.ts'
import { Remarks } from './remarks.tsx'
import { StatusOf } from './status-of.tsx'
import { useOwnActs } from './own-acts.ts'
import { useRequestDraft } from './use-request-draft.ts'

/** S2-064 the request being filled in, by whoever holds its key. */
export function FillRequest({ view }: { view: OwnView }) {
  const words = useWords(pageWords)
  const word = useWord()
  const { draft, clashes, settle } = useRequestDraft(view)
  const acts = useOwnActs(view, draft.flush)
  const { form } = draft.values
  const person = view.kind === 'person'
  const fields = fieldsOf(view.kind)
  const slot = `slot.${slotOf[view.kind].code}`
  const missing = (at: (place: string) => boolean) =>
    view.problems.filter((p) => at(p.at ?? '')).length
  const asked = (at: (place: string) => boolean) =>
    view.status === 'returned' ? view.remarks.filter((r) => at(r.at)).length : 0
  const partStep = (key: 'who' | 'contact', title: string): WizardStep => {
    const own = fields.filter((f) => f.part === key)
    const holds = (at: string) => own.some((f) => f.name === at)
    return {
      key,
      title,
      missing: missing(holds),
      asked: asked(holds),
      holds,
      body: <OwnFields view={view} fields={own} form={form} change={draft.change} />,
    }
  }
  const steps: WizardStep[] = [
    partStep('who', person ? words.stepPerson : words.stepUnit),
    partStep('contact', words.stepContact),
    {
      key: 'document',
      title: person ? words.stepCopy : words.stepForm,
      hint: person ? undefined : words.stepFormHint,
      missing: missing((at) => at === slot),
      asked: asked((at) => at === slot),
      holds: (at) => at === slot,
      body: (
        <>
          {!person && <DownloadForm view={view} before={draft.flush} />}
          <SubjectFiles subject="enrolment" subjectId={view.id} />
        </>
      ),
    },
    { key: 'submit', title: words.stepSubmit, missing: null, body: <CheckStep view={view} /> },
  ]
  return (
    <>
      <ConfirmLeave unsaved={draft.status.state !== 'saved'} save={draft.flush} />
      <WizardFrame
        head={
          <PageHead
            title={view.number ?? words.own}
            tag={<StatusOf view={view} />}
            facts={[
              { label: words.kind, value: word(kindWords[view.kind]) },
              ...(view.keptUntil
                ? [{ label: words.keptUntil, value: showInstant(view.keptUntil) }]
                : []),
            ]}
          />
        }
        aside={<Remarks view={view} />}
        steps={steps}
        {...startOf(view, steps)}
        leave={() => void draft.flush()}
        saved={
          <>
            <Clashes
              clashes={clashes}
              form={form}
              titleOf={(name) => fields.find((f) => f.name === name)?.title ?? name}
              shown={(name, value) => valueWords(name as EnrolmentFieldName, value)}
              settle={settle}
            />
            <DraftSaved status={draft.status} retry={() => void draft.flush()} />
          </>
        }
        finish={<ActBar layout="row" {...acts} />}
      />
    </>
  )
}

function CheckStep({ view }: { view: OwnView }) {
  const words = useWords(pageWords)
  return (
    <div className="enrol-check">
      {view.problems.length > 0 ? (
        <WhyNot reasons={view.problems} title={words.notReady} />
      ) : (
        <p>{words.ready}</p>
      )}
      <FormShown view={view} />
    </div>
  )
}

/** A returned request opens where the first thing is to be mended. */
function startOf(view: OwnView, steps: readonly WizardStep[]): { start?: string } {
  const at = view.status === 'returned' ? view.remarks[0]?.at : undefined
  const step = at === undefined ? undefined : steps.find((s) => s.holds?.(at))
  return step ? { start: step.key } : {}
}
