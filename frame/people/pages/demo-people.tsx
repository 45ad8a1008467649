import { useWord, useWords } from '#shell/language.tsx'
import type { SignInState } from './name-step.tsx'
import { signInWords } from './sign-in-words.ts'

/** Everybody of the demonstration; a click signs in as him. */
export function DemoPeople(props: {
  demo: NonNullable<SignInState['demo']>
  choose: (login: string) => void
}) {
  const words = useWords(signInWords)
  const word = useWord()
  const [before, after] = words.demoLead.split('{password}')
  return (
    <section className="demo" aria-labelledby="demo-title">
      <h2 id="demo-title">{words.demoTitle}</h2>
      <p className="demo-lead">
        {before}
        <code>{props.demo.password}</code>
        {after}
      </p>
      <ul className="demo-people">
        {props.demo.people.map((person) => (
          <li key={person.login}>
            <button
              type="button"
              className="plain"
              data-demo={person.login}
              onClick={() => props.choose(person.login)}
            >
              <b>{person.name}</b>
              <span>{word(person.hint)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
