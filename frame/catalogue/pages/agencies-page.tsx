import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useAddress } from '#shell/address.ts'
import { fill, useWord, useWords } from '#shell/language.tsx'
import { DutyChip } from '#shell/parts/duty-chip.tsx'
import { EmptyState } from '#shell/parts/empty-state.tsx'
import { Fault } from '#shell/parts/fault.tsx'
import { PageHead } from '#shell/parts/page-head.tsx'
import { StatusTag } from '#shell/parts/status-tag.tsx'
import { Waiting } from '#shell/parts/waiting.tsx'
import { useRead } from '#shell/query.ts'
import { agenciesDoor } from '../doors.ts'
import { agencyKindWords } from '../labels.ts'
import type { AgencyView, BranchView } from '../views.ts'
import { agencyWords } from './words.ts'
import './catalogue.css'

/** S1-023 the members as of a day, with duties and areas, and the offices of customs. */
export function AgenciesPage() {
  const words = useWords(agencyWords)
  const { search, change } = useAddress()
  const on = /^\d{4}-\d{2}-\d{2}$/.test(search['on'] ?? '') ? search['on'] : undefined
  const { data, error, refetch } = useRead(agenciesDoor, { query: on ? { on } : {} })
  return (
    <>
      <PageHead
        title={words.title}
        hint={words.hint}
        acts={
          <DatePicker
            aria-label={words.on}
            placeholder={words.on}
            value={on ? dayjs(on) : null}
            onChange={(_day, text) =>
              change({ on: typeof text === 'string' && text ? text : undefined })
            }
          />
        }
      />
      {error && !data && <Fault error={error} retry={() => void refetch()} />}
      {!error && !data && <Waiting rows={8} />}
      {data && data.agencies.length === 0 && <EmptyState title={words.none} />}
      {data && (
        <>
          {(['office', 'member', 'district'] as const).map((kind) => (
            <Kind key={kind} kind={kind} agencies={data.agencies.filter((a) => a.kind === kind)} />
          ))}
          <Branches branches={data.branches} />
        </>
      )}
    </>
  )
}

/** Duties that every one of several agencies has: said once instead of on every card. */
function commonOf(agencies: readonly AgencyView[]): AgencyView['duties'] {
  if (agencies.length < 2) return []
  return (agencies[0]?.duties ?? []).filter((duty) =>
    agencies.every(({ duties }) => duties.some((one) => one.duty === duty.duty)),
  )
}

function Kind(props: { kind: AgencyView['kind']; agencies: readonly AgencyView[] }) {
  const words = useWords(agencyWords)
  const word = useWord()
  if (props.agencies.length === 0) return null
  const common = commonOf(props.agencies)
  return (
    <section className="agency-kind">
      <h2>{word(agencyKindWords[props.kind]!)}</h2>
      {common.length > 0 && (
        <section
          className="card agency agency-common"
          aria-label={`${word(agencyKindWords[props.kind]!)} ${words.common}`}
        >
          <h3>{words.common}</h3>
          <Duties duties={common} />
        </section>
      )}
      <div className="agency-grid">
        {props.agencies.map((agency) => (
          <Agency key={agency.code} agency={agency} common={common} />
        ))}
      </div>
    </section>
  )
}

function Duties({ duties }: { duties: AgencyView['duties'] }) {
  const words = useWords(agencyWords)
  const word = useWord()
  if (duties.length === 0) return null
  return (
    <ul className="agency-duties" aria-label={words.duties}>
      {duties.map((duty) => (
        <li key={duty.duty}>
          <DutyChip duty={duty.duty} /> {word(duty.text)}
        </li>
      ))}
    </ul>
  )
}

function Agency(props: { agency: AgencyView; common: AgencyView['duties'] }) {
  const { agency, common } = props
  const words = useWords(agencyWords)
  const word = useWord()
  return (
    <article className="card agency" data-agency={agency.code}>
      <header>
        <h3>{word(agency.name)}</h3>
        {agency.duty && <DutyChip duty={agency.duty} />}
        {agency.lead && <StatusTag words={agencyWords.lead} tone="progress" plain />}
      </header>
      <Duties
        duties={agency.duties.filter(({ duty }) => !common.some((one) => one.duty === duty))}
      />
      {agency.areas.length > 0 && (
        <p className="small quiet">
          {words.areas}：{agency.areas.map(({ name }) => word(name)).join('、')}
        </p>
      )}
      {agency.formerNames.map((former) => (
        <p key={former.name} className="small quiet">
          {words.former}：{fill(words.until, { name: former.name, day: former.until })}
        </p>
      ))}
      {agency.note && <p className="small quiet">{agency.note}</p>}
    </article>
  )
}

function Branches({ branches }: { branches: readonly BranchView[] }) {
  const words = useWords(agencyWords)
  const word = useWord()
  if (branches.length === 0) return null
  return (
    <section className="agency-kind">
      <h2>
        {words.branches} <DutyChip duty="S2-067" />
      </h2>
      <div className="card">
        <table className="catalogue-table">
          <thead>
            <tr>
              <th scope="col">{words.branches}</th>
              <th scope="col">{words.areas}</th>
              <th scope="col">{words.ports}</th>
            </tr>
          </thead>
          <tbody>
            {branches.map((branch) => (
              <tr key={branch.code}>
                <th scope="row">
                  {word(branch.name)}{' '}
                  {branch.kind === 'headquarters' && (
                    <StatusTag words={agencyWords.headquarters} tone="progress" plain />
                  )}
                </th>
                <td>{branch.areas.map(({ name }) => word(name)).join('、')}</td>
                <td>{branch.ports.map(({ name }) => word(name)).join('、')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
