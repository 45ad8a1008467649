import { Button } from 'antd'
import { useQueryClient } from '@tanstack/react-query'
import type { CallError } from '#shell/call-error.ts'
import { useWords } from '#shell/language.tsx'
import { partWords } from './labels.ts'
import { WhyNot } from './why-not.tsx'

const refusalWords = {
  refresh: { zh: '刷新这一页的内容', en: 'Refresh this page' },
} as const

/** A no of the server: its title and all reasons; after somebody else's change, a way to see it. */
export function Refusal({ error }: { error: CallError }) {
  const words = useWords({ ...partWords, ...refusalWords })
  const client = useQueryClient()
  const reasons =
    error.reasons.length > 0
      ? error.reasons
      : [{ duty: null, code: error.kind, message: error.message }]
  return (
    <div className="refusal">
      <WhyNot reasons={reasons} title={error.title} tone="refused" live />
      {error.kind === 'stale' && (
        <Button size="small" onClick={() => void client.invalidateQueries()}>
          {words.refresh}
        </Button>
      )}
    </div>
  )
}
