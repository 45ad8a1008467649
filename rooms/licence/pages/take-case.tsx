import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { roles, type Role } from '#frame/people/roles.ts'
import { asCallError, type CallError } from '#shell/call-error.ts'
import { fill, useWord, useWords } from '#shell/language.tsx'
import { useMe } from '#shell/me.ts'
import { Refusal } from '#shell/parts/refusal.tsx'
import { useAct } from '#shell/query.ts'
import { pullDoor, takeDoor } from '../desk/doors.ts'
import { reviewers } from '../states.ts'
import { deskWords } from './desk-words.ts'
import type { CaseDesk } from './use-desk.ts'

/** Takes the case one looks at, before one first acts on it. */
export function TakeCase({ id, desk }: { id: string; desk: CaseDesk }) {
  const words = useWords(deskWords)
  const take = useAct(takeDoor)
  if (!desk.may('case-hand.take')) return null
  return (
    <div className="card case-box">
      <p className="small quiet">{words.takeHint}</p>
      <Button block loading={take.busy} onClick={() => void take.run({ params: { id } })}>
        {words.take}
      </Button>
      {take.error && <Refusal error={take.error} />}
    </div>
  )
}

/** Takes the most urgent case of one's role that nobody has in hand, and opens it. */
export function PullNext() {
  const words = useWords(deskWords)
  const word = useWord()
  const { me } = useMe()
  const navigate = useNavigate()
  const pull = useAct(pullDoor)
  const [error, setError] = useState<CallError | null>(null)
  const held = reviewers.filter((role) => me?.grants.some((g) => g.role === role))
  async function next(role: Role) {
    setError(null)
    try {
      const { id } = await pull.run({ body: { role } })
      await navigate({ to: '/licence/$id', params: { id } })
    } catch (caught) {
      setError(asCallError(caught))
    }
  }
  return (
    <>
      {held.map((role) => (
        <Button key={role} type="primary" loading={pull.busy} onClick={() => void next(role)}>
          {held.length > 1 ? fill(words.pullFor, { role: word(roles[role]) }) : words.pull}
        </Button>
      ))}
      {error && <Refusal error={error} />}
    </>
  )
}
