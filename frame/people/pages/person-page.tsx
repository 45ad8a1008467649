import type { z } from 'zod'
import { usePathParam } from '#shell/address.ts'
import { showInstant } from '#shell/format.ts'
import { fill, useWord, useWords } from '#shell/language.tsx'
import { ActBar } from '#shell/parts/act-bar.tsx'
import { Fault } from '#shell/parts/fault.tsx'
import { FieldList } from '#shell/parts/field-list.tsx'
import type { FormField } from '#shell/parts/form-field.ts'
import { PageHead } from '#shell/parts/page-head.tsx'
import { StatusTag } from '#shell/parts/status-tag.tsx'
import { Waiting } from '#shell/parts/waiting.tsx'
import { useAct, useRead } from '#shell/query.ts'
import {
  changeAccountDoor,
  endAccountDoor,
  endSessionsDoor,
  inviteAgainDoor,
  personDoor,
  resetFactorDoor,
  resumeDoor,
  suspendDoor,
} from '../accounts/doors.ts'
import { accountLife } from '../accounts/states.ts'
import { roles } from '../roles.ts'
import { accountTones } from './account-tone.ts'
import { agentWords } from './agent-words.ts'
import { typed } from './own-act.ts'
import { peopleWords } from './people-words.ts'
import { RolesOf } from './roles-of.tsx'
import './account.css'

export type Person = z.output<typeof personDoor.reply>

/** One person: what he is, what he may do, where he is signed in, and what can be done about it. */
export function PersonPage() {
  const id = usePathParam('id')
  const { data, error, refetch } = useRead(personDoor, { params: { id } })
  if (error && !data) return <Fault error={error} retry={() => void refetch()} />
  if (!data) return <Waiting />
  return <OnePerson person={data} />
}

const at = (instant: string | null) => (instant ? showInstant(instant) : null)

function OnePerson({ person }: { person: Person }) {
  const words = useWords(peopleWords)
  const { status } = person
  return (
    <>
      <PageHead
        title={person.name}
        tag={<StatusTag words={accountLife.statuses[status]} tone={accountTones[status]} />}
      />
      <div className="person">
        <section className="card person-card">
          <h2>{words.facts}</h2>
          <FieldList
            fields={[
              { at: 'login', title: words.login, value: <code>{person.login}</code> },
              { at: 'mailbox', title: words.mailbox, value: person.mailbox },
              { at: 'phone', title: words.phone, value: person.phone },
              {
                at: 'factor',
                title: words.factor,
                value: person.secondFactor ? words.factorYes : words.factorNo,
              },
              { at: 'password', title: words.passwordSince, value: at(person.passwordSince) },
              { at: 'created', title: words.created, value: at(person.createdAt) },
            ]}
          />
          <Proposals person={person} />
          <Acts person={person} />
        </section>
        <RolesOf person={person} />
        {person.acts.some((a) => a.act === 'account.end-sessions') && <Sessions person={person} />}
      </div>
    </>
  )
}

/** What waits for a second person about this one. */
function Proposals({ person }: { person: Person }) {
  const words = useWords(peopleWords)
  const word = useWord()
  return person.proposals
    .filter((p) => p.status === 'proposed')
    .map(({ id, role, mailbox }) => (
      <p key={id} className="account-note">
        {role
          ? fill(words.roleWaits, { role: word(roles[role]) })
          : fill(words.mailboxWaits, { mailbox: mailbox ?? '' })}
      </p>
    ))
}

const reasonField: FormField = {
  name: 'reason',
  title: peopleWords.reason,
  kind: 'text',
  required: true,
  hint: peopleWords.reasonHint,
}

function Acts({ person }: { person: Person }) {
  const words = useWords(peopleWords)
  const doors = {
    'account.invite-again': useAct(inviteAgainDoor),
    'account.suspend': useAct(suspendDoor),
    'account.resume': useAct(resumeDoor),
    'account.end-sessions': useAct(endSessionsDoor),
    'account.reset-factor': useAct(resetFactorDoor),
    'account.end': useAct(endAccountDoor),
  }
  const change = useAct(changeAccountDoor)
  const { id, version, name, login, mailbox, phone } = person
  const acts = person.acts.filter((a) => a.allowed || a.reasons[0]?.code !== 'wrong-status')
  const plain = { fields: [reasonField] }
  return (
    <ActBar
      layout="row"
      main=""
      acts={acts}
      forms={{
        'account.invite-again': plain,
        'account.suspend': { ...plain, danger: true },
        'account.resume': plain,
        'account.end-sessions': plain,
        'account.reset-factor': plain,
        'account.end': { ...plain, danger: true },
        'account.change': {
          text: words.changeHint,
          initial: { name, login, mailbox, phone: phone ?? undefined },
          fields: [
            { name: 'name', title: peopleWords.name, kind: 'text', required: true },
            { name: 'login', title: peopleWords.login, kind: 'text', required: true },
            { name: 'mailbox', title: peopleWords.mailbox, kind: 'text', required: true },
            { name: 'phone', title: peopleWords.phone, kind: 'text' },
            reasonField,
          ],
        },
      }}
      run={(act, input) => {
        const reason = typed(input, 'reason')
        if (act !== 'account.change')
          return doors[act as keyof typeof doors].run({ params: { id }, body: { version, reason } })
        const body = {
          version,
          reason,
          name: typed(input, 'name'),
          login: typed(input, 'login'),
          mailbox: typed(input, 'mailbox'),
          phone: typed(input, 'phone') || null,
        }
        return change.run({ params: { id }, body })
      }}
    />
  )
}

function Sessions({ person }: { person: Person }) {
  const words = useWords(peopleWords)
  return (
    <section className="card person-card">
      <h2>{words.sessions}</h2>
      {person.sessions.length === 0 && <p className="quiet">{words.noSessions}</p>}
      <ul className="account-lines">
        {person.sessions.map((session) => (
          <li key={session.id}>
            <div>
              <p title={session.agent}>
                {agentWords(session.agent)}
                <span className="quiet">　{session.address}</span>
              </p>
              <p>
                {showInstant(session.since)} — {showInstant(session.seen)}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
