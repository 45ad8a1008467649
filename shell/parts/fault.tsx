import { Button } from 'antd'
import { asCallError } from '#shell/call-error.ts'
import { useWords } from '#shell/language.tsx'
import { partWords } from './labels.ts'
import { WhyNot } from './why-not.tsx'
import './states.css'

const faultWords = {
  number: { zh: '编号', en: 'Number' },
} as const

/**
 * An error where its part would stand: what, all reasons, the number to quote, and a way to try again.
 * In: whatever was thrown, and `retry` where trying again makes sense.
 */
export function Fault(props: { error: unknown; retry?: () => void }) {
  const words = useWords({ ...partWords, ...faultWords })
  const error = asCallError(props.error)
  const oneReason = error.reasons.length === 1 && error.reasons[0]?.message === error.message
  return (
    <div className="fault" role="alert">
      <div>
        <h3>{error.title}</h3>
        {!(error.reasons.length > 0) && <p>{error.message}</p>}
      </div>
      <WhyNot reasons={error.reasons} title={null} tone={oneReason ? 'calm' : 'refused'} />
      {error.requestId && (
        <p className="small quiet">
          {words.number} <span className="mono">{error.requestId}</span>
        </p>
      )}
      {props.retry && <Button onClick={props.retry}>{words.retry}</Button>}
    </div>
  )
}
