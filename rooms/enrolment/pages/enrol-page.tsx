import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { showDay, showWeekday } from '#shell/format.ts'
import { fill, useLanguage, useWord, useWords } from '#shell/language.tsx'
import { DutyChip } from '#shell/parts/duty-chip.tsx'
import { FieldList, type ShownField } from '#shell/parts/field-list.tsx'
import { LinkButton } from '#shell/parts/link-button.tsx'
import { Loaded } from '#shell/parts/loaded.tsx'
import { PageHead } from '#shell/parts/page-head.tsx'
import { Refusal } from '#shell/parts/refusal.tsx'
import { Section } from '#shell/parts/section.tsx'
import { useAct, useRead } from '#shell/query.ts'
import { beginDoor, guideDoor } from '../doors.ts'
import type { EnrolmentKind } from '../forms.ts'
import { kindWords } from '../labels.ts'
import type { GuideView } from '../views.ts'
import { forgetKey, keepKey, keptKeys } from './kept-keys.ts'
import { pageWords, waySteps } from './page-words.ts'
import './enrolment.css'

/** S2-020, S2-064 where somebody without an account begins: a unit, or a natural person. */
export function EnrolPage() {
  const words = useWords(pageWords)
  const guide = useRead(guideDoor, {})
  return (
    <div className="enrol">
      <PageHead title={words.title} hint={words.lead} />
      <Choices />
      <Kept />
      <Loaded read={guide}>
        {(data) => (
          <>
            <Way hours={data.linkHours} />
            <Facts guide={data} />
          </>
        )}
      </Loaded>
    </div>
  )
}

function Choices() {
  const words = useWords(pageWords)
  const { language } = useLanguage()
  const begin = useAct(beginDoor)
  const navigate = useNavigate()
  async function start(kind: EnrolmentKind) {
    const { id, key } = await begin.run({ body: { kind, language } })
    keepKey({ id, key, kind })
    await navigate({ to: '/enrol/$id', params: { id } })
  }
  const choice = (kind: EnrolmentKind, title: string, text: string) => (
    <section className="card enrol-choice" aria-label={title}>
      <h2>{title}</h2>
      <p>{text}</p>
      <Button
        type={kind === 'organisation' ? 'primary' : 'default'}
        size="large"
        loading={begin.busy}
        aria-label={`${words.begin}：${title}`}
        // the refusal is shown below
        onClick={() => void start(kind).catch(() => undefined)}
      >
        {words.begin}
      </Button>
    </section>
  )
  return (
    <>
      <div className="enrol-choices">
        {choice('organisation', words.unitTitle, words.unitText)}
        {choice('person', words.personTitle, words.personText)}
      </div>
      {begin.error && <Refusal error={begin.error} />}
      <p className="enrol-has">
        {words.hasAccount} <Link to="/sign-in">{words.signIn}</Link>
      </p>
    </>
  )
}

/** What this browser holds the keys of. */
function Kept() {
  const words = useWords(pageWords)
  const word = useWord()
  const [kept, setKept] = useState(keptKeys)
  if (kept.length === 0) return null
  return (
    <Section title={words.keptTitle} hint={words.keptHint}>
      <ul className="enrol-kept">
        {kept.map(({ id, kind }) => (
          <li key={id}>
            <span>
              {word(kindWords[kind])} <span className="quiet mono small">{id.slice(-8)}</span>
            </span>
            <LinkButton to={`/enrol/${id}`} size="small">
              {words.goOn}
            </LinkButton>
            <Button
              size="small"
              type="text"
              aria-label={fill(words.forgetOne, { kind: word(kindWords[kind]) })}
              onClick={() => {
                forgetKey(id)
                setKept(keptKeys())
              }}
            >
              {words.forget}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Way({ hours }: { hours: number }) {
  const words = useWords(pageWords)
  const word = useWord()
  return (
    <section aria-labelledby="enrol-way">
      <h2 id="enrol-way">{words.stepsTitle}</h2>
      <ol className="card enrol-way">
        {waySteps.map((step, i) => (
          <li key={step.duty}>
            <span className="enrol-number" aria-hidden="true">
              {i + 1}
            </span>
            <h3>
              {word(step.title)} <DutyChip duty={step.duty} />
            </h3>
            <p>{fill(word(step.text), { hours })}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Where, when and with whom, as the dated settings have it; what the guide of 2016 says is marked as history. */
function Facts({ guide }: { guide: GuideView }) {
  const words = useWords(pageWords)
  const { language } = useLanguage()
  const day = showDay(guide.guidePublished, language)
  const days = guide.weekdays
    .map((n) => weekdayName(n, language))
    .join(language === 'zh' ? '、' : ', ')
  const fields: ShownField[] = [
    { at: 'matter', duty: 'S2-002', title: words.matter, value: guide.matter },
    {
      at: 'source',
      duty: 'S2-001',
      title: words.source,
      value: fill(words.sourceText, { matter: guide.matter, day }),
    },
    {
      at: 'agency',
      duty: 'S2-003',
      title: words.agency,
      value: (
        <>
          {guide.agency}
          <p className="small quiet">{fill(words.formerly, { name: guide.formerAgency })}</p>
        </>
      ),
    },
    { at: 'address', duty: 'S2-004', title: words.address, value: guide.address },
    { at: 'phone', duty: 'S2-005', title: words.phone, value: guide.phone },
    {
      at: 'times',
      duty: 'S2-006',
      title: words.times,
      value: fill(words.timesText, { days, from: guide.from, to: guide.to }),
    },
    // S2-021, C-26 one system, two modules
    {
      at: 'platform',
      duty: 'S2-021',
      title: words.platform,
      value: words.platformText,
      wide: true,
    },
  ]
  return (
    <Section title={words.factsTitle} hint={words.factsHint}>
      <FieldList fields={fields} />
    </Section>
  )
}

/** A weekday by its number. In: 1 is Monday; 2026-11-23 is one. */
const weekdayName = (n: number, language: 'zh' | 'en') =>
  showWeekday(`2026-11-${String(22 + n)}`, language)
