import { Link } from '@tanstack/react-router'
import type { z } from 'zod'
import { usePathParam } from '#shell/address.ts'
import { showDay, showInstant } from '#shell/format.ts'
import { fill, useLanguage, useWord, useWords } from '#shell/language.tsx'
import { Fault } from '#shell/parts/fault.tsx'
import { FieldList } from '#shell/parts/field-list.tsx'
import { PageHead } from '#shell/parts/page-head.tsx'
import { Waiting } from '#shell/parts/waiting.tsx'
import { useRead } from '#shell/query.ts'
import { proofHref, verifyDoor } from '../doors.ts'
import { paperWords, verifyWords } from '../labels.ts'
import { CompareFile } from './compare-file.tsx'
import { Hash } from './hash.tsx'
import { CodeForm } from './verify-page.tsx'
import './papers.css'

type Paper = z.output<typeof verifyDoor.reply>

/** What everybody sees of a paper by its code: the same facts, and whether it holds. */
export function VerifiedPage() {
  const words = useWords(verifyWords)
  const code = usePathParam('code')
  const { data, error } = useRead(verifyDoor, { params: { code } })
  if (!data && !error) return <Waiting />
  return (
    <div className="verify">
      {data ? (
        <Found paper={data} />
      ) : (
        <>
          <PageHead title={words.title} />
          <Fault error={error} />
          <CodeForm />
        </>
      )}
    </div>
  )
}

function Found({ paper }: { paper: Paper }) {
  const words = useWords({ ...paperWords, ...verifyWords })
  const word = useWord()
  const { language } = useLanguage()
  return (
    <>
      <PageHead
        title={`${paper.title} ${paper.number}`}
        acts={<Link to="/verify">{words.again}</Link>}
      />
      <Verdict paper={paper} />
      <section className="card verify-part">
        <h2>{words.says}</h2>
        <p className="quiet">{words.compare}</p>
        <FieldList
          fields={[
            { at: 'number', title: paperWords.number, value: paper.number },
            { at: 'recipient', title: paperWords.recipient, value: paper.recipient },
            { at: 'issuer', title: paperWords.issuer, value: paper.issuer },
            { at: 'day', title: paperWords.day, value: showDay(paper.day, language) },
            ...paper.facts.map((fact, n) => ({
              at: `fact-${n}`,
              title: word(fact.label),
              value: fact.value,
            })),
          ]}
        />
      </section>
      <CompareFile sha256={paper.fileSha256} />
      <section className="card verify-part">
        <h2>{words.technical}</h2>
        <FieldList
          fields={[
            { at: 'signed', title: paperWords.signedAt, value: showInstant(paper.signedAt) },
            { at: 'code', title: paperWords.code, value: <Hash text={paper.code} /> },
            {
              at: 'hash',
              title: paperWords.fileHash,
              value: <Hash kind="SHA-256" text={paper.fileSha256} />,
              wide: true,
            },
            {
              at: 'signer',
              title: paperWords.signer,
              value: <Hash kind="SHA-256" text={paper.signer} />,
              wide: true,
            },
            {
              at: 'proof',
              title: paperWords.ledgerProof,
              value: (
                <a href={proofHref(paper.code)} download>
                  {words.proof}
                </a>
              ),
            },
          ]}
        />
      </section>
    </>
  )
}

function Verdict({ paper }: { paper: Paper }) {
  const words = useWords({ ...paperWords, ...verifyWords })
  const word = useWord()
  const { language } = useLanguage()
  const { standing } = paper
  const since = standing.since && fill(words.since, { day: showDay(standing.since, language) })
  const told = word(standing.words)
  const short = standing.holds ? words.holds : words.holdsNot
  return (
    <output className="verify-verdict" data-tone={paper.sample ? 'sample' : String(standing.holds)}>
      <strong>{paper.sample ? words.sample : short}</strong>
      <span>
        {paper.sample && words.sampleMeans}
        {(paper.sample || told !== short) && told}
        {since}
      </span>
      <span className="quiet small">
        {fill(words.checkedAt, { at: showInstant(paper.checkedAt) })}
      </span>
    </output>
  )
}
