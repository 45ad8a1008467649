import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useWords } from '#shell/language.tsx'
import { Refusal } from '#shell/parts/refusal.tsx'
import { useAct } from '#shell/query.ts'
import { receiveDoor, walkInDoor } from '../doors.ts'
import { dayWords } from './day-words.ts'

/**
 * Receives whoever has come, booked or not, and goes to the visit. In: the booking, or null and the
 * registration; `who` names the unit for those who do not see the row.
 */
export function ReceiveButton(props: {
  visit: { id: string; version: number } | null
  registrationId: string
  who: string
}) {
  const words = useWords(dayWords)
  const navigate = useNavigate()
  const receive = useAct(receiveDoor)
  const walkIn = useAct(walkInDoor)
  const { visit, registrationId } = props
  const error = receive.error ?? walkIn.error

  async function press() {
    const { id } = visit
      ? await receive.run({ params: { id: visit.id }, body: { version: visit.version } })
      : await walkIn.run({ params: { id: registrationId }, body: {} })
    await navigate({ to: '/window/visit/$id', params: { id } })
  }

  return (
    <>
      <Button
        type="primary"
        size="small"
        loading={receive.busy || walkIn.busy}
        aria-label={`${words.receive}：${props.who}`}
        // the refusal is shown below
        onClick={() => void press().catch(() => undefined)}
      >
        {words.receive}
      </Button>
      {error && <Refusal error={error} />}
    </>
  )
}
