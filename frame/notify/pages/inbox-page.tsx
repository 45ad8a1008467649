import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { z } from 'zod'
import { showInstant } from '#shell/format.ts'
import { useLanguage, useWord, useWords } from '#shell/language.tsx'
import { FilterTable } from '#shell/parts/filter-table.tsx'
import { PageHead } from '#shell/parts/page-head.tsx'
import type { Column } from '#shell/parts/table-column.ts'
import { doorSource } from '#shell/parts/table-source.ts'
import { useAct, useRead } from '#shell/query.ts'
import { inboxDoor, readAllDoor, readNoticeDoor, type inboxLine } from '../doors.ts'
import { inboxWords } from './labels.ts'
import './notify.css'

type Line = z.output<typeof inboxLine>

/** Everything that was told to the person, newest first. */
export function InboxPage() {
  const words = useWords(inboxWords)
  const { data } = useRead(inboxDoor, { query: { size: 1 } })
  const readAll = useAct(readAllDoor, [inboxDoor])
  return (
    <>
      <PageHead
        title={words.title}
        hint={words.hint}
        acts={
          <>
            <Link to="/inbox/settings">
              <Button tabIndex={-1}>{words.settings}</Button>
            </Link>
            <Button
              disabled={!data?.unread}
              loading={readAll.busy}
              onClick={() => void readAll.run({})}
            >
              {words.readAll}
            </Button>
          </>
        }
      />
      <InboxTable />
    </>
  )
}

function InboxTable() {
  const words = useWords(inboxWords)
  const word = useWord()
  const columns: readonly Column<Line>[] = [
    {
      key: 'notice',
      title: inboxWords.notice,
      always: true,
      render: (line) => <Notice line={line} />,
    },
    { key: 'kind', title: inboxWords.kind, width: 140, render: (line) => word(line.kind) },
    {
      key: 'at',
      title: inboxWords.at,
      width: 150,
      render: (line) => <span className="nowrap">{showInstant(line.at)}</span>,
    },
    {
      key: 'state',
      title: inboxWords.state,
      width: 120,
      render: (line) => <ReadMark line={line} />,
    },
  ]
  return (
    <FilterTable<Line>
      name="inbox"
      source={doorSource(inboxDoor)}
      columns={columns}
      rowKey={(line) => line.id}
      search={false}
      filters={[{ key: 'unread', kind: 'flag', label: inboxWords.unreadOnly }]}
      empty={{ title: words.empty, hint: words.emptyHint }}
    />
  )
}

function Notice({ line }: { line: Line }) {
  const words = useWords(inboxWords)
  const word = useWord()
  const { language } = useLanguage()
  const mark = useAct(readNoticeDoor, [inboxDoor])
  const title = word(line.title)
  const read = () => {
    if (!line.read) void mark.run({ params: { id: line.id } })
  }
  return (
    <div className="notice" data-unread={!line.read}>
      <p className="notice-title">
        {!line.read && <span className="unseen">{words.unread}</span>}
        {line.href ? (
          <Link to={line.href} onClick={read}>
            {title}
          </Link>
        ) : (
          title
        )}
      </p>
      {line.lines[language].map((sentence) => (
        <p key={sentence} className="quiet">
          {sentence}
        </p>
      ))}
    </div>
  )
}

function ReadMark({ line }: { line: Line }) {
  const words = useWords(inboxWords)
  const read = useAct(readNoticeDoor, [inboxDoor])
  if (line.read) return <span className="quiet">{words.done}</span>
  return (
    <Button
      type="text"
      size="small"
      className="notice-mark"
      loading={read.busy}
      onClick={() => void read.run({ params: { id: line.id } })}
    >
      {words.read}
    </Button>
  )
}
