import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState, type FormEvent } from 'react'
import { useAddress } from '#shell/address.ts'
import { call } from '#shell/call.ts'
import { fill, useWords } from '#shell/language.tsx'
import { Refusal } from '#shell/parts/refusal.tsx'
import { useRead } from '#shell/query.ts'
import { askResetDoor, signInStateDoor } from '../sign-in/doors.ts'
import { BareHead } from './bare-head.tsx'
import { Entry } from './entry.tsx'
import { signInWords } from './sign-in-words.ts'
import { useStep } from './use-step.ts'
import './sign-in.css'

/** Asks for a reset link. The answer does not tell whether the name belongs to anybody. */
export function ForgottenPage() {
  const words = useWords(signInWords)
  const step = useStep()
  const { search } = useAddress()
  const [login, setLogin] = useState(search['login'] ?? '')
  const [sent, setSent] = useState(false)
  const { data } = useRead(signInStateDoor, {})

  function submit(event: FormEvent) {
    event.preventDefault()
    void step
      .run(() => call(askResetDoor, { body: { login } }, { ownSession: true }))
      .then((went) => went && setSent(true))
  }

  const beside = step.beside(['login'])
  if (sent)
    return (
      <>
        <BareHead title={words.forgottenSentTitle} lead={fill(words.forgottenSent, { login })} />
        <div className="bare-after">
          <Link to="/sign-in">{words.backToSignIn}</Link>
          {data?.demo && <Link to="/outbox">{words.forgottenOutbox}</Link>}
        </div>
      </>
    )
  return (
    <>
      <BareHead title={words.forgottenTitle} lead={words.forgottenLead} />
      <form className="bare-form" onSubmit={submit} noValidate>
        <Entry
          label={words.login}
          keep="username"
          first
          value={login}
          change={setLogin}
          errors={step.at('login')}
        />
        {beside && <Refusal error={beside} />}
        <Button type="primary" size="large" block htmlType="submit" loading={step.busy}>
          {words.forgottenSend}
        </Button>
      </form>
      <div className="bare-after">
        <Link to="/sign-in">{words.backToSignIn}</Link>
      </div>
    </>
  )
}
