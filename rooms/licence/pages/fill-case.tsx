import { Alert } from 'antd'
import { useMemo } from 'react'
import type { Reason } from '#frame/kernel/reason.ts'
import { showDay } from '#shell/format.ts'
import { fill, useLanguage, useWords } from '#shell/language.tsx'
import { ActBar } from '#shell/parts/act-bar.tsx'
import { ConfirmLeave } from '#shell/parts/confirm-leave.tsx'
import { DraftSaved } from '#shell/parts/draft-saved.tsx'
import { FormFields } from '#shell/parts/form-fields.tsx'
import { ItemGrid } from '#shell/parts/item-grid.tsx'
import type { GridError } from '#shell/parts/item-rows.ts'
import { Note } from '#shell/parts/note.tsx'
import { PageHead } from '#shell/parts/page-head.tsx'
import { StatusTag } from '#shell/parts/status-tag.tsx'
import { WhyNot } from '#shell/parts/why-not.tsx'
import { WizardFrame, type WizardStep } from '#shell/parts/wizard-frame.tsx'
import {
  askedIfContained,
  caseFields,
  lineColumns,
  type CaseFieldName,
  type CaseForm,
} from '../forms.ts'
import { choicesOf } from '../labels.ts'
import { licenceLife, type LicenceStatus } from '../states.ts'
import type { CaseView } from '../views.ts'
import { useCaseActs } from './case-acts.ts'
import { caseControls } from './controls.tsx'
import { CaseDocuments } from './documents.tsx'
import { FormShown } from './form-shown.tsx'
import { pageWords } from './page-words.ts'
import { licenceTones } from './tones.ts'
import { Clashes } from './clashes.tsx'
import { useCaseDraft } from './use-case-draft.ts'

const first: readonly CaseFieldName[] = [
  'direction',
  'articleClass',
  'purpose',
  'pathogenState',
  'pathogens',
  'laboratory',
]
const fieldsOf = (names: readonly CaseFieldName[], inside: boolean) =>
  caseFields.filter((f) => names.includes(f.name) === inside)

const columns = lineColumns.map((c) => ({
  ...c,
  kind: c.name === 'quantity' ? ('integer' as const) : ('text' as const),
}))

/** The application being filled, by the unit: deciding questions first, then what this case needs. */
export function FillCase({ view }: { view: CaseView }) {
  const words = useWords(pageWords)
  const { draft, clashes, settle } = useCaseDraft(view)
  const { form, lines } = draft.values
  const acts = useCaseActs(view, draft.flush)
  const errors = useMemo(() => view.problems.filter((p) => p.at), [view.problems])
  const may = (place: string) => view.editable.all || view.editable.places.includes(place)
  const contained = form.pathogenState === 'contained'
  const articleFields = fieldsOf(first, true)
    .filter((f) => contained || !askedIfContained.has(f.name))
    .map((f) => ({ ...f, required: f.required || contained }))
  const tradeFields = fieldsOf(first, false)
  const missing = (at: (place: string) => boolean) => errors.filter((e) => at(e.at ?? '')).length
  const fieldsStep = (
    key: string,
    title: string,
    hint: string | undefined,
    fields: typeof tradeFields,
  ): WizardStep => ({
    key,
    title,
    hint,
    missing: missing(inFields(fields)),
    holds: inFields(fields),
    body: <Fields view={view} fields={fields} form={form} may={may} change={draft.change} />,
  })
  const steps: WizardStep[] = [
    fieldsStep('article', words.stepArticle, words.stepArticleHint, articleFields),
    fieldsStep('trade', words.stepTrade, undefined, tradeFields),
    {
      key: 'lines',
      title: words.stepLines,
      hint: words.stepLinesHint,
      missing: missing(inLines),
      holds: inLines,
      body: (
        <ItemGrid
          columns={columns}
          rows={lines}
          most={view.mostLines}
          disabled={!may('lines')}
          errors={lineErrors(errors)}
          change={(rows) => draft.change((old) => ({ ...old, lines: rows }))}
        />
      ),
    },
    {
      key: 'documents',
      title: words.stepDocuments,
      hint: words.stepDocumentsHint,
      missing: missing(inSlots),
      holds: inSlots,
      body: <CaseDocuments view={view} />,
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
            <Clashes clashes={clashes} settle={settle} />
            <DraftSaved status={draft.status} retry={() => void draft.flush()} />
          </>
        }
        finish={<ActBar layout="row" {...acts} />}
      />
    </>
  )
}

function Fields(props: {
  view: CaseView
  fields: readonly (typeof caseFields)[number][]
  form: CaseForm
  may: (place: string) => boolean
  change: ReturnType<typeof useCaseDraft>['draft']['change']
}) {
  const { view, form, may, change } = props
  const set = (name: string, value: unknown) =>
    change((old) => ({ ...old, form: { ...old.form, [name]: value } }))
  const open = props.fields.filter((f) => may(f.name))
  const locked = props.fields.filter((f) => !may(f.name))
  const common = {
    values: form,
    notes: notesOf(view),
    choices: choicesOf,
    controls: caseControls(view),
    notApplicable: form.notApplicable ?? [],
    change: set,
  }
  return (
    <>
      {open.length > 0 && (
        <FormFields
          {...common}
          fields={open}
          errors={view.status === 'correcting' ? view.problems : []}
          changeNotApplicable={(names) => set('notApplicable', names)}
        />
      )}
      {locked.length > 0 && <FormFields {...common} fields={locked} disabled />}
    </>
  )
}

function notesOf(view: CaseView) {
  if (view.status !== 'correcting' || !view.correction) return []
  return view.correction.items.map(({ at, what }) => ({ at, text: what }))
}

function lineErrors(errors: readonly Reason[]): GridError[] {
  return errors.flatMap((e) => {
    const [, row, name] = /^lines\.(\d+)\.(\w+)$/.exec(e.at ?? '') ?? []
    return row === undefined || name === undefined
      ? []
      : [{ row: Number(row), name, message: e.message, duty: e.duty }]
  })
}

function CheckStep({ view }: { view: CaseView }) {
  const words = useWords(pageWords)
  return (
    <>
      {view.problems.length > 0 ? (
        <WhyNot reasons={view.problems} title={words.notReady} />
      ) : (
        <Alert type="success" showIcon title={words.ready} />
      )}
      {view.warnings.length > 0 && <WhyNot reasons={view.warnings} title={words.warnings} />}
      <FormShown view={view} titled />
    </>
  )
}

const inFields = (fields: readonly { name: string }[]) => (at: string) =>
  fields.some((f) => f.name === at)
const inLines = (at: string) => at.startsWith('lines')
const inSlots = (at: string) => at.startsWith('slot.')

function startOf(view: CaseView, steps: readonly WizardStep[]): { start?: string } {
  const at = view.status === 'correcting' ? view.correction?.items[0]?.at : undefined
  const step = at === undefined ? undefined : steps.find((s) => s.holds?.(at))
  return step ? { start: step.key } : {}
}

function CorrectionAside({ view }: { view: CaseView }) {
  const words = useWords(pageWords)
  const { language } = useLanguage()
  if (!view.correction || view.status !== 'correcting') return null
  return (
    <Note title={words.correctionTitle}>
      <p className="small">
        {fill(words.correctionHint, { day: showDay(view.correction.answerBy, language) })}
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
