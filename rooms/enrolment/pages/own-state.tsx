import { showInstant } from '#shell/format.ts'
import { fill, useWord, useWords } from '#shell/language.tsx'
import { SubjectFiles } from '#frame/files/pages/subject-files.tsx'
import { ActBar } from '#shell/parts/act-bar.tsx'
import { LinkButton } from '#shell/parts/link-button.tsx'
import { PageHead } from '#shell/parts/page-head.tsx'
import { Section } from '#shell/parts/section.tsx'
import { enrolmentLife, type EnrolmentStatus } from '../states.ts'
import { kindWords } from '../labels.ts'
import type { OwnView } from '../views.ts'
import { FormShown } from './form-shown.tsx'
import { useOwnActs } from './own-acts.ts'
import { pageWords } from './page-words.ts'
import { Remarks } from './remarks.tsx'
import { RequestTimeline } from './request-timeline.tsx'
import { StatusOf } from './status-of.tsx'

/** A request that is no longer in the requester's hands: how far it is, and what he can do. */
export function OwnState({ view }: { view: OwnView }) {
  const words = useWords(pageWords)
  const word = useWord()
  const acts = useOwnActs(view)
  const over = enrolmentLife.statuses[view.status as EnrolmentStatus].end === true
  return (
    <div className="enrol">
      <PageHead
        title={view.number ?? words.own}
        tag={<StatusOf view={view} />}
        facts={[{ label: words.kind, value: word(kindWords[view.kind]) }]}
      />
      <div className="card enrol-state">
        <NextThing view={view} />
        {acts.acts.length > 0 && <ActBar layout="row" {...acts} />}
      </div>
      <Remarks view={view} />
      {!over && (
        <>
          <Section title={words.form}>
            <FormShown view={view} />
          </Section>
          <Section title={words.documents}>
            <SubjectFiles subject="enrolment" subjectId={view.id} />
          </Section>
        </>
      )}
      <Section title={words.history}>
        <RequestTimeline steps={view.steps} />
      </Section>
    </div>
  )
}

/** What has happened, and what is to be done now. */
function NextThing({ view }: { view: OwnView }) {
  const words = useWords(pageWords)
  const login = view.login ?? ''
  const until = view.linkUntil ? showInstant(view.linkUntil) : ''
  switch (view.status as EnrolmentStatus) {
    case 'filed':
      return <p>{words.filedText}</p>
    case 'approved':
      return (
        <>
          <p>{fill(words.approvedText, { mailbox: view.form.mailbox ?? '', login })}</p>
          <p className={view.linkOver ? 'is-over' : 'quiet'}>
            {fill(view.linkOver ? words.linkOver : words.linkGood, { until })}
          </p>
          {/* S2-022 where the sign-in name is given */}
          <p>{words.keepSafe}</p>
        </>
      )
    case 'valid':
      return (
        <>
          <p>{fill(words.validText, { login })}</p>
          {view.kind === 'organisation' && <p>{words.validUnit}</p>}
          <p>{words.keepSafe}</p>
          <div>
            <LinkButton to="/sign-in" type="primary">
              {words.signIn}
            </LinkButton>
          </div>
        </>
      )
    default:
      return (
        <>
          {view.status === 'lapsed' && <p>{words.lapsedText}</p>}
          <div>
            <LinkButton to="/enrol">{words.toStart}</LinkButton>
          </div>
        </>
      )
  }
}
