import { Button } from 'antd'
import type { z } from 'zod'
import { usePathParam } from '#shell/address.ts'
import { showDay, showInstant, showSize } from '#shell/format.ts'
import { fill, useLanguage, useWord, useWords } from '#shell/language.tsx'
import { ActBar } from '#shell/parts/act-bar.tsx'
import { Fault } from '#shell/parts/fault.tsx'
import { FieldList } from '#shell/parts/field-list.tsx'
import { PageHead } from '#shell/parts/page-head.tsx'
import { Waiting } from '#shell/parts/waiting.tsx'
import { useAct, useRead } from '#shell/query.ts'
import { paperDoor, paperHref, proofHref, retryPaperDoor } from '../doors.ts'
import { paperWords } from '../labels.ts'
import { Hash } from './hash.tsx'
import { PaperTag } from './papers-page.tsx'
import './papers.css'

type Paper = z.output<typeof paperDoor.reply>

/** One paper: what it says, its file, and what to do when it could not be made. */
export function PaperPage() {
  const id = usePathParam('id')
  const { data, error, refetch } = useRead(paperDoor, { params: { id } })
  const making = data?.status === 'planned'
  // while it is being made the page looks again by itself
  useRead(paperDoor, { params: { id } }, { everyMs: 2000, enabled: making })
  if (error && !data) return <Fault error={error} retry={() => void refetch()} />
  if (!data) return <Waiting />
  return <Shown paper={data} />
}

function Shown({ paper }: { paper: Paper }) {
  const words = useWords(paperWords)
  const word = useWord()
  const retry = useAct(retryPaperDoor)
  return (
    <>
      <PageHead
        title={`${paper.title} ${paper.number}`}
        tag={<PaperTag row={paper} />}
        facts={[
          { label: words.recipient, value: paper.recipient },
          { label: words.issuer, value: paper.issuer },
          { label: words.day, value: paper.day },
        ]}
        acts={
          paper.file && (
            <Button type="primary" href={paperHref(paper.id)} download>
              {words.download}
            </Button>
          )
        }
      />
      {paper.status === 'planned' && <p className="card paper-note">{words.making}</p>}
      {paper.trouble && (
        <section className="card paper-note paper-trouble" role="alert">
          <h2>{words.trouble}</h2>
          <p>{paper.trouble}</p>
          <ActBar
            acts={paper.acts}
            layout="row"
            forms={{ 'paper.retry': { plain: true } }}
            run={() => retry.run({ params: { id: paper.id }, body: { version: paper.version } })}
          />
        </section>
      )}
      <section className="card paper-part">
        <h2>{words.says}</h2>
        <FieldList
          fields={[
            { at: 'standing', title: paperWords.standing, value: <Holds paper={paper} /> },
            {
              at: 'code',
              title: paperWords.code,
              value: paper.file ? <a href={paper.address}>{paper.code}</a> : paper.code,
            },
            ...paper.facts.map((fact, n) => ({
              at: `fact-${n}`,
              title: word(fact.label),
              value: fact.value,
            })),
          ]}
        />
      </section>
      {paper.file && <File paper={paper} file={paper.file} />}
    </>
  )
}

function Holds({ paper }: { paper: Paper }) {
  const words = useWords(paperWords)
  const word = useWord()
  const { language } = useLanguage()
  const { standing } = paper
  return (
    <>
      {word(standing.words)}
      {standing.since && fill(words.since, { day: showDay(standing.since, language) })}
    </>
  )
}

function File({ paper, file }: { paper: Paper; file: NonNullable<Paper['file']> }) {
  const words = useWords(paperWords)
  const size = fill(words.pages, { n: file.pages, size: showSize(file.bytes) })
  return (
    <section className="card paper-part">
      <h2>{words.file}</h2>
      <FieldList
        fields={[
          { at: 'size', title: paperWords.file, value: size },
          { at: 'signed', title: paperWords.signedAt, value: showInstant(file.signedAt) },
          {
            at: 'hash',
            title: paperWords.fileHash,
            value: <Hash kind="SHA-256" text={file.sha256} />,
            wide: true,
          },
          {
            at: 'signer',
            title: paperWords.signer,
            value: <Hash kind="SHA-256" text={file.signer} />,
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
  )
}
