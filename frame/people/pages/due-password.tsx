import { call } from '#shell/call.ts'
import { useWords } from '#shell/language.tsx'
import { duePasswordDoor } from '../sign-in/doors.ts'
import { BareHead } from './bare-head.tsx'
import type { SignInState } from './name-step.tsx'
import { NewPassword } from './new-password.tsx'
import { signInWords } from './sign-in-words.ts'

/** Third step where it is due: a new password. */
export function DuePassword(props: {
  state: SignInState
  next: () => Promise<unknown>
  startAgain: () => Promise<unknown>
}) {
  const words = useWords(signInWords)
  const { demand } = props.state
  if (!demand) return null
  return (
    <>
      <BareHead title={words.dueTitle} lead={words.dueLead} />
      <NewPassword
        demand={demand}
        button={words.setPassword}
        save={async (password) => {
          await call(duePasswordDoor, { body: { password } }, { ownSession: true })
          await props.next()
        }}
      />
      <div className="bare-after">
        <button type="button" className="plain" onClick={() => void props.startAgain()}>
          {words.otherPerson}
        </button>
      </div>
    </>
  )
}
