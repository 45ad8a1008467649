import { useMemo, type ReactNode } from 'react'
import { useWords } from '#shell/language.tsx'
import { ActBar, isLater } from '#shell/parts/act-bar.tsx'
import { Clashes } from '#shell/parts/clashes.tsx'
import { ConfirmLeave } from '#shell/parts/confirm-leave.tsx'
import { DraftSaved } from '#shell/parts/draft-saved.tsx'
import { PageHead } from '#shell/parts/page-head.tsx'
import { StatusTag } from '#shell/parts/status-tag.tsx'
import { WhyNot } from '#shell/parts/why-not.tsx'
import { WizardFrame, type WizardStep } from '#shell/parts/wizard-frame.tsx'
import type { CaseField } from '../case-field.ts'
import { askedOf, caseFields } from '../case-fields.ts'
import { decidingFields } from '../deciding-fields.ts'
import { describedFields } from '../described.ts'
import type { CaseFieldName } from '../forms.ts'
import { valueWords } from '../labels.ts'
import { tradeFields } from '../trade-fields.ts'
import { licenceLife, type LicenceStatus } from '../states.ts'
import type { CaseView } from '../views.ts'
import { useCaseActs } from './case-acts.ts'
import { CaseFields } from './case-fields.tsx'
import { CheckStep } from './check-step.tsx'
import { CorrectionAside } from './correction-aside.tsx'
import { CaseDocuments } from './documents.tsx'
import { LinesShown } from './lines-shown.tsx'
import { LinesStep } from './lines-step.tsx'
import { pageWords } from './page-words.ts'
import { licenceTones } from './tones.ts'
import { useCaseDraft } from './use-case-draft.ts'

/** The application being filled, by the unit: deciding questions first, then what this case needs. */
export function FillCase({ view }: { view: CaseView }) {
  const words = useWords(pageWords)
  const { draft, clashes, settle } = useCaseDraft(view)
  const { form, rest: lines } = draft.values
  const acts = useCaseActs(view, draft.flush)
  const errors = useMemo(() => view.problems.filter((p) => p.at), [view.problems])
  const may = (place: string) => view.editable.all || view.editable.places.includes(place)
  const ask = { ...view.ask, form }
  const missing = (at: (place: string) => boolean) => errors.filter((e) => at(e.at ?? '')).length
  const asked = (at: (place: string) => boolean) =>
    view.status === 'correcting' ? (view.correction?.items ?? []).filter((i) => at(i.at)).length : 0
  const fieldsStep = (
    key: string,
    title: string,
    hint: string | undefined,
    fields: readonly CaseField[],
    before: ReactNode = null,
  ): WizardStep => ({
    key,
    title,
    hint,
    missing: missing(inFields(fields)),
    asked: asked(inFields(fields)),
    holds: inFields(fields),
    body: (
      <>
        {before}
        <CaseFields
          view={view}
          fields={askedOf(fields, ask)}
          form={form}
          may={may}
          change={draft.change}
        />
      </>
    ),
  })
  const refusals = view.refusals.length > 0 && (
    <WhyNot reasons={view.refusals} title={words.refusals} />
  )
  const steps: WizardStep[] = [
    fieldsStep('article', words.stepArticle, words.stepArticleHint, decidingFields, refusals),
    fieldsStep('trade', words.stepTrade, undefined, tradeFields),
    {
      key: 'lines',
      title: words.stepLines,
      hint: may('lines') ? words.stepLinesHint : words.locked,
      missing: missing(inLines),
      holds: inLines,
      asked: asked(inLines),
      body: may('lines') ? (
        <LinesStep
          view={view}
          form={form}
          lines={lines}
          change={(next) => draft.change((old) => ({ ...old, rest: next(old.rest) }))}
        />
      ) : (
        <LinesShown lines={lines} />
      ),
    },
    {
      key: 'documents',
      title: words.stepDocuments,
      hint: words.stepDocumentsHint,
      missing: missing(inSlots),
      asked: asked(inSlots),
      holds: inSlots,
      body: (
        <div className="case-check">
          <CaseFields
            view={view}
            fields={describedFields}
            form={form}
            may={may}
            change={draft.change}
          />
          <CaseDocuments view={view} />
        </div>
      ),
    },
    { key: 'submit', title: words.stepSubmit, missing: null, body: <CheckStep view={view} /> },
  ]
  const status = view.status as LicenceStatus
  return (
    <>
      <ConfirmLeave unsaved={draft.status.state !== 'saved'} save={draft.flush} />
      <WizardFrame
        head={
          <PageHead
            title={view.number ?? words.newCase}
            tag={<StatusTag words={licenceLife.statuses[status]} tone={licenceTones[status]} />}
            facts={[{ label: words.unit, value: view.unit.nameZh }]}
          />
        }
        aside={<CorrectionAside view={view} />}
        steps={steps}
        // a correction begins where the first thing is to be corrected
        {...startOf(view, steps)}
        leave={() => void draft.flush()}
        saved={
          <>
            <Clashes
              clashes={clashes}
              form={form}
              titleOf={(name) => caseFields.find((f) => f.name === name)?.title ?? name}
              shown={(name, value) => valueWords(name as CaseFieldName, value)}
              settle={settle}
            />
            <DraftSaved status={draft.status} retry={() => void draft.flush()} />
          </>
        }
        // what is only possible later is no matter of this page
        finish={<ActBar layout="row" {...acts} acts={acts.acts.filter((a) => !isLater(a))} />}
      />
    </>
  )
}

const inFields = (fields: readonly { name: string }[]) => (at: string) =>
  fields.some((f) => f.name === at)
const inLines = (at: string) => at.startsWith('lines')
const inSlots = (at: string) => at.startsWith('slot.') || describedFields.some((f) => f.name === at)

function startOf(view: CaseView, steps: readonly WizardStep[]): { start?: string } {
  const at = view.status === 'correcting' ? view.correction?.items[0]?.at : undefined
  const step = at === undefined ? undefined : steps.find((s) => s.holds?.(at))
  return step ? { start: step.key } : {}
}
