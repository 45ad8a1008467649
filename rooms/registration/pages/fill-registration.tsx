import { Alert } from 'antd'
import { useWords } from '#shell/language.tsx'
import { ActBar, isLater } from '#shell/parts/act-bar.tsx'
import { Clashes } from '#shell/parts/clashes.tsx'
import { ConfirmLeave } from '#shell/parts/confirm-leave.tsx'
import { DraftSaved } from '#shell/parts/draft-saved.tsx'
import { WhyNot } from '#shell/parts/why-not.tsx'
import { WizardFrame, type WizardStep } from '#shell/parts/wizard-frame.tsx'
import { contactFields, registrationFields, type FieldGroup } from '../fields.ts'
import type { RegistrationFieldName } from '../forms.ts'
import { valueWords } from '../labels.ts'
import type { RegistrationView } from '../views.ts'
import { Returned } from './asides.tsx'
import { DocumentDates } from './document-dates.tsx'
import { RegistrationDocuments } from './documents.tsx'
import { FillFields } from './fill-fields.tsx'
import { FormShown } from './form-shown.tsx'
import { pageWords } from './page-words.ts'
import { useRegistrationActs } from './registration-acts.ts'
import { RegistrationHead } from './registration-head.tsx'
import { useRegistrationDraft } from './use-registration-draft.ts'
import './registration.css'

const inGroups = (...groups: FieldGroup[]) =>
  registrationFields.filter((f) => groups.includes(f.group))

const inDocuments = (at: string) => at.startsWith('slot.') || at.startsWith('documentDates')

/** The registration being filled in by its unit: what kind of unit first, then what such a unit needs. */
export function FillRegistration({ view }: { view: RegistrationView }) {
  const words = useWords(pageWords)
  const { draft, clashes, settle } = useRegistrationDraft(view)
  const { form } = draft.values
  const acts = useRegistrationActs(view, draft.flush)
  const set = (name: string, value: unknown) =>
    draft.change((old) => ({ ...old, form: { ...old.form, [name]: value } }))
  const missing = (holds: (at: string) => boolean) =>
    view.problems.filter((p) => holds(p.at ?? '')).length
  const asked = (holds: (at: string) => boolean) =>
    view.status === 'returned' ? view.remarks.filter((r) => holds(r.at)).length : 0
  function fieldsStep(
    key: string,
    title: string,
    hint: string | undefined,
    fields: typeof registrationFields,
  ): WizardStep {
    const holds = (at: string) => fields.some((f) => f.name === at || at.startsWith(`${f.name}.`))
    return {
      key,
      title,
      hint,
      holds,
      missing: missing(holds),
      asked: asked(holds),
      body: <FillFields view={view} fields={fields} form={form} set={set} />,
    }
  }
  const contact = view.kind === 'contact'
  const steps: WizardStep[] = [
    ...(contact
      ? [
          fieldsStep(
            'person',
            words.stepPerson,
            words.stepPersonHint,
            registrationFields.filter((f) => contactFields.includes(f.name)),
          ),
        ]
      : [
          fieldsStep('unit', words.stepUnit, words.stepUnitHint, inGroups('unit')),
          fieldsStep('contact', words.stepContact, undefined, inGroups('contact', 'places')),
          fieldsStep(
            'laboratories',
            words.stepLaboratories,
            words.stepLaboratoriesHint,
            inGroups('laboratories'),
          ),
        ]),
    {
      key: 'documents',
      title: words.stepDocuments,
      hint: contact ? words.stepDocumentsContact : words.stepDocumentsHint,
      holds: inDocuments,
      missing: missing(inDocuments),
      asked: asked(inDocuments),
      body: (
        <>
          <RegistrationDocuments view={view} />
          <DocumentDates
            view={view}
            dates={form.documentDates ?? {}}
            change={(dates) => set('documentDates', dates)}
          />
        </>
      ),
    },
    {
      key: 'submit',
      title: words.stepSubmit,
      missing: null,
      body: (
        <div className="registration-check">
          {view.problems.length > 0 ? (
            <WhyNot reasons={view.problems} title={words.notReady} />
          ) : (
            <Alert type="success" showIcon title={words.ready} />
          )}
          <FormShown view={view} />
        </div>
      ),
    },
  ]
  return (
    <>
      <ConfirmLeave unsaved={draft.status.state !== 'saved'} save={draft.flush} />
      <WizardFrame
        head={<RegistrationHead view={view} />}
        aside={<Returned view={view} />}
        steps={steps}
        {...startOf(view, steps)}
        leave={() => void draft.flush()}
        saved={
          <>
            <Clashes
              clashes={clashes}
              form={form}
              titleOf={(name) => registrationFields.find((f) => f.name === name)?.title ?? name}
              shown={(name, value) => valueWords(name as RegistrationFieldName, value)}
              settle={settle}
            />
            <DraftSaved status={draft.status} retry={() => void draft.flush()} />
          </>
        }
        finish={<ActBar layout="row" {...acts} acts={acts.acts.filter((a) => !isLater(a))} />}
      />
    </>
  )
}

/** Where one begins: with what was returned, or what may be changed. */
function startOf(view: RegistrationView, steps: readonly WizardStep[]): { start?: string } {
  const first = view.status === 'returned' ? view.remarks[0]?.at : view.editable.places[0]
  const step = first === undefined ? undefined : steps.find((s) => s.holds?.(first))
  return step ? { start: step.key } : {}
}
