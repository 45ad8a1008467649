import { useRouter } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useAddress } from '#shell/address.ts'
import { call } from '#shell/call.ts'
import { useMe } from '#shell/me.ts'
import { Fault } from '#shell/parts/fault.tsx'
import { Waiting } from '#shell/parts/waiting.tsx'
import { useRead } from '#shell/query.ts'
import { announceSession } from '#shell/session.ts'
import { signInStateDoor, signOutDoor } from '../sign-in/doors.ts'
import { CodeStep } from './code-step.tsx'
import { DuePassword } from './due-password.tsx'
import { EnrolStep } from './enrol-step.tsx'
import { NameStep } from './name-step.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import './sign-in.css'

/** Where to go after signing in: only ever a page of this house. */
export function safeThen(then: string | undefined): string {
  return then && /^\/(?![/\\])/.test(then) && !then.startsWith('/sign-in') ? then : '/workbench'
}

/** Signing in, step by step; which step is next, the server says. */
export function SignInPage() {
  const { data, error, refetch } = useRead(signInStateDoor, {})
  const { refresh } = useMe()
  const router = useRouter()
  const { search } = useAddress()
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const leaving = useRef(false)
  const stage = data?.stage

  useEffect(() => {
    if (stage !== 'full' || codes || leaving.current) return
    leaving.current = true
    announceSession()
    void refresh().then(() => router.history.push(safeThen(search['then'])))
  }, [stage, codes, refresh, router, search])

  async function startAgain() {
    await call(signOutDoor, {}, { ownSession: true })
    await refetch()
  }

  if (error && !data) return <Fault error={error} retry={() => void refetch()} />
  if (!data) return <Waiting />
  if (codes) return <RecoveryCodes codes={codes} done={() => setCodes(null)} />
  switch (data.stage) {
    case 'none':
      return <NameStep state={data} next={refetch} />
    case 'code':
      return <CodeStep state={data} next={refetch} startAgain={startAgain} />
    case 'enrol':
      return (
        <EnrolStep
          startAgain={startAgain}
          done={(made) => {
            setCodes(made)
            void refetch()
          }}
        />
      )
    case 'password':
      return <DuePassword state={data} next={refetch} startAgain={startAgain} />
    default:
      return <Waiting />
  }
}
