import { showInstant } from '#shell/format.ts'
import { fill, useLanguage, useWord, useWords } from '#shell/language.tsx'
import { ActBar } from '#shell/parts/act-bar.tsx'
import type { ActForm } from '#shell/parts/act-form.ts'
import { Fault } from '#shell/parts/fault.tsx'
import { PageHead } from '#shell/parts/page-head.tsx'
import { StatusTag } from '#shell/parts/status-tag.tsx'
import { Waiting } from '#shell/parts/waiting.tsx'
import { useAct, useRead } from '#shell/query.ts'
import { ruleSetsDoor, startRuleSetDoor } from '../doors.ts'
import type { RuleSetView } from '../views.ts'
import { typedText } from './show-value.ts'
import { ruleSetWords, settingWords, standingWords } from './words.ts'
import './catalogue.css'

/** C-34 the rule sets: which holds, what each says of the grades, and how one is put in force. */
export function RuleSetsPage() {
  const words = useWords(ruleSetWords)
  const { data, error, refetch } = useRead(ruleSetsDoor, { query: {} })
  return (
    <>
      <PageHead title={words.title} hint={words.hint} />
      {error && !data && <Fault error={error} retry={() => void refetch()} />}
      {!error && !data && <Waiting rows={8} />}
      {data && (
        <div className="catalogue-parts">
          {data.ruleSets.map((set) => (
            <OneSet key={set.code} set={set} />
          ))}
        </div>
      )}
    </>
  )
}

function OneSet({ set }: { set: RuleSetView }) {
  const words = useWords(ruleSetWords)
  const word = useWord()
  return (
    <section className="card catalogue-part" aria-label={word(set.title)} data-rule-set={set.code}>
      <header>
        <h2>{word(set.title)}</h2>
        {set.holds ? (
          <StatusTag words={ruleSetWords.holds} tone="ok" />
        ) : (
          <StatusTag words={set.draft ? ruleSetWords.draft : ruleSetWords.dated} tone="draft" />
        )}
        <Start set={set} />
      </header>
      <dl className="catalogue-texts">
        <div>
          <dt>{words.basis}</dt>
          <dd>{set.legalBasis.join('；')}</dd>
        </div>
        {set.gaps.length > 0 && (
          <div data-own>
            <dt>{words.gaps}</dt>
            <dd>{set.gaps.join('')}</dd>
          </div>
        )}
        <div>
          <dt>{words.starts}</dt>
          <dd>
            <Starts set={set} />
          </dd>
        </div>
      </dl>
      <Grades set={set} />
    </section>
  )
}

function Starts({ set }: { set: RuleSetView }) {
  const words = useWords(ruleSetWords)
  const common = useWords(settingWords)
  const word = useWord()
  if (set.starts.length === 0) return <span className="quiet">{words.notStarted}</span>
  return (
    <ul>
      {set.starts.map((start) => (
        <li key={`${start.validFrom} ${start.enteredAt}`}>
          {start.validFrom} <span className="small">{word(standingWords[start.standing])}</span>{' '}
          <span className="small quiet">
            {start.source}
            {' · '}
            {start.enteredBy === null
              ? common.brought
              : fill(common.by, { name: start.enteredBy, at: showInstant(start.enteredAt) })}
            {start.reason && ` · ${start.reason}`}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Start({ set }: { set: RuleSetView }) {
  const act = useAct(startRuleSetDoor, [ruleSetsDoor])
  if (set.acts.length === 0) return null
  const form: ActForm = {
    text: set.gaps.join(''),
    fields: [
      {
        name: 'validFrom',
        title: settingWords.from,
        kind: 'day',
        required: true,
        hint: settingWords.fromHint,
      },
      {
        name: 'source',
        title: settingWords.basis,
        kind: 'text',
        required: true,
        hint: settingWords.basisHint,
        max: 300,
      },
      { name: 'reason', title: settingWords.reason, kind: 'long', required: true, max: 500 },
      ...(set.gaps.length > 0
        ? [
            {
              name: 'gapsChecked',
              title: ruleSetWords.gapsChecked,
              kind: 'yes-no',
              required: true,
            },
          ]
        : []),
    ],
  }
  return (
    <div className="catalogue-acts">
      <ActBar
        layout="row"
        main=""
        acts={set.acts}
        forms={Object.fromEntries(set.acts.map(({ act: name }) => [name, form]))}
        run={(_act, typed) =>
          act.run({
            params: { code: set.code },
            body: {
              seen: set.version,
              validFrom: typedText(typed['validFrom']),
              source: typedText(typed['source']),
              reason: typedText(typed['reason']),
              gapsChecked: typed['gapsChecked'] === true,
            },
          })
        }
      />
    </div>
  )
}

function Grades({ set }: { set: RuleSetView }) {
  const words = useWords(ruleSetWords)
  const { language } = useLanguage()
  return (
    <table className="catalogue-table">
      <thead>
        <tr>
          {(['grade', 'months', 'uses', 'inspection', 'followUp', 'covers'] as const).map((key) => (
            <th key={key} scope="col">
              {words[key]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {set.grades.map((grade) => (
          <tr key={grade.code}>
            <th scope="row" className="nowrap">
              {grade.title[language]}
            </th>
            <td className="nowrap">{fill(words.monthsOf, { n: grade.months })}</td>
            <td>{grade.partialWriteOff ? words.many : words.once}</td>
            <td className="nowrap">
              {grade.inspection
                ? `${grade.inspection.entry}% / ${grade.inspection.exit}%`
                : words.unknown}
            </td>
            <td className="nowrap">
              {grade.followUp === 'all' ? words.followAll : words.followNone}
            </td>
            <td className="small">{grade.covers.join('；') || words.unknown}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
