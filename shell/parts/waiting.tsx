import { Skeleton } from 'antd'
import { useWords } from '#shell/language.tsx'
import { partWords } from './labels.ts'
import './states.css'

/** Something is on its way: grey lines where it will stand, said aloud for screen readers. */
export function Waiting(props: { rows?: number }) {
  const words = useWords(partWords)
  return (
    <div className="waiting" aria-busy="true">
      <output className="unseen">{words.loading}</output>
      <Skeleton active title={false} paragraph={{ rows: props.rows ?? 4 }} />
    </div>
  )
}
