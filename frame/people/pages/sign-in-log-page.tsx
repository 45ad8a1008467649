import { Link } from '@tanstack/react-router'
import type { z } from 'zod'
import { showInstant } from '#shell/format.ts'
import { useWord, useWords } from '#shell/language.tsx'
import { FilterTable } from '#shell/parts/filter-table.tsx'
import { PageHead } from '#shell/parts/page-head.tsx'
import type { Column } from '#shell/parts/table-column.ts'
import { doorSource } from '#shell/parts/table-source.ts'
import { signInLogDoor } from '../accounts/doors.ts'
import { agentWords } from './agent-words.ts'
import { peopleWords } from './people-words.ts'

type Line = z.output<typeof signInLogDoor.reply>['rows'][number]

/** Who signed in, tried to, or was refused. */
export function SignInLogPage() {
  const words = useWords(peopleWords)
  const word = useWord()
  const columns: readonly Column<Line>[] = [
    {
      key: 'at',
      title: peopleWords.at,
      always: true,
      width: 150,
      render: (line) => <span className="nowrap">{showInstant(line.at)}</span>,
    },
    { key: 'what', title: peopleWords.what, width: 170, render: (line) => word(line.words) },
    {
      key: 'person',
      title: peopleWords.person,
      render: (line) =>
        line.accountId && line.name ? (
          <Link to="/people/$id" params={{ id: line.accountId }}>
            {line.name}　{line.login}
          </Link>
        ) : (
          <span className="quiet">{words.unknown}</span>
        ),
    },
    { key: 'address', title: peopleWords.address, width: 160, render: (line) => line.address },
    {
      key: 'agent',
      title: peopleWords.agent,
      width: 170,
      render: (line) => <span title={line.agent ?? ''}>{agentWords(line.agent ?? '')}</span>,
    },
  ]
  return (
    <>
      <PageHead title={words.logTitle} hint={words.logHint} />
      <FilterTable<Line>
        name="sign-in-log"
        source={doorSource(signInLogDoor)}
        columns={columns}
        rowKey={(line) => line.id}
        search={false}
        size={50}
      />
    </>
  )
}
