import { showDay, showWeekday } from '#shell/format.ts'
import { fill, useLanguage, useWord, useWords } from '#shell/language.tsx'
import { Note } from '#shell/parts/note.tsx'
import type { CaseView } from '../views.ts'
import { pageWords } from './page-words.ts'

/** What happened to a case besides its review: returns, delivery, and where the applicant may ask. */
export function ProgressAside({ view }: { view: CaseView }) {
  return (
    <>
      <SentBack view={view} />
      <Delivery view={view} />
      {view.viewer === 'unit' && <AskWindow view={view} />}
    </>
  )
}

/** C-24 how often it was sent back, and why it lies at the window now. */
function SentBack({ view }: { view: CaseView }) {
  const words = useWords(pageWords)
  const { toWindow, toFirst } = view.loops
  if (toWindow + toFirst === 0) return null
  return (
    <Note title={words.sentBack} tone={view.windowReturn ? 'warn' : 'calm'}>
      {toWindow > 0 && <p>{fill(words.toWindow, { n: toWindow })}</p>}
      {toFirst > 0 && <p>{fill(words.toFirst, { n: toFirst })}</p>}
      {view.windowReturn && <p>{fill(words.returnedWhy, { why: view.windowReturn.why })}</p>}
      {view.windowReturn && <p className="small quiet">{words.returnedStill}</p>}
    </Note>
  )
}

/** 行政许可法 44 by when the decision is to arrive, or how it did. */
function Delivery({ view }: { view: CaseView }) {
  const words = useWords(pageWords)
  const word = useWord()
  const { language } = useLanguage()
  if (!view.delivery) return null
  const { day, way, dueDay, overdue } = view.delivery
  if (day && way)
    return (
      <Note title={words.delivery} tone="calm">
        <p>{fill(words.deliveredOn, { day: showDay(day, language), way: word(way) })}</p>
      </Note>
    )
  if (!dueDay) return null
  return (
    <Note title={words.delivery} tone={overdue ? 'danger' : 'warn'}>
      <p>
        {fill(overdue ? words.deliverOver : words.deliverBy, { day: showDay(dueDay, language) })}
      </p>
      {view.viewer === 'unit' && <p className="small">{words.openToReceive}</p>}
    </Note>
  )
}

/** S2-049 telephone, address and hours of the window; S2-048 nothing is to be paid. */
function AskWindow({ view }: { view: CaseView }) {
  const words = useWords(pageWords)
  const { language } = useLanguage()
  const { address, phone, weekdays, from, to } = view.window
  // 2026-11-23 is a Monday
  const days = weekdays
    .map((n) => showWeekday(`2026-11-${String(22 + n)}`, language))
    .join(language === 'zh' ? '、' : ', ')
  return (
    <Note title={words.askWindow} tone="calm">
      <p>{fill(words.windowPhone, { phone })}</p>
      <p>{fill(words.windowAddress, { address })}</p>
      <p className="tabular">{fill(words.windowHours, { days, from, to })}</p>
      <p className="small quiet">{words.noFee}</p>
    </Note>
  )
}
