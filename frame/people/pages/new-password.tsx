import { Button } from 'antd'
import { useState, type FormEvent, type ReactNode } from 'react'
import type { z } from 'zod'
import { fill, useWords } from '#shell/language.tsx'
import { Refusal } from '#shell/parts/refusal.tsx'
import type { demandSchema } from '../sign-in/doors.ts'
import { classesOf } from '../sign-in/password-text.ts'
import { Entry } from './entry.tsx'
import { signInWords } from './sign-in-words.ts'
import { useStep } from './use-step.ts'

type Demand = z.output<typeof demandSchema>

/**
 * Sets a password: what it must have stands beside it and is ticked off as one types.
 * In: the demand, the word on the button, what else the form asks, and what to do with the password.
 */
export function NewPassword(props: {
  demand: Demand
  button: string
  children?: ReactNode
  /** Fields of `children`, whose reasons they show themselves. */
  shownAt?: readonly string[]
  save: (password: string) => Promise<unknown>
}) {
  const words = useWords(signInWords)
  const step = useStep()
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const [differs, setDiffers] = useState(false)

  function submit(event: FormEvent) {
    event.preventDefault()
    if (password !== again) return setDiffers(true)
    setDiffers(false)
    void step.run(() => props.save(password))
    return undefined
  }

  const beside = step.beside(['password', ...(props.shownAt ?? [])])
  return (
    <form className="bare-form" onSubmit={submit} noValidate>
      {props.children}
      <Entry
        kind="password"
        label={words.newPassword}
        keep="new-password"
        first={!props.children}
        value={password}
        change={setPassword}
        errors={step.at('password')}
        hint={<DemandList demand={props.demand} password={password} />}
      />
      <Entry
        kind="password"
        label={words.again}
        keep="new-password"
        value={again}
        change={setAgain}
        errors={differs ? [{ duty: null, code: 'differs', message: words.differs }] : []}
      />
      {beside && <Refusal error={beside} />}
      <Button type="primary" size="large" block htmlType="submit" loading={step.busy}>
        {props.button}
      </Button>
    </form>
  )
}

/** The demand on a password, ticked off as far as the page itself can tell. */
export function DemandList({ demand, password }: { demand: Demand; password: string }) {
  const words = useWords(signInWords)
  const rules: [string, boolean | null][] = [
    [fill(words.demandLength, { n: demand.length }), Array.from(password).length >= demand.length],
    ...(demand.classes > 1
      ? [
          [
            fill(words.demandClasses, { n: demand.classes }),
            classesOf(password) >= demand.classes,
          ] as [string, boolean],
        ]
      : []),
    // Asked by the server, which knows the lists.
    [words.demandOwn, null],
  ]
  return (
    <ul className="demand">
      {rules.map(([text, met]) => (
        <li key={text} data-met={met ?? undefined}>
          {text}
          {met !== null && <span className="unseen">{met ? words.met : words.unmet}</span>}
        </li>
      ))}
    </ul>
  )
}
