import { Link, useNavigate, useRouterState } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { call } from '#shell/call.ts'
import { showInstant } from '#shell/format.ts'
import { fill, useWord, useWords } from '#shell/language.tsx'
import { Fault } from '#shell/parts/fault.tsx'
import { Refusal } from '#shell/parts/refusal.tsx'
import { Waiting } from '#shell/parts/waiting.tsx'
import { lookLinkDoor, useLinkDoor } from '../sign-in/doors.ts'
import { isInvitation } from '../sign-in/link-kinds.ts'
import { BareHead } from './bare-head.tsx'
import { Entry } from './entry.tsx'
import { NewPassword } from './new-password.tsx'
import { signInWords } from './sign-in-words.ts'
import { useStep } from './use-step.ts'
import './sign-in.css'

type Looked = z.output<typeof lookLinkDoor.reply>

/** The page behind every link from a mail: invitation, reset, mailbox, first administrator. */
export function LinkPage() {
  const words = useWords(signInWords)
  // Behind the #, so that the token reaches neither a log nor another site.
  const token = useRouterState({ select: (state) => state.location.hash })
  const { data, error } = useQuery({
    queryKey: [lookLinkDoor.path, token],
    queryFn: () => call(lookLinkDoor, { body: { token } }, { ownSession: true }),
    enabled: token !== '',
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    refetchOnWindowFocus: false,
  })
  if (token === '') return <BareHead title={words.linkBroken} />
  if (error)
    return (
      <>
        <Fault error={error} />
        <div className="bare-after">
          <Link to="/sign-in">{words.backToSignIn}</Link>
          <Link to="/forgotten">{words.forgotten}</Link>
        </div>
      </>
    )
  if (!data) return <Waiting />
  return <OneLink link={data} token={token} />
}

function OneLink({ link, token }: { link: Looked; token: string }) {
  const words = useWords(signInWords)
  const word = useWord()
  const navigate = useNavigate()
  const [person, setPerson] = useState({ login: '', name: '', mailbox: '' })
  const [done, setDone] = useState(false)
  const text = {
    name: link.name ?? '',
    login: link.login ?? '',
    mailbox: link.mailbox ?? '',
    roles: link.roles.map(word).join('、'),
  }

  async function use(more: { password?: string }) {
    const body = { token, ...more, ...(link.kind === 'first' ? { person } : {}) }
    const used = await call(useLinkDoor, { body }, { ownSession: true })
    if (used.kind === 'mailbox') return setDone(true)
    const search = { login: used.login, done: used.kind }
    return navigate({ to: '/sign-in', search, replace: true })
  }

  const until = (
    <p className="bare-after quiet small">
      {fill(words.linkUntil, { until: showInstant(link.until) })}
    </p>
  )
  if (done) return <BareHead title={words.doneMailbox} />
  if (link.kind === 'mailbox')
    return (
      <>
        <BareHead title={words.linkMailbox} lead={fill(words.linkMailboxLead, text)} />
        <Confirm use={() => use({})} />
        {until}
      </>
    )
  const head = {
    invite: [words.linkInvite, words.linkInviteLead],
    confirm: [words.linkConfirm, words.linkConfirmLead],
    reset: [words.linkReset, words.linkResetLead],
    first: [words.linkFirst, words.linkFirstLead],
  }[link.kind]
  return (
    <>
      <BareHead title={head[0]!} lead={fill(head[1]!, text)} />
      {/* Hidden, so that a password keeper files the new password under the right name. */}
      {link.login && (
        <input
          className="unseen"
          readOnly
          tabIndex={-1}
          autoComplete="username"
          aria-label={words.login}
          value={link.login}
        />
      )}
      <NewPassword
        demand={link.demand}
        button={words.setPassword}
        save={(password) => use({ password })}
      >
        {link.kind === 'first' && <FirstPerson person={person} change={setPerson} />}
      </NewPassword>
      {/* S2-022 where somebody gets his sign-in name and password */}
      {isInvitation(link.kind) && <p className="bare-after small">{words.keepSafe}</p>}
      {until}
    </>
  )
}

function FirstPerson(props: {
  person: { login: string; name: string; mailbox: string }
  change: (person: { login: string; name: string; mailbox: string }) => void
}) {
  const words = useWords(signInWords)
  const { person, change } = props
  return (
    <>
      <Entry
        label={words.login}
        keep="username"
        first
        value={person.login}
        change={(login) => change({ ...person, login })}
      />
      <Entry
        label={words.name}
        keep="name"
        value={person.name}
        change={(name) => change({ ...person, name })}
      />
      <Entry
        label={words.mailbox}
        keep="email"
        mode="email"
        value={person.mailbox}
        change={(mailbox) => change({ ...person, mailbox })}
      />
    </>
  )
}

function Confirm({ use }: { use: () => Promise<unknown> }) {
  const words = useWords(signInWords)
  const step = useStep()
  return (
    <div className="bare-form">
      {step.error && <Refusal error={step.error} />}
      <Button
        type="primary"
        size="large"
        block
        loading={step.busy}
        onClick={() => void step.run(use)}
      >
        {words.confirm}
      </Button>
    </div>
  )
}
