import type { z } from 'zod'
import { fill, useWord, useWords } from '#shell/language.tsx'
import { holds, useMe } from '#shell/me.ts'
import { ActBar } from '#shell/parts/act-bar.tsx'
import { Fault } from '#shell/parts/fault.tsx'
import { FieldList } from '#shell/parts/field-list.tsx'
import { LinkButton } from '#shell/parts/link-button.tsx'
import { PageHead } from '#shell/parts/page-head.tsx'
import { Waiting } from '#shell/parts/waiting.tsx'
import { useAct, useRead } from '#shell/query.ts'
import { changeContactDoor, ownAccountDoor } from '../own/doors.ts'
import { administratorRoles } from '../roles.ts'
import { accountWords } from './account-words.ts'
import { DeputyCard } from './deputy-card.tsx'
import { ownAct, typed } from './own-act.ts'
import { secretControls } from './secret-control.tsx'
import { SafetyCard } from './safety-card.tsx'
import { SessionCard } from './session-card.tsx'
import './account.css'

export type OwnAccount = z.output<typeof ownAccountDoor.reply>

/** One's own account: who one is, as what, how one signs in, where one is signed in, who stands in. */
export function AccountPage() {
  const words = useWords(accountWords)
  const { data, error, refetch } = useRead(ownAccountDoor, {})
  const { me } = useMe()
  return (
    <>
      <PageHead
        title={words.title}
        hint={words.hint}
        acts={<LinkButton to="/inbox/settings">{words.wishes}</LinkButton>}
      />
      {error && !data && <Fault error={error} retry={() => void refetch()} />}
      {!error && !data && <Waiting />}
      {data && (
        <div className="account">
          <div>
            <FactsCard account={data} />
            <SafetyCard account={data} />
          </div>
          <div>
            <RolesCard account={data} />
            <SessionCard sessions={data.sessions} />
            {!holds(me, administratorRoles) && <DeputyCard />}
          </div>
        </div>
      )}
    </>
  )
}

function FactsCard({ account }: { account: OwnAccount }) {
  const words = useWords(accountWords)
  const change = useAct(changeContactDoor, [ownAccountDoor])
  const { login, name, mailbox, phone, mailboxAsked, mailboxProposed } = account
  return (
    <section className="card account-card">
      <h2>{words.facts}</h2>
      <FieldList
        fields={[
          { at: 'login', title: accountWords.login, value: <code>{login}</code> },
          { at: 'name', title: accountWords.name, value: name },
          { at: 'mailbox', title: accountWords.mailbox, value: mailbox },
          { at: 'phone', title: accountWords.phone, value: phone },
        ]}
      />
      {mailboxAsked && (
        <p className="account-note">{fill(words.mailboxAsked, { mailbox: mailboxAsked })}</p>
      )}
      {mailboxProposed && (
        <p className="account-note">{fill(words.mailboxProposed, { mailbox: mailboxProposed })}</p>
      )}
      <ActBar
        layout="row"
        main=""
        acts={[ownAct('contact', accountWords.changeContact)]}
        forms={{
          contact: {
            text: words.changeContactHint,
            initial: { mailbox, phone: phone ?? undefined },
            controls: secretControls,
            fields: [
              { name: 'mailbox', title: accountWords.mailbox, kind: 'text', required: true },
              { name: 'phone', title: accountWords.phone, kind: 'text' },
              {
                name: 'current',
                title: accountWords.current,
                kind: 'current-password',
                required: true,
                hint: accountWords.currentHint,
              },
            ],
          },
        }}
        run={(_act, input) =>
          change.run({
            body: {
              mailbox: typed(input, 'mailbox'),
              phone: typed(input, 'phone') || null,
              current: typed(input, 'current'),
            },
          })
        }
      />
    </section>
  )
}

function RolesCard({ account }: { account: OwnAccount }) {
  const words = useWords(accountWords)
  const word = useWord()
  return (
    <section className="card account-card">
      <h2>{words.roles}</h2>
      {account.roles.length === 0 && <p className="quiet">{words.noRoles}</p>}
      <ul className="account-lines">
        {account.roles.map((role) => (
          <li key={`${role.words.en}${role.body}${role.from}${role.deputyFor}`}>
            <div>
              <p>
                {word(role.words)}
                {role.body && <span className="quiet">　{role.body}</span>}
              </p>
              <p>
                {role.to
                  ? fill(words.roleSpan, { from: role.from, to: role.to })
                  : fill(words.roleFrom, { from: role.from })}
                {role.deputyFor && `　${fill(words.roleFor, { name: role.deputyFor })}`}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
