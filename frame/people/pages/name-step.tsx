import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState, type FormEvent } from 'react'
import type { z } from 'zod'
import { useAddress } from '#shell/address.ts'
import { call } from '#shell/call.ts'
import { useWords } from '#shell/language.tsx'
import { Refusal } from '#shell/parts/refusal.tsx'
import { signInDoor, type signInStateDoor } from '../sign-in/doors.ts'
import { DemoPeople } from './demo-people.tsx'
import { Entry } from './entry.tsx'
import { signInWords } from './sign-in-words.ts'
import { BareHead } from './bare-head.tsx'
import { useStep } from './use-step.ts'

export type SignInState = z.output<typeof signInStateDoor.reply>

const doneWords = {
  invite: 'doneInvite',
  confirm: 'doneConfirm',
  reset: 'doneReset',
  first: 'doneFirst',
} as const

/** First step: name and password. In the demonstration, a click on a person does it. */
export function NameStep(props: { state: SignInState; next: () => Promise<unknown> }) {
  const words = useWords(signInWords)
  const step = useStep()
  const { search } = useAddress()
  const [login, setLogin] = useState(search['login'] ?? '')
  const [password, setPassword] = useState('')
  const done = doneWords[search['done'] as keyof typeof doneWords]

  const enter = (as: { login: string; password: string }) =>
    step.run(async () => {
      await call(signInDoor, { body: as }, { ownSession: true })
      await props.next()
    })

  function submit(event: FormEvent) {
    event.preventDefault()
    void enter({ login, password })
  }

  const beside = step.beside(['login', 'password'])
  const { demo } = props.state
  return (
    <>
      <BareHead title={words.title} lead={words.lead} />
      {done && <p className="bare-done">{words[done]}</p>}
      <form className="bare-form" onSubmit={submit} noValidate>
        <Entry
          label={words.login}
          keep="username"
          first={!search['login']}
          value={login}
          change={setLogin}
          errors={step.at('login')}
        />
        <Entry
          kind="password"
          label={words.password}
          keep="current-password"
          first={Boolean(search['login'])}
          value={password}
          change={setPassword}
          errors={step.at('password')}
        />
        {beside && <Refusal error={beside} />}
        <Button type="primary" size="large" block htmlType="submit" loading={step.busy}>
          {words.enter}
        </Button>
      </form>
      <div className="bare-after">
        <Link to="/forgotten" search={login ? { login } : {}}>
          {words.forgotten}
        </Link>
        <Link to="/enrol">{words.enrol}</Link>
      </div>
      {demo && (
        <DemoPeople
          demo={demo}
          choose={(person) => {
            setLogin(person)
            setPassword(demo.password)
            void enter({ login: person, password: demo.password })
          }}
        />
      )}
    </>
  )
}
