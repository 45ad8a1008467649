import { Button } from 'antd'
import { showInstant } from '#shell/format.ts'
import { fill, useWords } from '#shell/language.tsx'
import { useAct } from '#shell/query.ts'
import { endOthersDoor, endSessionDoor, ownAccountDoor } from '../own/doors.ts'
import type { OwnAccount } from './account-page.tsx'
import { accountWords } from './account-words.ts'
import { agentWords } from './agent-words.ts'

/** Where one is signed in, and how to end it. */
export function SessionCard({ sessions }: { sessions: OwnAccount['sessions'] }) {
  const words = useWords(accountWords)
  const others = useAct(endOthersDoor, [ownAccountDoor])
  return (
    <section className="card account-card">
      <h2>
        {words.sessions}
        {sessions.some((s) => !s.own) && (
          <Button size="small" loading={others.busy} onClick={() => void others.run({})}>
            {words.endOthers}
          </Button>
        )}
      </h2>
      <ul className="account-lines">
        {sessions.map((session) => (
          <OneSession key={session.id} session={session} />
        ))}
      </ul>
    </section>
  )
}

function OneSession({ session }: { session: OwnAccount['sessions'][number] }) {
  const words = useWords(accountWords)
  const end = useAct(endSessionDoor, [ownAccountDoor])
  return (
    <li>
      <div>
        <p title={session.agent}>
          {agentWords(session.agent)}
          <span className="quiet">　{session.address}</span>
          {session.own && <span className="account-own">{words.thisOne}</span>}
        </p>
        <p>
          {fill(words.since, { at: showInstant(session.since) })}
          {'　'}
          {fill(words.seen, { at: showInstant(session.seen) })}
        </p>
      </div>
      {!session.own && (
        <Button
          size="small"
          loading={end.busy}
          onClick={() => void end.run({ params: { id: session.id } })}
        >
          {words.endSession}
        </Button>
      )}
    </li>
  )
}
