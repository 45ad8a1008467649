import { useNavigate, useRouterState } from '@tanstack/react-router'
import { useEffect, useLayoutEffect, useState } from 'react'
import { usePathParam } from '#shell/address.ts'
import { useWords } from '#shell/language.tsx'
import { EmptyState } from '#shell/parts/empty-state.tsx'
import { LinkButton } from '#shell/parts/link-button.tsx'
import { Loaded } from '#shell/parts/loaded.tsx'
import { PageHead } from '#shell/parts/page-head.tsx'
import { useRead } from '#shell/query.ts'
import { asCallError } from '#shell/call-error.ts'
import { showKey } from '#shell/shown-key.ts'
import { ownDoor } from '../doors.ts'
import { FillRequest } from './fill-request.tsx'
import { keepKey, keptKeys } from './kept-keys.ts'
import { OwnState } from './own-state.tsx'
import { pageWords } from './page-words.ts'
import './enrolment.css'

/** One request, for whoever holds its key: from this browser, or from the link in a mail. */
export function OwnPage() {
  const id = usePathParam('id')
  const linked = useRouterState({ select: (state) => state.location.hash })
  const key = linked || keptKeys().find((one) => one.id === id)?.key
  return key ? <WithKey key={`${id} ${key}`} id={id} secret={key} /> : <NoKey />
}

/** Shows the key with every call as long as the page stands. */
function WithKey({ id, secret }: { id: string; secret: string }) {
  const [shown, setShown] = useState(false)
  useLayoutEffect(() => {
    showKey(secret)
    // oxlint-disable-next-line react/set-state-in-effect -- the key must be shown before the first read goes out
    setShown(true)
    return () => showKey(null)
  }, [secret])
  return shown ? <Opened id={id} secret={secret} /> : null
}

function Opened({ id, secret }: { id: string; secret: string }) {
  const navigate = useNavigate()
  const linked = useRouterState({ select: (state) => state.location.hash })
  const read = useRead(ownDoor, { params: { id } }, { fresh: true })
  const kind = read.data?.kind
  useEffect(() => {
    if (!kind) return
    keepKey({ id, key: secret, kind })
    // the key does not stay in the address, where it would be copied along
    if (linked) void navigate({ to: '/enrol/$id', params: { id }, replace: true })
  }, [kind, id, secret, linked, navigate])
  const refused = read.error ? asCallError(read.error).kind : null
  if (refused === 'absent' || refused === 'unauthenticated') return <NoKey />
  return (
    <Loaded page read={read}>
      {(view) =>
        view.editable ? (
          <FillRequest key={`${view.id}-${view.status}`} view={view} />
        ) : (
          <OwnState view={view} />
        )
      }
    </Loaded>
  )
}

function NoKey() {
  const words = useWords(pageWords)
  return (
    <>
      <PageHead title={words.own} />
      <div className="card">
        <EmptyState
          title={words.noKey}
          hint={words.noKeyHint}
          action={<LinkButton to="/enrol">{words.toStart}</LinkButton>}
        />
      </div>
    </>
  )
}
