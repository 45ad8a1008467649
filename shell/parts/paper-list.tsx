import { FilePdfOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useWords } from '#shell/language.tsx'
import { StatusTag } from './status-tag.tsx'
import './paper-list.css'

const paperWords = {
  none: { zh: '还没有文书', en: 'No papers yet' },
  planned: { zh: '正在制作', en: 'being made' },
  failed: { zh: '制作失败，已通知海关', en: 'failed; customs was told' },
  revoked: { zh: '已撤销', en: 'revoked' },
} as const

/** A paper as a page lists it. */
export interface ListedPaper {
  id: string
  title: string
  number: string | null
  status: string
}

const wait = 1500
const mostTries = 20

/** A paper is made a moment after the act: looks again until it is there, for half a minute. */
function useUntilMade(papers: readonly ListedPaper[]) {
  const client = useQueryClient()
  const making = papers.some((p) => p.status === 'planned')
  useEffect(() => {
    if (!making) return undefined
    let tries = 0
    const timer = setInterval(() => {
      tries += 1
      if (tries >= mostTries) clearInterval(timer)
      void client.invalidateQueries()
    }, wait)
    return () => clearInterval(timer)
  }, [client, making])
}

/**
 * The papers of a case: each a download when it is issued, else how far it is. A revoked one cannot be
 * taken for one that holds: it is struck through and no download. In: `href` by id.
 */
export function PaperList(props: { papers: readonly ListedPaper[]; href: (id: string) => string }) {
  const words = useWords(paperWords)
  useUntilMade(props.papers)
  if (props.papers.length === 0) return <p className="quiet">{words.none}</p>
  return (
    <ul className="paper-list">
      {props.papers.map((paper) => (
        <li key={paper.id}>
          <FilePdfOutlined aria-hidden="true" />
          <div>
            <Title paper={paper} href={props.href} />
            {paper.number && <p className="small quiet">{paper.number}</p>}
          </div>
          <HowFar status={paper.status} />
        </li>
      ))}
    </ul>
  )
}

function Title({ paper, href }: { paper: ListedPaper; href: (id: string) => string }) {
  if (paper.status === 'revoked') return <s className="quiet">{paper.title}</s>
  if (paper.status !== 'issued') return <span>{paper.title}</span>
  return (
    <a href={href(paper.id)} download>
      {paper.title}
    </a>
  )
}

function HowFar({ status }: { status: string }) {
  const words = useWords(paperWords)
  if (status === 'planned') return <StatusTag plain tone="wait" words={words.planned} />
  if (status === 'failed') return <StatusTag plain tone="danger" words={words.failed} />
  if (status === 'revoked') return <StatusTag plain tone="end" words={words.revoked} />
  return null
}
