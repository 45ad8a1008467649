import { FilePdfOutlined } from '@ant-design/icons'
import { useWords } from '#shell/language.tsx'
import { StatusTag } from './status-tag.tsx'
import './paper-list.css'

const paperWords = {
  none: { zh: '还没有文书', en: 'No papers yet' },
  planned: { zh: '正在制作', en: 'being made' },
  failed: { zh: '制作失败，已通知管理员', en: 'failed; the administrator was told' },
} as const

/** A paper as a page lists it. */
export interface ListedPaper {
  id: string
  title: string
  number: string | null
  status: string
}

/** The papers of a case: each a download when it is issued, else how far it is. In: `href` by id. */
export function PaperList(props: { papers: readonly ListedPaper[]; href: (id: string) => string }) {
  const words = useWords(paperWords)
  if (props.papers.length === 0) return <p className="quiet">{words.none}</p>
  return (
    <ul className="paper-list">
      {props.papers.map((paper) => (
        <li key={paper.id}>
          <FilePdfOutlined aria-hidden="true" />
          <div>
            {paper.status === 'issued' ? (
              <a href={props.href(paper.id)} download>
                {paper.title}
              </a>
            ) : (
              <span>{paper.title}</span>
            )}
            {paper.number && <p className="small quiet">{paper.number}</p>}
          </div>
          {paper.status === 'failed' && <StatusTag plain tone="danger" words={words.failed} />}
          {paper.status !== 'issued' && paper.status !== 'failed' && (
            <StatusTag plain tone="wait" words={words.planned} />
          )}
        </li>
      ))}
    </ul>
  )
}
