import { Link } from '@tanstack/react-router'
import { useCallback, useEffect, useState } from 'react'
import { usePathParam } from '#shell/address.ts'
import { showDay, showTime } from '#shell/format.ts'
import { fill, useLanguage, useWord, useWords } from '#shell/language.tsx'
import { Loaded } from '#shell/parts/loaded.tsx'
import { useNarrow } from '#shell/parts/narrow.ts'
import { Note } from '#shell/parts/note.tsx'
import { PageHead } from '#shell/parts/page-head.tsx'
import { StatusTag } from '#shell/parts/status-tag.tsx'
import { useRead } from '#shell/query.ts'
import { visitDoor } from '../doors.ts'
import type { VisitStatus } from '../states.ts'
import type { VisitView } from '../views.ts'
import { CheckRows, focusRow } from './check-rows.tsx'
import { PastVisits } from './past-visits.tsx'
import { PrintReceipt } from './print-receipt.tsx'
import { RowDetail } from './row-detail.tsx'
import { visitTones } from './tones.ts'
import { TypedValues } from './typed-values.tsx'
import { useTicks } from './use-ticks.ts'
import { VisitActs } from './visit-acts.tsx'
import { visitWords } from './visit-words.ts'
import './window.css'
import './visit.css'

/** S2-129 one visit: the list at the left, the document one is at in the middle, what may be done at the right. */
export function VisitPage() {
  const id = usePathParam('id')
  const read = useRead(visitDoor, { params: { id } }, { fresh: true })
  return (
    <Loaded page read={read}>
      {(view) => (
        <>
          <Head view={view} />
          <Sheet key={id} view={view} />
          <PastVisits visits={view.earlier} />
        </>
      )}
    </Loaded>
  )
}

function Sheet({ view }: { view: VisitView }) {
  const words = useWords(visitWords)
  const word = useWord()
  const ticking = useTicks(view)
  const narrow = useNarrow()
  const open = view.acts.some((a) => a.act === 'visit.tick' && a.allowed)
  const [here, setHere] = useState(() => firstOpen(view))
  const [printing, setPrinting] = useState(false)
  const opened = useCallback(() => setPrinting(false), [])
  const row = view.rows.find((r) => r.slot === here) ?? view.rows[0]
  useEffect(() => {
    if (open) focusRow(firstOpen(view))
    // once, when the visit begins: afterwards the focus is the officer's
    // oxlint-disable-next-line react/exhaustive-deps -- see above
  }, [open])

  function next() {
    const at = view.rows.findIndex((r) => r.slot === here)
    const following = view.rows[at + 1] ?? view.rows[at]
    if (!following) return
    setHere(following.slot)
    focusRow(following.slot)
  }

  function differs(slot: string) {
    const old = view.rows.find((r) => r.slot === slot)
    setHere(slot)
    if (!old?.tick) ticking.tick(slot, 'wanting')
  }

  const detail = row && (
    <RowDetail
      view={view}
      row={row}
      ticking={ticking}
      open={open}
      next={next}
      back={() => focusRow(here)}
    />
  )

  return (
    <div className="visit">
      <CheckRows view={view} ticking={ticking} here={here} go={setHere} open={open}>
        {narrow && detail}
      </CheckRows>
      <div className="visit-middle">
        {!narrow && detail}
        <TypedValues fields={view.fields} open={open} differs={differs} />
      </div>
      <aside className="visit-aside" aria-label={words.acts}>
        <div className="card case-box no-print">
          <h2>{words.acts}</h2>
          <VisitActs view={view} busy={ticking.busy} finished={() => setPrinting(true)} />
        </div>
        {view.remarks.length > 0 && (
          <Note title={words.remarks}>
            <ol className="visit-remarks">
              {view.remarks.map((remark) => (
                <li key={remark.at + remark.what}>
                  <b>{word(remark.where)}</b>
                  {'：'}
                  {remark.what}
                </li>
              ))}
            </ol>
          </Note>
        )}
        {view.receipt && (
          <div className="card case-box">
            <h2>{words.receipt}</h2>
            <PrintReceipt receipt={view.receipt} wanted={printing} opened={opened} />
          </div>
        )}
      </aside>
    </div>
  )
}

/** Where to begin: the first row nobody has looked at. */
function firstOpen(view: VisitView): string {
  return (view.rows.find((r) => r.tick === null) ?? view.rows[0])?.slot ?? ''
}

function Head({ view }: { view: VisitView }) {
  const words = useWords(visitWords)
  const word = useWord()
  const { language } = useLanguage()
  const { registration } = view
  const due = registration.handInBy && showDay(registration.handInBy, language)
  return (
    <PageHead
      title={registration.unitName}
      tag={<StatusTag words={view.statusWords} tone={visitTones[view.status as VisitStatus]} />}
      facts={[
        {
          label: word(registration.kindWords),
          value: (
            <Link to="/registration/$id" params={{ id: registration.id }}>
              {registration.number ?? words.openRegistration}
            </Link>
          ),
        },
        {
          label: words.time,
          value: view.from ? `${view.day} ${view.from}` : `${view.day} ${words.walkIn}`,
        },
        ...(view.receivedAt ? [{ label: words.arrived, value: showTime(view.receivedAt) }] : []),
        ...(view.finishedAt ? [{ label: words.finished, value: showTime(view.finishedAt) }] : []),
        ...(due
          ? [
              {
                label: words.handInBy,
                value: registration.overdue ? fill(words.overdue, { day: due }) : due,
              },
            ]
          : []),
      ]}
    />
  )
}
