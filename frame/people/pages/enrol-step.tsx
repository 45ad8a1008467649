import { Button } from 'antd'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import type { z } from 'zod'
import { call } from '#shell/call.ts'
import { useWords } from '#shell/language.tsx'
import { Refusal } from '#shell/parts/refusal.tsx'
import { Waiting } from '#shell/parts/waiting.tsx'
import { enrolDoor, finishEnrolDoor } from '../sign-in/doors.ts'
import { BareHead } from './bare-head.tsx'
import { Entry } from './entry.tsx'
import { signInWords } from './sign-in-words.ts'
import { useStep } from './use-step.ts'

type Enrolment = z.output<typeof enrolDoor.reply>

/** First sign-in of a privileged person: app, QR code, first code. Out: the recovery codes. */
export function EnrolStep(props: {
  done: (codes: readonly string[]) => void
  startAgain: () => Promise<unknown>
}) {
  const words = useWords(signInWords)
  return (
    <>
      <BareHead title={words.enrolTitle} lead={words.enrolLead} />
      <Enrol done={props.done} />
      <div className="bare-after">
        <button type="button" className="plain" onClick={() => void props.startAgain()}>
          {words.otherPerson}
        </button>
      </div>
    </>
  )
}

/** The three steps of setting the phone up; used by the sign-in page and by one's own account. */
export function Enrol(props: { done: (codes: readonly string[]) => void }) {
  const words = useWords(signInWords)
  const begin = useStep()
  const finish = useStep()
  const asked = useRef(false)
  const [enrolment, setEnrolment] = useState<Enrolment | null>(null)
  const [code, setCode] = useState('')

  useEffect(() => {
    // Asked once: a second answer would replace the secret that is being scanned.
    if (asked.current) return
    asked.current = true
    void begin.run(async () => setEnrolment(await call(enrolDoor, {}, { ownSession: true })))
  }, [begin])

  const confirm = (typed: string) =>
    finish.run(async () => {
      const input = { body: { code: typed } }
      const { recoveryCodes } = await call(finishEnrolDoor, input, { ownSession: true })
      props.done(recoveryCodes)
    })

  function submit(event: FormEvent) {
    event.preventDefault()
    void confirm(code)
  }

  if (begin.error) return <Refusal error={begin.error} />
  if (!enrolment) return <Waiting />
  const beside = finish.beside(['code'])
  return (
    <form className="bare-form" onSubmit={submit} noValidate>
      <ol className="enrol-steps">
        <li>
          <p>{words.enrolApp}</p>
        </li>
        <li>
          <div>
            <p>{words.enrolScan}</p>
            <img
              className="enrol-picture"
              alt={words.enrolPicture}
              src={`data:image/svg+xml;utf8,${encodeURIComponent(enrolment.picture)}`}
            />
            <details>
              <summary className="small">{words.enrolType}</summary>
              <p className="enrol-secret" data-secret={enrolment.secret}>
                {enrolment.secret.replace(/(.{4})(?=.)/g, '$1 ')}
              </p>
            </details>
          </div>
        </li>
        <li>
          <Entry
            kind="code"
            label={words.enrolFirst}
            keep="one-time-code"
            mode="numeric"
            value={code}
            change={setCode}
            errors={finish.at('code')}
          />
        </li>
      </ol>
      {beside && <Refusal error={beside} />}
      <Button type="primary" size="large" block htmlType="submit" loading={finish.busy}>
        {words.enrolDone}
      </Button>
    </form>
  )
}
