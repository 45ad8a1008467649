import { Link } from '@tanstack/react-router'
import { SubjectFiles } from '#frame/files/pages/subject-files.tsx'
import { usePathParam } from '#shell/address.ts'
import { showInstant } from '#shell/format.ts'
import { fill, useWord, useWords } from '#shell/language.tsx'
import { ActBar } from '#shell/parts/act-bar.tsx'
import { CaseFrame, type CaseSection } from '#shell/parts/case-frame.tsx'
import { Loaded } from '#shell/parts/loaded.tsx'
import { PageHead } from '#shell/parts/page-head.tsx'
import { useRead } from '#shell/query.ts'
import { enrolmentDoor } from '../doors.ts'
import { kindWords } from '../labels.ts'
import type { EnrolmentView } from '../views.ts'
import { Checks } from './checks.tsx'
import { FormShown } from './form-shown.tsx'
import { pageWords } from './page-words.ts'
import { Remarks } from './remarks.tsx'
import { useRequestActs } from './request-acts.ts'
import { RequestTimeline } from './request-timeline.tsx'
import { StatusOf } from './status-of.tsx'
import { WholeNumber } from './whole-number.tsx'
import './enrolment.css'

/** S2-066 one request, for the account administrator: form, document, checks and acts. */
export function RequestPage() {
  const id = usePathParam('id')
  const read = useRead(enrolmentDoor, { params: { id } }, { fresh: true })
  return (
    <Loaded page read={read}>
      {(view) => <OneRequest view={view} />}
    </Loaded>
  )
}

function OneRequest({ view }: { view: EnrolmentView }) {
  const words = useWords(pageWords)
  const word = useWord()
  const acts = useRequestActs(view)
  const sections: CaseSection[] = [
    {
      key: 'checks',
      title: words.checks,
      marks: view.warnings.length + view.alike.length,
      body: <Checks view={view} />,
    },
    {
      key: 'form',
      title: words.form,
      body: (
        <FormShown
          view={view}
          number={view.document && <WholeNumber key={view.id} id={view.id} />}
        />
      ),
    },
    {
      key: 'documents',
      title: words.documents,
      body: <SubjectFiles subject="enrolment" subjectId={view.id} />,
    },
  ]
  return (
    <CaseFrame
      head={
        <PageHead
          title={view.number ?? words.own}
          tag={<StatusOf view={view} />}
          facts={[
            { label: words.name, value: view.form.nameZh ?? '' },
            { label: words.kind, value: word(kindWords[view.kind]) },
            ...(view.filedAt ? [{ label: words.filedAt, value: showInstant(view.filedAt) }] : []),
          ]}
        />
      }
      sections={sections}
      acts={<ActBar {...acts} />}
      aside={
        <>
          <Remarks view={view} />
          <Assigned view={view} />
        </>
      }
      timeline={<RequestTimeline steps={view.steps} />}
    />
  )
}

/** S2-067 the branch, S2-068 the sign-in name, S2-069 the link: fixed, or as they are proposed. */
function Assigned({ view }: { view: EnrolmentView }) {
  const words = useWords(pageWords)
  const word = useWord()
  const branch = view.branch ? word(view.branch.name) : words.noBranch
  const proposed = view.branch && view.branchProposed && view.areaName
  const until = view.linkUntil ? showInstant(view.linkUntil) : null
  return (
    <div className="card case-box">
      <h2>{words.branch}</h2>
      <p>
        {proposed
          ? fill(words.proposedBranch, { name: branch, area: word(view.areaName!) })
          : branch}
      </p>
      <h2>{words.login}</h2>
      <p className="mono">
        {view.login ?? fill(words.proposedLogin, { login: view.proposedLogin })}
      </p>
      {until && (
        <>
          <h2>{words.linkUntil}</h2>
          <p className={view.linkOver ? 'is-over' : ''}>
            {fill(view.linkOver ? words.linkOver : words.linkGood, { until })}
          </p>
        </>
      )}
      {view.account && (
        <p>
          <Link to="/people/$id" params={{ id: view.account.id }}>
            {words.account}
          </Link>
        </p>
      )}
    </div>
  )
}
