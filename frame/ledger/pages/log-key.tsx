import { Typography } from 'antd'
import { useWords } from '#shell/language.tsx'
import { useRead } from '#shell/query.ts'
import { logDoor } from '../doors.ts'
import { ledgerWords } from '../labels.ts'

/** The public key of the log and its newest head, for copying. Nothing while there is no head yet. */
export function LogKey() {
  const words = useWords(ledgerWords)
  const { data } = useRead(logDoor, {}, { everyMs: 30_000 })
  if (!data) return null
  return (
    <details className="card ledger-note">
      <summary>{words.key}</summary>
      <p className="small quiet">{words.keyHint}</p>
      <Typography.Paragraph className="mono small" copyable>
        {data.vkey}
      </Typography.Paragraph>
      <h3>{words.checkpoint}</h3>
      <pre className="mono small ledger-checkpoint">{data.checkpoint}</pre>
    </details>
  )
}
