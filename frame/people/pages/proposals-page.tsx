import { Link } from '@tanstack/react-router'
import type { z } from 'zod'
import { showInstant } from '#shell/format.ts'
import { fill, useWord, useWords } from '#shell/language.tsx'
import { holds, useMe } from '#shell/me.ts'
import { ActBar } from '#shell/parts/act-bar.tsx'
import { EmptyState } from '#shell/parts/empty-state.tsx'
import { Fault } from '#shell/parts/fault.tsx'
import { PageHead } from '#shell/parts/page-head.tsx'
import { StatusTag } from '#shell/parts/status-tag.tsx'
import { Waiting } from '#shell/parts/waiting.tsx'
import { useAct, useRead } from '#shell/query.ts'
import {
  confirmProposalDoor,
  proposalsDoor,
  refuseProposalDoor,
  withdrawProposalDoor,
} from '../proposals/doors.ts'
import { proposalLife } from '../proposals/states.ts'
import { peopleReaders } from '../accounts/states.ts'
import { roles } from '../roles.ts'
import { proposalTones } from './account-tone.ts'
import { typed } from './own-act.ts'
import { peopleWords } from './people-words.ts'
import './account.css'

type Proposal = z.output<typeof proposalsDoor.reply>['rows'][number]

/** What waits for a second person (administrators, mailboxes), and what was settled last. */
export function ProposalsPage() {
  const words = useWords(peopleWords)
  const { data, error, refetch } = useRead(proposalsDoor, {})
  return (
    <>
      <PageHead title={words.proposalsTitle} hint={words.secondPerson} />
      {error && !data && <Fault error={error} retry={() => void refetch()} />}
      {!error && !data && <Waiting />}
      {data?.rows.length === 0 && (
        <EmptyState title={words.proposalsEmpty} hint={words.proposalsEmptyHint} />
      )}
      <div className="proposals">
        {data?.rows.map((proposal) => (
          <OneProposal key={proposal.id} proposal={proposal} />
        ))}
      </div>
    </>
  )
}

function OneProposal({ proposal }: { proposal: Proposal }) {
  const words = useWords(peopleWords)
  const word = useWord()
  const { me } = useMe()
  const doors = {
    'proposal.confirm': useAct(confirmProposalDoor),
    'proposal.refuse': useAct(refuseProposalDoor),
    'proposal.withdraw': useAct(withdrawProposalDoor),
  }
  const { id, version, status, name, accountId, role, mailbox, by, at, settledBy } = proposal
  const reason = {
    fields: [{ name: 'reason', title: peopleWords.reason, kind: 'text', required: true }],
  }
  return (
    <section className="card proposal">
      <div className="proposal-head">
        <h2>
          {holds(me, peopleReaders) ? (
            <Link to="/people/$id" params={{ id: accountId }}>
              {name}
            </Link>
          ) : (
            name
          )}
        </h2>
        <span className="proposal-what">
          {role ? word(roles[role]) : fill(words.newMailbox, { mailbox: mailbox ?? '' })}
        </span>
        <StatusTag words={proposalLife.statuses[status]} tone={proposalTones[status]} />
      </div>
      <p className="quiet">
        {fill(words.proposed, { by, at: showInstant(at), reason: proposal.reason })}
        {settledBy && `　${fill(words.settled, { name: settledBy })}`}
      </p>
      {role && (
        <p className="quiet small">
          {proposal.from} — {proposal.to ?? words.noEnd}
        </p>
      )}
      {proposal.acts.length > 0 && (
        <ActBar
          layout="row"
          acts={proposal.acts}
          forms={{
            'proposal.confirm': mailbox ? { ...reason, text: words.askThePerson } : reason,
            'proposal.refuse': { ...reason, danger: true },
            'proposal.withdraw': reason,
          }}
          run={(act, input) =>
            doors[act as keyof typeof doors].run({
              params: { id },
              body: { version, reason: typed(input, 'reason') },
            })
          }
        />
      )}
    </section>
  )
}
