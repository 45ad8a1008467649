import { Link } from '@tanstack/react-router'
import type { z } from 'zod'
import { showInstant } from '#shell/format.ts'
import { useWord, useWords } from '#shell/language.tsx'
import { holds, useMe } from '#shell/me.ts'
import { FilterTable } from '#shell/parts/filter-table.tsx'
import { LinkButton } from '#shell/parts/link-button.tsx'
import { PageHead } from '#shell/parts/page-head.tsx'
import { StatusTag } from '#shell/parts/status-tag.tsx'
import type { Column } from '#shell/parts/table-column.ts'
import { doorSource } from '#shell/parts/table-source.ts'
import { peopleDoor } from '../accounts/doors.ts'
import type { personLine } from '../views.ts'
import { accountLife, inviters } from '../accounts/states.ts'
import { administratorRoles, roleCodes, roles } from '../roles.ts'
import { accountTones } from './account-tone.ts'
import { peopleWords } from './people-words.ts'
import './account.css'

type Line = z.output<typeof personLine>

/** The register of people, as far as one keeps or audits them. */
export function PeoplePage() {
  const words = useWords(peopleWords)
  const { me } = useMe()
  return (
    <>
      <PageHead
        title={words.title}
        hint={words.hint}
        acts={
          <>
            {holds(me, administratorRoles) && (
              <LinkButton to="/people/proposals">{words.proposalsTitle}</LinkButton>
            )}
            {holds(me, inviters) && (
              <LinkButton to="/people/invite" type="primary">
                {words.invite}
              </LinkButton>
            )}
          </>
        }
      />
      <PeopleTable />
    </>
  )
}

function PeopleTable() {
  const words = useWords(peopleWords)
  const columns: readonly Column<Line>[] = [
    {
      key: 'name',
      title: peopleWords.name,
      always: true,
      sort: true,
      width: 110,
      render: (line) => (
        <Link to="/people/$id" params={{ id: line.id }}>
          {line.name}
        </Link>
      ),
    },
    {
      key: 'login',
      title: peopleWords.login,
      sort: true,
      width: 130,
      render: (line) => <code>{line.login}</code>,
    },
    { key: 'roles', title: peopleWords.roles, render: (line) => <Roles line={line} /> },
    { key: 'mailbox', title: peopleWords.mailbox, width: 190, render: (line) => line.mailbox },
    {
      key: 'phone',
      title: peopleWords.phone,
      width: 130,
      hidden: true,
      render: (line) => line.phone ?? '—',
    },
    {
      key: 'status',
      title: peopleWords.status,
      width: 110,
      render: (line) => (
        <StatusTag words={accountLife.statuses[line.status]} tone={accountTones[line.status]} />
      ),
    },
    {
      key: 'seen',
      title: peopleWords.lastSeen,
      width: 150,
      render: (line) => (
        <span className="nowrap">{line.lastSeen ? showInstant(line.lastSeen) : '—'}</span>
      ),
    },
  ]
  return (
    <FilterTable<Line>
      name="people"
      source={doorSource(peopleDoor)}
      columns={columns}
      rowKey={(line) => line.id}
      search={peopleWords.search}
      defaultSort="name"
      filters={[
        {
          key: 'role',
          kind: 'choice',
          label: peopleWords.role,
          options: roleCodes.map((role) => ({ value: role, label: roles[role] })),
        },
        {
          key: 'status',
          kind: 'choice',
          label: peopleWords.status,
          options: Object.entries(accountLife.statuses).map(([value, label]) => ({ value, label })),
        },
      ]}
      empty={{ title: words.empty, hint: words.emptyHint }}
    />
  )
}

function Roles({ line }: { line: Line }) {
  const words = useWords(peopleWords)
  const word = useWord()
  if (line.roles.length === 0) return <span className="quiet">{words.noRole}</span>
  return (
    <ul className="role-list">
      {line.roles.map(({ role, body }) => (
        <li key={`${role}${body}`}>
          <b>{word(roles[role])}</b>
          {body && <span>　{body}</span>}
        </li>
      ))}
    </ul>
  )
}
