import { Link } from '@tanstack/react-router'
import { accountLife } from '#frame/people/accounts/states.ts'
import { roles } from '#frame/people/roles.ts'
import { fill, useWord, useWords } from '#shell/language.tsx'
import { LineTable, type LineColumn } from '#shell/parts/line-table.tsx'
import { LinkButton } from '#shell/parts/link-button.tsx'
import { Section } from '#shell/parts/section.tsx'
import { StatusTag, type Tone } from '#shell/parts/status-tag.tsx'
import type { UnitDesk } from '../views.ts'
import { unitWords } from './unit-words.ts'

type Member = UnitDesk['members'][number]

const tones: Record<NonNullable<Member['status']>, Tone> = {
  invited: 'wait',
  active: 'ok',
  suspended: 'hold',
}

/** The people of a unit: who, as what, since when; its own people also keep them from here. */
export function UnitMembers({ members, own }: { members: readonly Member[]; own: boolean }) {
  const words = useWords(unitWords)
  const word = useWord()
  const columns: LineColumn<Member>[] = [
    {
      key: 'name',
      title: words.name,
      head: true,
      width: 160,
      render: (m) =>
        m.accountId ? (
          <Link to="/people/$id" params={{ id: m.accountId }}>
            {m.name}
          </Link>
        ) : (
          m.name
        ),
    },
    {
      key: 'role',
      title: words.role,
      render: (m) => (
        <ul className="plain-list">
          {m.roles.map(({ role, from, to }) => (
            <li key={`${role} ${from}`}>
              {fill(to ? words.fromTo : words.from, {
                role: word(roles[role]),
                day: from,
                to: to ?? '',
              })}
            </li>
          ))}
        </ul>
      ),
    },
  ]
  const state: LineColumn<Member> = {
    key: 'state',
    title: words.state,
    width: 120,
    render: (m) =>
      m.status && <StatusTag words={accountLife.statuses[m.status]} tone={tones[m.status]} />,
  }
  return (
    <Section
      title={words.members}
      hint={own ? words.membersHint : undefined}
      acts={
        own && (
          <>
            <LinkButton to="/people">{words.people}</LinkButton>
            <LinkButton to="/people/invite">{words.invite}</LinkButton>
          </>
        )
      }
    >
      <LineTable
        label={words.members}
        rows={members}
        rowKey={(m) => m.accountId ?? m.name}
        columns={own ? [...columns, state] : columns}
      />
    </Section>
  )
}
