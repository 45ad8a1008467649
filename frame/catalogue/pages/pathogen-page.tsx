import { Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { usePathParam } from '#shell/address.ts'
import { fill, useWord, useWords } from '#shell/language.tsx'
import { Fault } from '#shell/parts/fault.tsx'
import { PageHead } from '#shell/parts/page-head.tsx'
import { StatusTag } from '#shell/parts/status-tag.tsx'
import { Waiting } from '#shell/parts/waiting.tsx'
import { useRead } from '#shell/query.ts'
import { pathogenDoor } from '../doors.ts'
import { activityWords, hazardWords } from '../labels.ts'
import { compareLabs, labLevels, type LabLevel } from '../laboratory.ts'
import type { PathogenView } from '../views.ts'
import { HazardTag } from './pathogens-page.tsx'
import { pathogenWords } from './words.ts'
import './catalogue.css'

/** One pathogen with everything the notice says of it, compared with the laboratories one has. */
export function PathogenPage() {
  const id = usePathParam('id')
  const { data, error, refetch } = useRead(pathogenDoor, { params: { id } })
  if (error && !data) return <Fault error={error} retry={() => void refetch()} />
  if (!data) return <Waiting rows={8} />
  return <Pathogen one={data} />
}

function Pathogen({ one }: { one: PathogenView }) {
  const words = useWords(pathogenWords)
  const word = useWord()
  return (
    <>
      <PageHead
        title={one.zh}
        tag={
          <>
            <HazardTag hazard={one.class} />
            {one.highlyPathogenic && <StatusTag words={pathogenWords.highly} tone="warn" plain />}
          </>
        }
        facts={[
          { label: words.number, value: `${word(one.table)} ${one.no}` },
          ...(one.family ? [{ label: words.family, value: one.family }] : []),
          { label: words.source, value: one.source },
        ]}
        hint={<i lang="la">{one.sci}</i>}
      />
      <div className="catalogue-parts">
        <Activities one={one} />
        <Transport one={one} />
        {one.variants.length > 0 && <Variants one={one} />}
        <Texts one={one} />
      </div>
    </>
  )
}

function Part(props: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className="card catalogue-part" aria-label={props.title}>
      <header>
        <h2>{props.title}</h2>
        {props.aside}
      </header>
      {props.children}
    </section>
  )
}

function Activities({ one }: { one: PathogenView }) {
  const words = useWords(pathogenWords)
  const word = useWord()
  const [held, setHeld] = useState<LabLevel[]>([])
  return (
    <Part
      title={words.levels}
      aside={
        <Select<LabLevel[]>
          className="pathogen-held"
          mode="multiple"
          aria-label={words.held}
          placeholder={`${words.held}：${words.heldHint}`}
          value={held}
          onChange={setHeld}
          options={labLevels.map((level) => ({ value: level, label: level }))}
        />
      }
    >
      <table className="catalogue-table">
        <thead>
          <tr>
            <th scope="col">{words.activity}</th>
            <th scope="col">{words.level}</th>
            {held.length > 0 && <th scope="col">{words.enough}</th>}
          </tr>
        </thead>
        <tbody>
          {Object.entries(one.levels).map(([activity, level]) => {
            const compared = compareLabs(held, level as LabLevel)
            return (
              <tr key={activity}>
                <th scope="row">{word(activityWords[activity] ?? activity)}</th>
                <td>{level}</td>
                {held.length > 0 && (
                  <td>
                    <StatusTag
                      words={compared.message}
                      tone={compared.enough ? 'ok' : 'danger'}
                      plain
                    />
                  </td>
                )}
              </tr>
            )
          })}
        </tbody>
      </table>
      {one.remark && <p className="catalogue-note">{one.remark}</p>}
      {one.correction && (
        <p className="catalogue-note">
          <StatusTag words={words.corrected} tone="warn" plain />{' '}
          {fill(words.correctedText, one.correction)}
        </p>
      )}
    </Part>
  )
}

function Transport({ one }: { one: PathogenView }) {
  const words = useWords(pathogenWords)
  return (
    <Part title={words.transport}>
      <table className="catalogue-table">
        <tbody>
          {one.transport.map((need) => (
            <tr key={need.what}>
              <th scope="row">{words[need.what]}</th>
              <td className="nowrap">
                {need.pack} · {need.un}
              </td>
              <td className="quiet">{need.why}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  )
}

function Variants({ one }: { one: PathogenView }) {
  const words = useWords(pathogenWords)
  const word = useWord()
  return (
    <Part title={words.variants}>
      <table className="catalogue-table">
        <tbody>
          {one.variants.map((variant) => (
            <tr key={variant.code}>
              <th scope="row">{word(variant)}</th>
              <td>{variant.class && word(hazardWords[variant.class] ?? '')}</td>
              <td>
                {Object.entries(variant.levels ?? {})
                  .map(
                    ([activity, level]) => `${word(activityWords[activity] ?? activity)} ${level}`,
                  )
                  .join('；')}
              </td>
              <td className="nowrap">{variant.un}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  )
}

function Texts({ one }: { one: PathogenView }) {
  const words = useWords(pathogenWords)
  return (
    <>
      {one.notes.length > 0 && (
        <Part title={words.notes}>
          <dl className="catalogue-texts" lang="zh-CN">
            {one.notes.map((note) => (
              <div key={note.letter} data-own={note.own}>
                <dt>{note.letter}</dt>
                <dd>{note.text}</dd>
              </div>
            ))}
          </dl>
        </Part>
      )}
      {one.explanations.length > 0 && (
        <Part title={words.explanations}>
          <ol className="catalogue-explanations" lang="zh-CN">
            {one.explanations.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ol>
        </Part>
      )}
      {one.aliases.length > 0 && (
        <Part title={words.aliases}>
          <p className="catalogue-note quiet">{one.aliases.join('、')}</p>
        </Part>
      )}
    </>
  )
}
