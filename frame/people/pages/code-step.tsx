import { Button } from 'antd'
import { useEffect, useState, type FormEvent } from 'react'
import { call } from '#shell/call.ts'
import { fill, useWords } from '#shell/language.tsx'
import { Refusal } from '#shell/parts/refusal.tsx'
import { codeDoor, recoveryDoor } from '../sign-in/doors.ts'
import { BareHead } from './bare-head.tsx'
import { Entry } from './entry.tsx'
import type { SignInState } from './name-step.tsx'
import { signInWords } from './sign-in-words.ts'
import { useStep } from './use-step.ts'

/** Second step: the code from the phone, or a recovery code. */
export function CodeStep(props: {
  state: SignInState
  next: () => Promise<unknown>
  startAgain: () => Promise<unknown>
}) {
  const words = useWords(signInWords)
  const step = useStep()
  const [code, setCode] = useState('')
  const [byRecovery, setByRecovery] = useState(false)

  const prove = (typed: string) =>
    step.run(async () => {
      const input = { body: { code: typed } }
      await (byRecovery
        ? call(recoveryDoor, input, { ownSession: true })
        : call(codeDoor, input, { ownSession: true }))
      await props.next()
    })

  function type(text: string) {
    setCode(text)
    // Six digits are all there is to say.
    if (!byRecovery && /^\d{6}$/.test(text)) void prove(text)
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    void prove(code)
  }

  const lead = byRecovery
    ? words.recoveryLead
    : fill(words.codeLead, { name: props.state.name ?? '' })
  const beside = step.beside(['code'])
  return (
    <>
      <BareHead title={byRecovery ? words.recoveryTitle : words.codeTitle} lead={lead} />
      <form className="bare-form" onSubmit={submit} noValidate>
        <Entry
          key={String(byRecovery)}
          kind={byRecovery ? 'text' : 'code'}
          label={byRecovery ? words.recovery : words.code}
          keep="one-time-code"
          mode={byRecovery ? 'text' : 'numeric'}
          first
          value={code}
          change={type}
          errors={step.at('code')}
        />
        {beside && <Refusal error={beside} />}
        <Button type="primary" size="large" block htmlType="submit" loading={step.busy}>
          {words.goOn}
        </Button>
      </form>
      {!byRecovery && props.state.demo && (
        <DemoCode demo={props.state.demo} fill={type} anew={props.next} />
      )}
      <div className="bare-after">
        <button
          type="button"
          className="plain"
          onClick={() => {
            setCode('')
            setByRecovery(!byRecovery)
          }}
        >
          {byRecovery ? words.withPhone : words.noPhone}
        </button>
        <button type="button" className="plain" onClick={() => void props.startAgain()}>
          {words.otherPerson}
        </button>
      </div>
    </>
  )
}

/** What the demonstration's phone shows now; one press fills it in. */
function DemoCode(props: {
  demo: NonNullable<SignInState['demo']>
  fill: (code: string) => void
  anew: () => Promise<unknown>
}) {
  const words = useWords(signInWords)
  const { code, wait } = props.demo
  const { anew } = props
  useEffect(() => {
    const timer = setInterval(() => void anew(), 3000)
    return () => clearInterval(timer)
  }, [anew])
  if (!code) return <p className="demo-code quiet small">{fill(words.demoWait, { n: wait })}</p>
  return (
    <p className="demo-code">
      <Button block data-demo-code={code} onClick={() => props.fill(code)}>
        {fill(words.demoFill, { code })}
      </Button>
    </p>
  )
}
