import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { FileBeside } from '#frame/files/pages/file-beside.tsx'
import { paperHref } from '#frame/papers/doors.ts'
import { InHand } from '#frame/people/pages/in-hand.tsx'
import { fill, useWord, useWords } from '#shell/language.tsx'
import { ActBar } from '#shell/parts/act-bar.tsx'
import { CaseFrame, type CaseSection } from '#shell/parts/case-frame.tsx'
import { Clock } from '#shell/parts/clock.tsx'
import { PageHead } from '#shell/parts/page-head.tsx'
import { PaperList } from '#shell/parts/paper-list.tsx'
import type { ShownFile } from '#shell/parts/file-slot.ts'
import { RemarkPin } from '#shell/parts/remark-pin.tsx'
import { remarksAt } from '#shell/parts/remark.ts'
import { StatusTag } from '#shell/parts/status-tag.tsx'
import { Timeline } from '#shell/parts/timeline.tsx'
import { WhyNot } from '#shell/parts/why-not.tsx'
import type { LicenceStatus } from '../states.ts'
import type { CaseView } from '../views.ts'
import { useCaseActs } from './case-acts.ts'
import { CheckList } from './check-list.tsx'
import { CorrectionAside } from './correction-aside.tsx'
import { deskWords } from './desk-words.ts'
import { CaseDocuments } from './documents.tsx'
import { FormShown } from './form-shown.tsx'
import { LinesShown } from './lines-shown.tsx'
import { pageWords } from './page-words.ts'
import { ProgressAside } from './progress-aside.tsx'
import { RemarksList } from './remarks-list.tsx'
import { TakeAway } from './take-away.tsx'
import { TakeCase } from './take-case.tsx'
import { licenceTones } from './tones.ts'
import { SameArticles, UnitRecord } from './unit-record.tsx'
import { useActsWithDesk, useDesk, type CaseDesk } from './use-desk.ts'
import './licence.css'
import './desk.css'

/** One case as filed, with documents, review, clock, papers, acts and history. */
export function ReadCase({ view }: { view: CaseView }) {
  const words = useWords({ ...pageWords, ...deskWords })
  const word = useWord()
  const desk = useDesk(view)
  const acts = useActsWithDesk(useCaseActs(view), desk)
  const [beside, setBeside] = useState<ShownFile | null>(null)
  const pins = desk ? { remarks: desk.data?.remarks ?? [], onRemark: desk.remark } : {}
  const sections: CaseSection[] = [
    { key: 'form', title: words.form, body: <FormShown view={view} {...pins} /> },
    { key: 'lines', title: words.lines, body: <CaseLines view={view} desk={desk} /> },
    {
      key: 'documents',
      title: words.documents,
      body: <CaseDocuments view={view} desk={desk} onOpen={setBeside} />,
    },
  ]
  if (desk)
    sections.unshift({
      key: 'review',
      title: words.review,
      marks: view.warnings.length,
      body: <Review view={view} />,
    })
  if (desk) sections.push(...deskSections(view, desk, words))
  return (
    <CaseFrame
      head={
        <PageHead
          title={view.number ?? words.noNumber}
          tag={
            <StatusTag words={view.statusWords} tone={licenceTones[view.status as LicenceStatus]} />
          }
          facts={[
            { label: words.unit, value: view.unit.nameZh },
            {
              label: words.articles,
              value:
                view.lines
                  .map((l) => l.nameZh)
                  .slice(0, 3)
                  .join('、') || '—',
            },
          ]}
        />
      }
      sections={sections}
      acts={<ActBar {...acts} />}
      beside={beside && <FileBeside key={beside.id} file={beside} close={() => setBeside(null)} />}
      clock={view.clock && <Clock {...view.clock} compact />}
      aside={
        <>
          {desk && <TakeCase id={view.id} desk={desk} />}
          <InHand
            kind="licence"
            unitId={view.unit.id}
            id={view.id}
            label={view.number ?? ''}
            tasks={view.tasks}
          />
          <CorrectionAside view={view} />
          <ProgressAside view={view} />
          {desk && <UnitRecord view={view} desk={desk} />}
          <Papers view={view} />
          {view.number && <TakeAway id={view.id} />}
        </>
      }
      timeline={
        <Timeline
          events={view.steps.map((s, i) => ({
            id: String(i),
            at: s.at,
            what: s.title,
            role: s.role,
            ...(s.name ? { who: s.name } : {}),
            detail: (
              <>
                {s.notePublic && s.notePublic.zh !== s.title.zh && <p>{word(s.notePublic)}</p>}
                {s.noteInner && <p className="quiet">{word(s.noteInner)}</p>}
              </>
            ),
          }))}
        />
      }
    />
  )
}

/** What an officer has beside the form: the check-list, remarks, and what was granted before. */
function deskSections(
  view: CaseView,
  desk: CaseDesk,
  words: Record<keyof typeof deskWords, string>,
): CaseSection[] {
  const open = (desk.data?.remarks ?? []).filter((r) => !r.settled).length
  return [
    {
      key: 'remarks',
      title: words.remarks,
      marks: open,
      body: <RemarksList desk={desk} correcting={view.status === 'pending'} />,
    },
    { key: 'checks', title: words.checks, body: <CheckList desk={desk} /> },
    { key: 'same', title: words.same, body: <SameArticles desk={desk} /> },
  ]
}

/** 附表, with the remarks on it as a whole. */
function CaseLines({ view, desk }: { view: CaseView; desk: CaseDesk | null }) {
  const words = useWords(pageWords)
  return (
    <>
      {desk && (
        <RemarkPin
          what={words.lines}
          remarks={remarksAt(desk.data?.remarks, 'lines')}
          onAdd={(text) => desk.remark('lines', text)}
        />
      )}
      <LinesShown lines={view.lines} />
    </>
  )
}

/** What the system flags, the grade the facts point to, and the first reviewer's opinion. */
function Review({ view }: { view: CaseView }) {
  const words = useWords(pageWords)
  const { warnings, proposedGrade, proposal } = view
  return (
    <div className="case-review">
      {warnings.length > 0 ? (
        <WhyNot reasons={warnings} title={words.warnings} />
      ) : (
        <p className="quiet">{words.noWarnings}</p>
      )}
      {proposedGrade && (
        <p>
          {words.grade}
          {'：'}
          <b>{fill(words.gradeOf, { grade: proposedGrade.grade })}</b>{' '}
          <span className="quiet">{proposedGrade.because.join('；')}</span>
        </p>
      )}
      {proposal && (
        <p>
          {words.proposal}
          {'：'}
          <b>
            {proposal.conclusion === 'grant' ? words.toGrant : words.toRefuse}
            {'，'}
            {fill(words.gradeOf, { grade: proposal.grade })}
          </b>
          {'。'}
          {proposal.opinion}
          {proposal.gradeReason && ` ${words.gradeReason}：${proposal.gradeReason}`}
        </p>
      )}
    </div>
  )
}

function Papers({ view }: { view: CaseView }) {
  const words = useWords(pageWords)
  return (
    <>
      <div className="card case-box">
        <h2>{words.papers}</h2>
        <PaperList papers={view.papers} href={paperHref} />
      </div>
      {view.permitId && (
        <div className="card case-box">
          <h2>{words.permit}</h2>
          <Link to="/quota/permits/$id" params={{ id: view.permitId }}>
            {words.openPermit}
          </Link>
        </div>
      )}
    </>
  )
}
