import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useEffect, useId, useState, type FormEvent } from 'react'
import { signInStateDoor } from '#frame/people/sign-in/doors.ts'
import { useWord, useWords } from '#shell/language.tsx'
import { useMe } from '#shell/me.ts'
import { DutyChip } from '#shell/parts/duty-chip.tsx'
import { LinkButton } from '#shell/parts/link-button.tsx'
import { useRead } from '#shell/query.ts'
import { homeSteps, homeWords } from './home-words.ts'
import './home-page.css'

/** The front page, for everybody: what this is, verifying a paper, how an approval goes, signing in. */
export function HomePage() {
  const words = useWords(homeWords)
  const word = useWord()
  const { me } = useMe()
  const { data } = useRead(signInStateDoor, {})
  useEffect(() => {
    document.title = words.title
  }, [words.title])
  return (
    <div className="home">
      <section className="home-lead">
        <div>
          <h1 tabIndex={-1}>
            {phrases(words.lead).map((phrase) => (
              <span key={phrase}>{phrase}</span>
            ))}
          </h1>
          <p>{words.leadMore}</p>
          <div className="home-acts">
            {me ? (
              <LinkButton to="/workbench" type="primary" size="large">
                {words.toDesk}
              </LinkButton>
            ) : (
              <>
                <LinkButton to="/sign-in" type="primary" size="large">
                  {words.enter}
                </LinkButton>
                <LinkButton to="/enrol" size="large">
                  {words.register}
                </LinkButton>
              </>
            )}
          </div>
        </div>
        <VerifyBox />
      </section>
      <section aria-labelledby="home-steps">
        <h2 id="home-steps">{words.stepsTitle}</h2>
        <ol className="card home-steps">
          {homeSteps.map((step, i) => (
            <li key={step.duty}>
              <span className="home-number" aria-hidden="true">
                {i + 1}
              </span>
              <h3>
                {word(step.title)} <DutyChip duty={step.duty} />
              </h3>
              <p>{word(step.text)}</p>
            </li>
          ))}
        </ol>
      </section>
      <section aria-labelledby="home-open">
        <h2 id="home-open">{words.openTitle}</h2>
        <ul className="home-open">
          <OpenLink to="/calendar" title={words.calendar} hint={words.calendarHint} />
          <OpenLink to="/verify" title={words.verifyLink} hint={words.verifyLinkHint} />
          <li className="card">
            <a href="/api/docs">{words.api}</a>
            <p className="quiet">{words.apiHint}</p>
          </li>
        </ul>
      </section>
      {data?.demo && (
        <section className="home-demo" aria-labelledby="home-demo">
          <h2 id="home-demo">{words.demoTitle}</h2>
          <p>{words.demoText}</p>
          <p>
            <Link to="/outbox">{words.outbox}</Link>
            <Link to="/parts">{words.parts}</Link>
          </p>
        </section>
      )}
    </div>
  )
}

/** Lines of a heading break between phrases, never inside a word. */
const phrases = (text: string) => text.match(/[^，：,:]+[，：,:]?\s*/g) ?? [text]

function OpenLink(props: { to: string; title: string; hint: string }) {
  return (
    <li className="card">
      <Link to={props.to}>{props.title}</Link>
      <p className="quiet">{props.hint}</p>
    </li>
  )
}

/** The code of a paper; leads to the page that says whether it is genuine and in force. */
function VerifyBox() {
  const words = useWords(homeWords)
  const navigate = useNavigate()
  const id = useId()
  const [code, setCode] = useState('')
  const bare = code.replaceAll(/[^0-9A-Za-z]/g, '').toUpperCase()
  function go(event: FormEvent) {
    event.preventDefault()
    void navigate(bare ? { to: '/verify/$code', params: { code: bare } } : { to: '/verify' })
  }
  return (
    <form className="card home-verify" onSubmit={go}>
      <h2>{words.verifyTitle}</h2>
      <p className="quiet">{words.verifyHint}</p>
      <label htmlFor={id}>{words.code}</label>
      <Input
        id={id}
        className="mono"
        size="large"
        autoComplete="off"
        spellCheck={false}
        maxLength={40}
        placeholder="XXXXX-XXXXX-XXXXX-XXXXX"
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
      <Button htmlType="submit" size="large" block>
        {words.check}
      </Button>
    </form>
  )
}
